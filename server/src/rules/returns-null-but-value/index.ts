import { resultRule } from '../results.ts';
import * as l10n from '@vscode/l10n';

export const returnsNullButValue = resultRule(
  { id: 'returns-null-but-value', defaultSeverity: 'warning' },
  function* (result) {
    if (result.returns) return;
    for (const value of result.statements.values) {
      // What is called may return nothing either.
      if (!value || value.kind === 'null' || value.kind === 'call') continue;
      yield result.at(
        value,
        l10n.t('No result is described: over REST clients get null, and over AJAX what nothing has checked.'),
        [],
      );
    }
  },
);
