import { J } from '../../callers/javascript.ts';
import { ajaxRequests } from '../ajaxRequests.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

const handlers = new Set(['then', 'catch', 'done', 'fail', 'always', 'finally']);

export const jsResultNotIndexed: Rule = {
  id: 'js-result-not-indexed',
  defaultSeverity: 'warning',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const seen = new Set<number>();
    for (const { site, call } of ajaxRequests(context)) {
      if (call?.count === undefined || seen.has(call.open)) continue;
      seen.add(call.open);
      const { tokens, open, first, count } = call;
      const { kind, start, end, text, partner } = tokens;
      const close = partner[open] ?? -1;
      const word = (i: number) => text.slice(start[i], end[i]);
      if (close < 0 || kind[close + 1] === 91) continue;
      const isChained = kind[close + 1] === 46 && handlers.has(word(close + 2));
      const isAwaited = kind[first - 1] === J.Identifier && word(first - 1) === 'await';
      if (!isChained && !isAwaited) continue;
      const at = end[close] ?? 0;
      // `const [x] = await …` takes the promise out of the list.
      const isTaken = isAwaited && kind[first - 2] === 61 && kind[first - 3] === 93;
      yield {
        ...site.span,
        message: l10n.t('Ajax.call() returns a list of promises, not a promise: take the first with [0].'),
        suggest:
          count === 1 && !isTaken
            ? () => [
                {
                  title: l10n.t('Append [0]'),
                  edits: [{ path: context.document.path, start: at, end: at, text: '[0]' }],
                },
              ]
            : undefined,
      };
    }
  },
};
