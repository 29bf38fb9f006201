import { expect, it } from 'vitest';
import { gitBranch } from './gitBranch.ts';
import { MemoryFiles } from './memoryFiles.testkit.ts';

it.each([
  ['of the repository around', { '/m/.git/HEAD': 'ref: refs/heads/MOODLE_404_STABLE\n' }, 'MOODLE_404_STABLE'],
  [
    'of the nearest',
    { '/m/.git/HEAD': 'ref: refs/heads/main\n', '/m/mod/a/.git/HEAD': 'ref: refs/heads/fix/x\n' },
    'fix/x',
  ],
  [
    'of a worktree',
    { '/m/.git': 'gitdir: /r/.git/worktrees/m\n', '/r/.git/worktrees/m/HEAD': 'ref: refs/heads/work\n' },
    'work',
  ],
  [
    'of a submodule',
    { '/m/mod/a/.git': 'gitdir: ../../.git/modules/a', '/m/.git/modules/a/HEAD': 'ref: refs/heads/sub\n' },
    'sub',
  ],
  ['none where a commit is checked out', { '/m/.git/HEAD': '5f3a\n' }, undefined],
  ['none outside of a repository', { '/m/version.php': '' }, undefined],
])('the branch is that %s', (_, texts, branch) => {
  expect(gitBranch(new MemoryFiles(texts), '/m/mod/a')).toBe(branch);
});
