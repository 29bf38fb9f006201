import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const rules = new URL('../../server/src/rules/', import.meta.url);
const pages = new URL('../../docs/rules/', import.meta.url);

it('docs/rules has the page of each rule (node scripts/rulePages.mjs)', () => {
  const ids = readdirSync(rules, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => name);
  expect(readdirSync(pages).sort()).toEqual(ids.map((id) => `${id}.md`).sort());
  for (const id of ids)
    expect(readFileSync(new URL(`${id}.md`, pages), 'utf8')).toBe(
      readFileSync(new URL(`${id}/README.md`, rules), 'utf8'),
    );
});
