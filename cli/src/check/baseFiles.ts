import type { DirectoryEntry, Files } from '../../../server/src/workspace/files.ts';
import { baseName, directoryOf, isInside } from '../../../server/src/workspace/paths.ts';
import type { Changes } from './git.ts';

/** The files as they were before changes. */
export function baseFiles(files: Files, changes: Changes): Files {
  const gone = [...changes].filter(([, text]) => text !== undefined).map(([path]) => path);
  const wasDirectory = (path: string) => gone.some((one) => one !== path && isInside(one, path));
  return {
    ...files,
    read: (path) => (changes.has(path) ? changes.get(path) : files.read(path)),
    isFile: (path) => (changes.has(path) ? changes.get(path) !== undefined : files.isFile(path)),
    // A text is its own stamp.
    stamp: (path) => (changes.has(path) ? changes.get(path) : files.stamp(path)),
    realPath: (path) => (changes.get(path) !== undefined || wasDirectory(path) ? path : files.realPath(path)),
    list: (path) => {
      const now = files.list(path);
      if (!now && !wasDirectory(path)) return undefined;
      const entries = new Map((now ?? []).map((entry): [string, DirectoryEntry] => [entry.name, entry]));
      for (const [one, text] of changes)
        if (text === undefined && directoryOf(one) === path) entries.delete(baseName(one));
      for (const one of gone) {
        if (!isInside(one, path) || one === path) continue;
        const [name = '', ...rest] = one.slice(path.length + 1).split('/');
        if (!entries.has(name)) entries.set(name, { name, isDirectory: rest.length > 0 });
      }
      return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}
