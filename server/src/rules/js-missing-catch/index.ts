import { J } from '../../callers/javascript.ts';
import { ajaxRequests } from '../ajaxRequests.ts';
import type { AjaxCall } from '../ajaxRequests.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const jsMissingCatch: Rule = {
  id: 'js-missing-catch',
  defaultSeverity: 'off',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    for (const { site, call } of ajaxRequests(context)) {
      if (!call) continue;
      const { names, end } = chainOf(call);
      if (!names.includes('then') && !names.includes('done')) continue;
      if (names.includes('catch') || names.includes('fail')) continue;
      const notification = notificationIn(call.tokens.text);
      const code = `.${names.includes('done') ? 'fail' : 'catch'}(${notification}.exception)`;
      const edit = { path: context.document.path, start: end, end, text: code };
      yield {
        ...site.span,
        message: l10n.t('Nobody hears of a failure: {0}.', '.catch(Notification.exception)'),
        suggest: notification === undefined ? undefined : () => [{ title: l10n.t('Append {0}', code), edits: [edit] }],
      };
    }
  },
};

/** What a module calls core/notification; undefined where it does not have it. */
function notificationIn(text: string): string | undefined {
  const imported = /\bimport\s+(?:\*\s+as\s+)?(\w+)\s+from\s+['"]core\/notification['"]/.exec(text)?.[1];
  if (imported !== undefined) return imported;
  return /['"]core\/notification['"]/.test(text)
    ? /\bfunction\s*\([^)]*?\b(notification)\b/i.exec(text)?.[1]
    : undefined;
}

/**
 * The methods that are called on what the call returns, and where the last of them ends; none where the result is
 * returned or awaited: others may catch.
 */
function chainOf({ tokens, open, first }: AjaxCall): { names: string[]; end: number } {
  const { kind, start, end, text, partner } = tokens;
  const word = (i: number) => text.slice(start[i], end[i]);
  if (/^(return|await)$/.test(word(first - 1)) || word(first - 1) === '>') return { names: [], end: 0 };
  const names: string[] = [];
  let at = (partner[open] ?? -1) + 1;
  let last = at - 1;
  while (at > 0) {
    last = at - 1;
    if (kind[at] === 91) at = (partner[at] ?? -1) + 1;
    else if (kind[at] === 46 && kind[at + 1] === J.Identifier && kind[at + 2] === 40) {
      names.push(word(at + 1));
      at = (partner[at + 2] ?? -1) + 1;
    } else break;
  }
  return { names, end: end[last] ?? 0 };
}
