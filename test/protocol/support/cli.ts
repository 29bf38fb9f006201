import { execFile } from 'node:child_process';
import { inject } from 'vitest';
import { fixture } from './workspace.ts';

interface Run {
  code: number;
  out: string;
  err: string;
}

interface RunOptions {
  readonly cwd?: string;
  /** A shell command that reads the output. */
  readonly pipe?: string;
}

/** Runs the program. */
export function run(args: readonly string[], { cwd = fixture('sample'), pipe = 'cat' }: RunOptions = {}): Promise<Run> {
  const program = [process.execPath, inject('cliPath'), ...args].map((one) => `"${one}"`).join(' ');
  return new Promise((resolve) => {
    const shell = ['-c', `set -o pipefail; ${program} | ${pipe}`];
    execFile('bash', shell, { cwd, maxBuffer: 1e8 }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}
