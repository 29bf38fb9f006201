import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** A fixture that is only read. */
export const fixture = (name: string): string => join(fixtures, name);

/** An empty directory for one test. */
export function temporaryDirectory(): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'moodle-ws-')));
  onTestFinished(() => {
    rmSync(path, { recursive: true, force: true });
  });
  return path;
}

/** A copy of a fixture for one test, which may change it. */
export function copyOf(name: string, into = join(temporaryDirectory(), name)): string {
  cpSync(fixture(name), into, { recursive: true });
  return into;
}

/** Writes files below a directory. */
export function write(directory: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
}

/** Line and column behind the first `before` that stands in front of `after`. */
export function positionIn(text: string, before: string, after = ''): { line: number; character: number } {
  const at = text.indexOf(before + after);
  if (at < 0) throw new Error(`no ${before}${after}`);
  const lines = text.slice(0, at + before.length).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
