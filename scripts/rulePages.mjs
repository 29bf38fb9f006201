// `node scripts/rulePages.mjs`: docs/rules/ and the schema of moodle-ws.json from the pages that stand beside the rules.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { configSchema } from './lib/configSchema.mjs';
import { inRoot } from './lib/root.mjs';

const rules = inRoot('server', 'src', 'rules');
const pages = inRoot('docs', 'rules');
const ids = readdirSync(rules, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
rmSync(pages, { recursive: true, force: true });
mkdirSync(pages, { recursive: true });
for (const id of ids) copyFileSync(`${rules}/${id}/README.md`, `${pages}/${id}.md`);

const texts = Object.fromEntries(ids.map((id) => [id, readFileSync(`${rules}/${id}/README.md`, 'utf8')]));
const schema = await format(JSON.stringify(configSchema(texts)), { parser: 'json', printWidth: 120 });
mkdirSync(inRoot('schemas'), { recursive: true });
writeFileSync(inRoot('schemas', 'moodle-ws.schema.json'), schema);
