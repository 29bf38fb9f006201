import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../bench');
const run = (file: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(folder, file), ...args], { encoding: 'utf8', input: '' });

/** Measuring takes minutes and is nobody's test, but what measures has to load after packages were renewed. */
describe('the benchmark', () => {
  it('says what it needs', () => {
    const { status, stderr } = run('run.mjs');
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^Usage: npm run bench -- TREE/)]);
  });

  it('has an empty language server to compare with', () => {
    expect(run('emptyServer.mjs', '--stdio').stderr).toBe('');
  });
});
