import type { Files } from './files.ts';
import { directoryOf, isAbsolute, normalPath } from './paths.ts';

/** The Git branch that is checked out around a folder; undefined outside of repositories, and between branches. */
export function gitBranch(files: Files, folder: string): string | undefined {
  for (let at = folder; ; at = directoryOf(at)) {
    const text = headOf(files, `${at}/.git`);
    if (text !== undefined) return /^ref: refs\/heads\/(\S+)/.exec(text)?.[1];
    if (directoryOf(at) === at) return undefined;
  }
}

/** A worktree and a submodule have a file that names the folder (gitrepository-layout). */
function headOf(files: Files, git: string): string | undefined {
  if (!files.isFile(git)) return files.isFile(`${git}/HEAD`) ? files.read(`${git}/HEAD`) : undefined;
  const named = /^gitdir: (.+)/.exec(files.read(git) ?? '')?.[1]?.trim();
  if (named === undefined) return undefined;
  return files.read(normalPath(`${isAbsolute(named) ? named : `${directoryOf(git)}/${named}`}/HEAD`));
}
