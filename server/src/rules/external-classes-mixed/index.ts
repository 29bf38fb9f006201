import { externalNames, modernized } from '../externalNames.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const externalClassesMixed: Rule = {
  id: 'external-classes-mixed',
  defaultSeverity: 'warning',
  since: 402,
  tags: ['compatibility'],
  fixes: 'fix',
  *check({ snapshot, document: { path } }): Generator<Finding> {
    const file = path.endsWith('.php') && snapshot.componentOf(path) ? snapshot.file(path) : undefined;
    if (!file || /class_alias\s*\(/.test(file.text)) return;
    const { bare, modern } = externalNames(file);
    const [first, other] = [bare[0], modern[0]];
    if (!first || !other) return;
    yield {
      start: first.start,
      end: first.end,
      message: l10n.t(
        'One file uses old and new names of these classes: it works only after lib/externallib.php was loaded.',
      ),
      related: [{ path, start: other.start, end: other.end, message: l10n.t('A new name is here.') }],
      fix: () => ({ title: l10n.t('Use core_external in this file'), edits: modernized(file) }),
    };
  },
};
