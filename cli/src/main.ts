import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { shippedCatalogue } from '../../server/src/workspace/shippedCatalogue.ts';
import { nodeFiles } from '../../server/src/workspace/nodeFiles.ts';
import { nodeGit } from './nodeGit.ts';
import { readBytes, writeNew } from './nodeBytes.ts';
import { nodeWrite } from './nodeWrite.ts';
import { createProgram } from './program.ts';

// Who reads may stop reading (`| head`), which is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

const readPart = (...path: string[]): unknown => JSON.parse(readFileSync(join(__dirname, '..', ...path), 'utf8'));
const { version } = readPart('package.json') as { version: string };
interface ConfigSchema {
  readonly properties: { readonly rules: { readonly properties: Partial<Record<string, { description: string }>> } };
}
let schema: ConfigSchema | undefined;
const log = (line: string) => {
  process.stderr.write(`${line}\n`);
};
const program = createProgram({
  version,
  directory: process.cwd(),
  files: nodeFiles(log),
  facts: shippedCatalogue(join(__dirname, 'catalogue.br'), log),
  git: nodeGit,
  write: nodeWrite,
  readBytes,
  writeNew,
  environment: process.env,
  summaryOf: (id) => {
    schema ??= readPart('schemas', 'moodle-ws.schema.json') as ConfigSchema;
    return schema.properties.rules.properties[id]?.description;
  },
  colours: process.stdout.isTTY && !process.env['NO_COLOR'],
  out: (text) => {
    process.stdout.write(text);
  },
  error: (text) => {
    process.stderr.write(text);
  },
  interrupted: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
        process.once(signal, () => {
          resolve();
        });
    }),
  exit: (code) => {
    process.exitCode = code;
  },
});

program.parseAsync().catch((error: unknown) => {
  // Help and version end as errors of code 0; wrong usage has been told. Anything else is a bug, and no finding.
  const isTold = error instanceof CommanderError;
  if (!isTold) process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = isTold && error.exitCode === 0 ? 0 : 2;
});
