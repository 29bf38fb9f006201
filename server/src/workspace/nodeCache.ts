import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from '../index/digest.ts';
import type { IndexCache } from './indexes.ts';

/** Indexes that a folder keeps; those that were not used for longest go first. */
const kept = 12;

/**
 * {@link IndexCache} in a folder, one file for each index. A file is written beside its place and then moved there, so
 * that two servers never see half of one; what a crash may still have torn is found by its digest (index/cache.ts).
 */
export function nodeCache(folder: string, program: string, log: (line: string) => void): IndexCache {
  const place = (root: string) => join(folder, `${digest(root).toString(36)}.index`);
  return {
    program,
    read: (root) => {
      try {
        const path = place(root);
        // ASCII by construction; this encoding costs nothing to decode.
        const text = readFileSync(path, 'latin1');
        const now = new Date();
        utimesSync(path, now, now);
        return text;
      } catch {
        return undefined;
      }
    },
    write: (root, text) => {
      const path = place(root);
      const beside = `${path}.${process.pid}`;
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(beside, text, 'latin1');
        renameSync(beside, path);
        evict(folder);
      } catch (error) {
        log(`The index is not kept in ${folder}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
      }
    },
  };
}

/** Also removes what a crash has left beside. */
function evict(folder: string) {
  const files = readdirSync(folder)
    .filter((name) => /\.index(\.\d+)?$/.test(name))
    .map((name) => ({
      path: join(folder, name),
      used: statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs,
    }))
    .sort((a, b) => (b.used ?? 0) - (a.used ?? 0));
  for (const { path } of files.slice(kept)) rmSync(path, { force: true });
}
