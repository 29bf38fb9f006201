// `node scripts/rulePages.mjs`: docs/rules/ from the pages that stand beside the rules.
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { inRoot } from './lib/root.mjs';

const rules = inRoot('server', 'src', 'rules');
const pages = inRoot('docs', 'rules');
rmSync(pages, { recursive: true, force: true });
mkdirSync(pages, { recursive: true });
for (const entry of readdirSync(rules, { withFileTypes: true })) {
  if (entry.isDirectory()) copyFileSync(`${rules}/${entry.name}/README.md`, `${pages}/${entry.name}.md`);
}
