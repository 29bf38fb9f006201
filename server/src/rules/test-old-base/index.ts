import { Cursor } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import type { Finding, Rule } from '../rule.ts';
import { isTestFile } from '../testFiles.ts';
import * as l10n from '@vscode/l10n';

const modern = 'core_external\\tests\\externallib_testcase';

export const testOldBase: Rule = {
  id: 'test-old-base',
  defaultSeverity: 'hint',
  since: 404,
  tags: ['convention'],
  fixes: 'suggest',
  *check({ snapshot, document: { path }, targets }): Generator<Finding> {
    const file = isTestFile(path) ? snapshot.file(path) : undefined;
    if (!file?.text.includes('externallib_advanced_testcase')) return;
    // Point releases of 4.4 and 5.0 brought it: a tree shows whether it is there, 5.1 has it for sure.
    const isThere =
      snapshot.codebase.kind === 'plugin' ? targets.from >= 501 : snapshot.findClass(modern, path) !== undefined;
    if (!isThere) return;
    const c = new Cursor(file.islands.tokens);
    for (const { first, body } of file.islands.classes)
      for (let i = first; i < body.first; i += 1) {
        if (c.kind(i) !== T.Name || !/(^|\\)externallib_advanced_testcase$/.test(c.text(i))) continue;
        const span = c.span(i);
        yield {
          ...span,
          message: l10n.t('The base of such tests is {0}, which autoloads.', modern),
          suggest: () => [
            { title: l10n.t('Change to {0}', `\\${modern}`), edits: [{ path, ...span, text: `\\${modern}` }] },
          ],
        };
      }
  },
};
