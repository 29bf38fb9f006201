import { Indexes } from './indexes.ts';
import type { IndexCache } from './indexes.ts';
import type { MemoryFiles } from './memoryFiles.testkit.ts';
import type { MoodleIndex } from './moodleIndex.ts';

/** Indexes over files in memory, with what they told. */
export function indexesOver(files: MemoryFiles, cache?: IndexCache) {
  const told = { changed: 0, missing: [] as string[], failed: [] as string[], steps: 0, yields: 0 };
  /** Run at the next yield, as a request or an edit would be. */
  const between: (() => void)[] = [];
  const indexes = new Indexes(
    {
      files,
      cache,
      yield: async () => {
        told.yields += 1;
        await Promise.resolve();
        between.shift()?.();
      },
    },
    {
      changed: () => (told.changed += 1),
      progress: () => (told.steps += 1),
      failed: (name) => told.failed.push(name),
      missing: (path) => told.missing.push(path),
    },
  );
  const look = (...folders: (string | [path: string, moodlePath: string])[]) => {
    indexes.setFolders(
      folders.map((one) =>
        typeof one === 'string' ? { path: one, moodlePath: undefined } : { path: one[0], moodlePath: one[1] },
      ),
    );
  };
  return { indexes, told, between, look };
}

export const names = (index: MoodleIndex | undefined): string[] | undefined =>
  index?.snapshot.sortedFunctions.map(({ name }) => name);

/** Root → names of the functions. */
export const overview = (indexes: Indexes): Record<string, string[] | undefined> =>
  Object.fromEntries(indexes.all.map((index) => [index.root, names(index)]));
