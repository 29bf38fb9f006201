import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import type { DirectoryEntry, Files } from './files.ts';
import { maxFileSize } from './files.ts';
import { normalPath } from './paths.ts';

/** What is absent is no exception: making one costs more than the look. */
const quiet = { throwIfNoEntry: false } as const;

/** {@link Files} over Node's file system. `log` hears once of each file that was left out, and why. */
export function nodeFiles(log: (line: string) => void = () => undefined): Files {
  const told = new Set<string>();
  const leftOut = (path: string, why: string) => {
    if (!told.has(path)) log(`${path} is left out: ${why}`);
    told.add(path);
  };
  const attempt = <T>(path: string, run: () => T): T | undefined => {
    try {
      return run();
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (code !== 'ENOENT' && code !== 'ENOTDIR') leftOut(path, code);
      return undefined;
    }
  };
  return {
    read: (path, limit = maxFileSize) =>
      attempt(path, () => {
        const bytes = readFileSync(path);
        if (bytes.length <= limit) return decode(bytes);
        leftOut(path, `it is larger than ${limit / 1024 / 1024} MB.`);
        return undefined;
      }),
    list: (path) =>
      attempt(path, () =>
        readdirSync(path, { withFileTypes: true })
          .flatMap((entry): DirectoryEntry[] => {
            const isDirectory =
              entry.isDirectory() ||
              (entry.isSymbolicLink() &&
                attempt(`${path}/${entry.name}`, () => statSync(`${path}/${entry.name}`).isDirectory()) === true);
            return [{ name: entry.name, isDirectory, isLink: entry.isSymbolicLink() }];
          })
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      ),
    isFile: (path) => attempt(path, () => statSync(path, quiet)?.isFile()) === true,
    stamp: (path) =>
      attempt(path, () => {
        const found = statSync(path, quiet);
        return found?.isFile() === true ? `${found.mtimeMs}:${found.size}` : undefined;
      }),
    realPath: (path) => {
      const real = attempt(path, () => realpathSync.native(path));
      return real === undefined ? undefined : normalPath(real);
    },
  };
}

/** UTF-8; where a file holds bytes that are none (latin-1 comments occur), byte by byte, which keeps offsets of the rest. */
function decode(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? bytes.toString('latin1') : text;
}
