import { eolOf, indentAt, indentUnit } from '../../edits/style.ts';
import { char } from '../../php/cursor.ts';
import type { Cursor } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import type { BodyCall } from '../bodyFacts.ts';
import { isClosure, openingsAround, statementsIn } from '../blocks.ts';
import type { Finding } from '../rule.ts';
import { runningRule } from '../methods.ts';
import type { RunningMethod } from '../methods.ts';
import * as l10n from '@vscode/l10n';

export const transactionNotCommitted = runningRule(
  { id: 'transaction-not-committed', defaultSeverity: 'error', fixes: 'suggest' },
  /start_delegated_transaction/,
  function* (method) {
    for (const start of method.facts.named('start_delegated_transaction'))
      if (start.receiver === '$DB') yield* checkOne(method, start);
  },
);

function* checkOne(method: RunningMethod, start: BodyCall): Generator<Finding> {
  const { cursor: c } = method;
  const { body } = method.facts;
  const equals = c.previous(start.first - 1);
  const variable = c.previous(equals - 1);
  const isStatement = method.statementOf(start) !== undefined;
  if (!isStatement && (c.kind(equals) !== char('=') || c.kind(variable) !== T.Variable)) return;
  const name = isStatement ? '' : c.text(variable);
  // `$this->transaction = …`, or `self::$transaction`.
  const beforeVariable = c.kind(c.previous(variable - 1));
  if (beforeVariable === T.Arrow || beforeVariable === T.DoubleColon) return;
  const ends = isStatement ? [] : endsOf(c, start.close, body.last, name);
  if (!ends) return;
  const commits = ends.filter((at) => !c.isWord(c.next(c.next(at + 1) + 1), 'rollback'));
  if (commits.length === 0) {
    yield {
      ...start.nameSpan,
      message: l10n.t('Nothing commits this transaction: Moodle rolls it back at the end of the request.'),
      suggest: name === '' ? undefined : () => [commitAtEnd(method, start, name)],
    };
    return;
  }
  const around = openingsAround(c, body, start.first);
  const first = Math.min(...ends);
  for (let i = start.close; i < first; i += 1) {
    if (!c.isWord(i, 'return') || c.kind(c.previous(i - 1)) === T.Arrow) continue;
    const inside = openingsAround(c, body, i);
    // The transaction of a branch, and what returns from a function inside, are not this way.
    if (
      !around.every((open) => inside.includes(open)) ||
      inside.some((open) => open > body.first && isClosure(c, open))
    )
      continue;
    const { start: at, end } = c.span(i);
    const code = `${name}->allow_commit();`;
    const isOwnLine = c.indent(i) >= 0;
    yield {
      start: at,
      end,
      message: l10n.t('The transaction is still open here: Moodle rolls it back at the end of the request.'),
      related: [{ path: method.file.path, ...start.nameSpan, message: l10n.t('It begins here.') }],
      suggest: isOwnLine
        ? () => [
            {
              title: l10n.t('Insert {0}', code),
              edits: [insertion(method, at, `${code}${eolOf(method.file.text)}${indentAt(method.file.text, at)}`)],
            },
          ]
        : undefined,
    };
  }
}

/** Where a variable commits or rolls back; undefined where it is used otherwise, so that others may do it. */
function endsOf(c: Cursor, from: number, to: number, name: string): number[] | undefined {
  const found: number[] = [];
  for (let i = from; i < to; i += 1) {
    if (c.kind(i) !== T.Variable || c.text(i) !== name) continue;
    const arrow = c.next(i + 1);
    const used = c.next(arrow + 1);
    const isEnd = c.kind(arrow) === T.Arrow && /^(allow_commit|rollback)$/i.test(c.text(used));
    if (isEnd) found.push(i);
    else if (c.kind(arrow) !== T.Arrow || !/^(is_disposed|get_backtrace)$/i.test(c.text(used))) return undefined;
  }
  // What is in `finally` runs at each return.
  for (let i = from; i < to; i += 1) if (c.isWord(i, 'finally')) return undefined;
  return found;
}

/** At the end of the block that starts it, before its `return`. */
function commitAtEnd(method: RunningMethod, call: BodyCall, name: string) {
  const { cursor: c, file } = method;
  const open = openingsAround(c, method.facts.body, call.first).findLast((one) => c.kind(one) === char('{')) ?? 0;
  const close = c.skip(open);
  const last = statementsIn(c, { first: open, last: close + 1 }).at(-1);
  const code = `${name}->allow_commit();`;
  const eol = eolOf(file.text);
  const indent = last ? indentAt(file.text, last.start) : indentAt(file.text, c.start(close)) + indentUnit(file.text);
  const isReturn = last !== undefined && c.isWord(last.first, 'return');
  const edit = isReturn
    ? insertion(method, last.start, code + eol + indent)
    : insertion(method, last?.end ?? c.end(open), eol + indent + code);
  return { title: l10n.t('Insert {0}', code), edits: [edit] };
}

const insertion = (method: RunningMethod, at: number, text: string) => ({
  ...{ path: method.file.path, start: at, end: at },
  text,
});
