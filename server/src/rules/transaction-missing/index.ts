import { eolOf, indentAt } from '../../edits/style.ts';
import { fieldText } from '../../index/entry.ts';
import { char } from '../../php/cursor.ts';
import type { Cursor, Island, Span } from '../../php/cursor.ts';
import { reaches } from '../bodies.ts';
import type { Body } from '../bodies.ts';
import { exclude, openingsAround, statementsIn } from '../blocks.ts';
import { tokenAt } from '../../edits/arrayEdits.ts';
import type { Fix } from '../rule.ts';
import { methodRule } from '../methods.ts';
import type { RunningMethod } from '../methods.ts';
import * as l10n from '@vscode/l10n';

export const transactionMissing = methodRule(
  { id: 'transaction-missing', defaultSeverity: 'hint', fixes: 'suggest' },
  function* (method) {
    const { reach, body } = method;
    const isWrite = method.fns.some(({ fn }) => fieldText(fn.entry, 'type') === 'write');
    if (!isWrite || reaches(reach, 'start_delegated_transaction')) return;
    const bodies = reach.bodies.filter(({ isOwn }) => isOwn);
    const writes = bodies.flatMap((one) => [...one.facts.dbWrites].map((span) => ({ body: one, span })));
    if (!isSeveral(writes)) return;
    const change = wrapped(
      method,
      writes.filter((one) => one.body === body).map(({ span }) => span),
    );
    yield {
      ...body.member.nameSpan,
      message: l10n.t('It writes to the database more than once: what fails between leaves half of the work done.'),
      related: writes
        .slice(0, 2)
        .map(({ body: { file }, span }) => ({ path: file.path, ...span, message: l10n.t('It writes here.') })),
      suggest: change && writes.every((one) => one.body === body) ? () => [change] : undefined,
    };
  },
);

/** Whether one request may write twice: in two places of which neither excludes the other, or in a loop. */
function isSeveral(writes: readonly { body: Body; span: Span }[]): boolean {
  return writes.some(({ body: { facts, ...body }, span }, at) => {
    const { cursor: c } = facts;
    const token = tokenAt(c, span.start);
    if (isInLoop(c, facts.body, token)) return true;
    return writes.slice(at + 1).some((other) => {
      if (other.body.member !== body.member) return true;
      return !exclude(c, facts.body, token, tokenAt(c, other.span.start));
    });
  });
}

const isInLoop = (c: Cursor, body: Pick<Island, 'first' | 'last'>, token: number): boolean =>
  openingsAround(c, body, token).some((open) => {
    const before = c.previous(open - 1);
    return c.kind(open) === char('{') && c.kind(before) === char(')') && isLoopHead(c, before);
  });

function isLoopHead(c: Cursor, close: number): boolean {
  let depth = 1;
  let at = close - 1;
  for (; at > 0 && depth > 0; at -= 1) depth += c.closes(at) ? 1 : c.opens(at) ? -1 : 0;
  return /^(for|foreach|while)$/i.test(c.text(c.previous(at)));
}

/** A transaction around the statements of the method that write, where none of them leaves it. */
function wrapped(method: RunningMethod, writes: readonly Span[]): Fix | undefined {
  const { file, cursor: c } = method;
  const { body } = method.facts;
  const holding = statementsIn(c, body).filter((one) =>
    writes.some(({ start }) => one.start <= start && start < one.end),
  );
  const [first, last] = [holding[0], holding.at(-1)];
  if (!first || !last) return undefined;
  for (let i = body.first; i < body.last; i += 1) {
    if (c.text(i) === '$transaction') return undefined;
    if (first.first <= i && i < last.last && c.isWord(i, 'return')) return undefined;
  }
  const line = (at: number, text: string) => ({ path: file.path, start: at, end: at, text });
  const indent = indentAt(file.text, first.start);
  const eol = eolOf(file.text);
  return {
    title: l10n.t('Wrap in a transaction'),
    edits: [
      line(first.start, `$transaction = $DB->start_delegated_transaction();${eol}${indent}`),
      line(last.end, `${eol}${indent}$transaction->allow_commit();`),
    ],
  };
}
