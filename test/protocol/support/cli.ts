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
  /** Beside that of the tests. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs the program. */
export function run(
  args: readonly string[],
  { cwd = fixture('sample'), pipe = 'cat', environment = {} }: RunOptions = {},
): Promise<Run> {
  const shell = ['-c', `set -o pipefail; "$0" "$@" | ${pipe}`, process.execPath, inject('cliPath'), ...args];
  const options = { cwd, env: { ...process.env, ...environment }, maxBuffer: 1e8 };
  return new Promise((resolve) => {
    execFile('bash', shell, options, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}
