import { canReturn, isNothing, phpTypeOf, returnTypeOf } from '../phpTypes.ts';
import { resultRule } from '../results.ts';
import * as l10n from '@vscode/l10n';

export const signatureReturnType = resultRule(
  { id: 'signature-return-type', defaultSeverity: 'error', fixes: 'suggest' },
  function* ({ method, file, returns, related }) {
    const type = returnTypeOf(file, method);
    if (!type || !returns) return;
    const { text, start, end } = type;
    if (canReturn(text, returns) && !isNothing(text)) return;
    const expected = phpTypeOf(returns);
    yield {
      start,
      end,
      // Moodle lets null pass where it is allowed, which it is for values without more words.
      ...(isNothing(text) && returns.allownull ? { severity: 'warning' as const } : {}),
      message: isNothing(text)
        ? l10n.t('A result is described, and the method returns nothing.')
        : l10n.t('A result of type {0} is described, and {1} is none: Moodle refuses every answer.', expected, text),
      related,
      suggest: () => [
        { title: l10n.t('Change the type to {0}', expected), edits: [{ path: file.path, start, end, text: expected }] },
      ],
    };
  },
);
