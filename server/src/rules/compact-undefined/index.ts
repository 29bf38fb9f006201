import { literalText } from '../../php/cursor.ts';
import type { Cursor, Island, Span } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import type { BodyCall } from '../bodyFacts.ts';
import { methodRule } from '../methods.ts';
import * as l10n from '@vscode/l10n';

export const compactUndefined = methodRule(
  { id: 'compact-undefined', defaultSeverity: 'warning', fixes: 'fix' },
  function* ({ facts, cursor: c, file, php, variables }) {
    const calls = facts.named('compact').filter(({ receiver }) => receiver === undefined);
    // What these define, nobody can see.
    if (calls.length === 0 || facts.named('extract', 'parse_str').length > 0 || hasVariableVariables(c, facts.body))
      return;
    const known = new Set(['this', ...php, ...variables.map(({ name }) => name)]);
    for (const call of calls)
      for (const [at, { first, last }] of call.args.entries()) {
        const name = last === first + 1 && c.kind(first) === T.String ? literalText(c.text(first)) : undefined;
        if (name === undefined || known.has(name)) continue;
        yield {
          ...c.span(first),
          message: l10n.t('There is no ${0}: compact() leaves it out, with a warning of PHP.', name),
          fix:
            call.args.length > 1
              ? () => ({
                  title: l10n.t("Remove '{0}'", name),
                  edits: [{ path: file.path, ...withComma(call, at), text: '' }],
                })
              : undefined,
        };
      }
  },
);

const hasVariableVariables = (c: Cursor, { first, last }: Pick<Island, 'first' | 'last'>): boolean =>
  /\$\$|\$\{|\b(include|require)(_once)?\b/.test(c.tokens.text.slice(c.start(first), c.end(last - 1)));

/** An argument with the comma that parts it from the others. */
function withComma({ args }: BodyCall, at: number): Span {
  const [before, one, after] = [args[at - 1], args[at], args[at + 1]];
  if (before) return { start: before.end, end: one?.end ?? before.end };
  return { start: one?.start ?? 0, end: after?.start ?? one?.end ?? 0 };
}
