import { J } from '../../callers/javascript.ts';
import { ajaxRequests } from '../ajaxRequests.ts';
import type { AjaxCall } from '../ajaxRequests.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const jsMissingCatch: Rule = {
  id: 'js-missing-catch',
  defaultSeverity: 'off',
  *check(context): Generator<Finding> {
    for (const { site, call } of ajaxRequests(context)) {
      if (!call) continue;
      const names = chainOf(call);
      if (!names.includes('then') && !names.includes('done')) continue;
      if (names.includes('catch') || names.includes('fail')) continue;
      yield { ...site.span, message: l10n.t('Nobody hears of a failure: {0}.', '.catch(Notification.exception)') };
    }
  },
};

/** The methods that are called on what the call returns; none where the result is returned or awaited: others may catch. */
function chainOf({ tokens, open, first }: AjaxCall): string[] {
  const { kind, start, end, text, partner } = tokens;
  const word = (i: number) => text.slice(start[i], end[i]);
  if (/^(return|await)$/.test(word(first - 1)) || word(first - 1) === '>') return [];
  const names: string[] = [];
  let at = (partner[open] ?? -1) + 1;
  while (at > 0) {
    if (kind[at] === 91) at = (partner[at] ?? -1) + 1;
    else if (kind[at] === 46 && kind[at + 1] === J.Identifier && kind[at + 2] === 40) {
      names.push(word(at + 1));
      at = (partner[at + 2] ?? -1) + 1;
    } else break;
  }
  return names;
}
