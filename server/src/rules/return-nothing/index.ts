import { resultRule } from '../results.ts';
import * as l10n from '@vscode/l10n';

export const returnNothing = resultRule({ id: 'return-nothing', defaultSeverity: 'error' }, function* (result) {
  const { method, returns, statements } = result;
  if (!method.body || !returns || statements.values.some((value) => value !== undefined)) return;
  if (statements.isGenerator || statements.endsInThrow) return;
  const message = returns.allownull
    ? l10n.t('A result is described, and the method returns none: clients get null.')
    : l10n.t('A result is described, and the method returns none: Moodle refuses the answer.');
  yield {
    ...result.at(method.nameSpan, message, []),
    ...(returns.allownull ? { severity: 'warning' as const } : {}),
  };
});
