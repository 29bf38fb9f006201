import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { nodeFiles } from '../../server/src/workspace/nodeFiles.ts';
import { nodeGit } from './nodeGit.ts';
import { nodeWrite } from './nodeWrite.ts';
import { createProgram } from './program.ts';

// Who reads may stop reading (`| head`), which is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

const { version } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { version: string };
const program = createProgram({
  version,
  directory: process.cwd(),
  files: nodeFiles((line) => {
    process.stderr.write(`${line}\n`);
  }),
  git: nodeGit,
  write: nodeWrite,
  colours: process.stdout.isTTY && !process.env['NO_COLOR'],
  out: (text) => {
    process.stdout.write(text);
  },
  error: (text) => {
    process.stderr.write(text);
  },
  exit: (code) => {
    process.exitCode = code;
  },
});

try {
  program.parse();
} catch (error) {
  // Help and version end as errors of code 0; wrong usage has been told. Anything else is a bug, and no finding.
  const isTold = error instanceof CommanderError;
  if (!isTold) process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = isTold && error.exitCode === 0 ? 0 : 2;
}
