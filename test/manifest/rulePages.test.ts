import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { configSchema } from '../../scripts/lib/configSchema.mjs';

const rules = new URL('../../server/src/rules/', import.meta.url);
const pages = new URL('../../docs/rules/', import.meta.url);

const ids = readdirSync(rules, { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map(({ name }) => name);

it('docs/rules has the page of each rule (node scripts/rulePages.mjs)', () => {
  expect(readdirSync(pages).sort()).toEqual(ids.map((id) => `${id}.md`).sort());
  for (const id of ids)
    expect(readFileSync(new URL(`${id}.md`, pages), 'utf8')).toBe(
      readFileSync(new URL(`${id}/README.md`, rules), 'utf8'),
    );
});

it('the schema of moodle-ws.json has each rule with what its page says first (node scripts/rulePages.mjs)', () => {
  const texts = Object.fromEntries(ids.map((id) => [id, readFileSync(new URL(`${id}/README.md`, rules), 'utf8')]));
  const schema = configSchema(texts);
  expect(Object.values(schema.properties.rules.properties).filter(({ description }) => description === '')).toEqual([]);
  const written = readFileSync(new URL('../../schemas/moodle-ws.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(written)).toEqual(schema);
});
