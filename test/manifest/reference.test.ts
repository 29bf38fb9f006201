import { describe, expect, it } from 'vitest';
import { manifestText, read } from './manifest.ts';
import { tables } from './reference.ts';

/** Prettier pads the cells of a table. */
const lines = read('docs/reference.md')
  .split('\n')
  .map((line) => line.replace(/\s+/g, ' ').replaceAll('| |', '|  |').trim());
const text = lines.join('\n');

describe('docs/reference.md', () => {
  it.each(Object.entries(tables))('has the %s of the manifest, in its order', (_, rows) => {
    expect(text).toContain(rows.join('\n'));
  });

  it('names nothing that does not exist', () => {
    const contextKeys = /type ContextKey =([^;]+);/.exec(read('client/src/contextKeys.ts'))![1]!;
    const known = `${manifestText} ${[...contextKeys.matchAll(/'(\w+)'/g)].map((match) => `moodleWs.${match[1]!}`).join(' ')}`;
    const named = [...text.matchAll(/`(moodleWs\.[\w.]+)`/g)].map((match) => match[1]!);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
    for (const key of contextKeys.matchAll(/'(\w+)'/g)) expect(text).toContain(`\`moodleWs.${key[1]!}\``);
  });
});
