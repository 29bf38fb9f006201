import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inRoot, root } from './root.mjs';

/**
 * Runs a command to its end; it never rejects.
 * @param {string[]} command the program and its arguments
 * @param {{ cwd?: string, env?: Record<string, string>, show?: boolean }} [options] `show` lets the output through at once
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run([program, ...args], { cwd = root, env = {}, show = false } = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Like `run`, but a failure ends the script with the command's output. */
export async function must(command, options) {
  const { code, output } = await run(command, options);
  if (code === 0) return output;
  console.error(`${output}\nFailed (${code}): ${command.join(' ')}`);
  process.exit(1);
}

/** A script of this repository, or the program of an installed package, as a command that runs on every system. */
export const script = (path, ...args) => [process.execPath, inRoot(path), ...args];

export function tool(packageName, program = packageName) {
  const home = inRoot('node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(`${home}/package.json`, 'utf8'));
  return [process.execPath, `${home}/${typeof bin === 'string' ? bin : bin[program]}`];
}

/** npm itself: the one that started this script, else the one on the path. */
export function npm(...args) {
  const { npm_execpath: path } = process.env;
  if (path) return [process.execPath, path, ...args];
  return process.platform === 'win32' ? ['cmd', '/c', 'npm', ...args] : ['npm', ...args];
}
