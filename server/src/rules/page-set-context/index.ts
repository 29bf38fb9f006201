import { removeLines } from '../../edits/style.ts';
import type { BodyCall } from '../bodyFacts.ts';
import { reaches } from '../bodies.ts';
import { runningRule } from '../methods.ts';
import type { RunningMethod } from '../methods.ts';
import * as l10n from '@vscode/l10n';

export const pageSetContext = runningRule(
  { id: 'page-set-context', defaultSeverity: 'hint', tags: ['convention'], fixes: 'suggest' },
  /\$PAGE\s*->\s*set_context\b/,
  function* (method) {
    // Where nobody is logged in there is no context to validate, but texts may need one to be formatted.
    if (!method.needsLogin) return;
    for (const call of method.facts.named('set_context')) {
      if (call.receiver !== '$PAGE') continue;
      const isValidated = reaches(method.reach, 'validate_context');
      const change = instead(method, call, isValidated);
      yield {
        ...call.island,
        message: isValidated
          ? l10n.t('validate_context() sets the context of the page itself.')
          : l10n.t('validate_context() sets the context of the page, and checks that the user may work in it.'),
        ...(isValidated ? { tag: 'unnecessary' as const } : {}),
        suggest: change && (() => [change]),
      };
    }
  },
);

function instead(method: RunningMethod, call: BodyCall, isValidated: boolean) {
  const statement = method.statementOf(call);
  const context = method.argument(call, 0);
  if (!statement || context === undefined) return undefined;
  if (!isValidated) {
    const code = `self::validate_context(${context});`;
    return method.replace(statement, code, l10n.t('Change to {0}', code));
  }
  // Another context than the one that was validated may be meant.
  const isSame = method.facts.named('validate_context').some((one) => method.argument(one, 0) === context);
  const title = l10n.t('Remove {0}', '$PAGE->set_context()');
  return isSame ? { title, edits: [removeLines(method.file, statement)] } : undefined;
}
