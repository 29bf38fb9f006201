import { spawnSync } from 'node:child_process';
import { normalPath } from '../../server/src/workspace/paths.ts';
import type { Changes, Git } from './check/git.ts';

/** Reads with Git what a repository holds; writes nothing, and runs nothing that the repository's settings name. */
const quiet = ['-c', 'core.fsmonitor=false', '-c', 'core.quotepath=false', '--no-pager', '--no-optional-locks'];

type Answer = { readonly out: Buffer } | { readonly failure: string };

function git(directory: string, args: readonly string[], input?: string): Answer {
  const { error, status, stdout, stderr } = spawnSync('git', [...quiet, ...args], {
    cwd: directory,
    input: input ?? '',
    maxBuffer: 1024 * 1024 * 1024,
    env: { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' },
  });
  if (error) return { failure: `Git cannot be run: ${error.message}` };
  if (status === 0) return { out: stdout };
  return { failure: stderr.toString().trim().split('\n')[0] ?? `git ended with ${status ?? 'a signal'}` };
}

const text = (answer: Answer): string => ('out' in answer ? answer.out.toString().trim() : '');
const names = (answer: Answer): string[] =>
  'out' in answer
    ? answer.out
        .toString()
        .split('\0')
        .filter((one) => one !== '')
    : [];

export const nodeGit: Git = {
  changesSince(ref, directory) {
    const top = git(directory, ['rev-parse', '--show-toplevel']);
    if ('failure' in top) return { failure: `${directory} is not in a Git repository: ${top.failure}` };
    const commit = git(directory, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
    if ('failure' in commit) return { failure: `There is no commit ${ref} in the repository of ${directory}.` };
    // Where this branch began; the commit itself where a shallow clone does not know.
    const base = text(git(directory, ['merge-base', text(commit), 'HEAD'])) || text(commit);
    const root = text(top);
    const changed = git(root, [
      'diff',
      '--name-only',
      '-z',
      '--no-renames',
      '--no-ext-diff',
      '--ignore-submodules',
      base,
    ]);
    const added = git(root, ['ls-files', '--others', '--exclude-standard', '-z']);
    for (const answer of [changed, added]) if ('failure' in answer) return answer;
    const paths = [...new Set([...names(changed), ...names(added)])];
    const blobs = git(directory, ['cat-file', '--batch'], paths.map((path) => `${base}:${path}\n`).join(''));
    if ('failure' in blobs) return blobs;
    const texts = readBatch(blobs.out);
    return new Map(paths.map((path, at) => [normalPath(`${root}/${path}`), texts[at]])) satisfies Changes;
  },
};

/** The answers of `cat-file --batch`: `<id> blob <size>`, the bytes and a line end; or `<name> missing`. */
function readBatch(out: Buffer): (string | undefined)[] {
  const texts: (string | undefined)[] = [];
  for (let at = 0; at < out.length;) {
    const end = out.indexOf(10, at);
    const size = / (\w+) (\d+)$/.exec(out.toString('utf8', at, end));
    at = end + 1;
    if (!size) texts.push(undefined);
    else {
      const length = Number(size[2]);
      const bytes = out.subarray(at, at + length);
      const decoded = bytes.toString('utf8');
      texts.push(size[1] === 'blob' ? (decoded.includes('\ufffd') ? bytes.toString('latin1') : decoded) : undefined);
      at += length + 1;
    }
  }
  return texts;
}
