import { char } from '../../php/cursor.ts';
import type { Cursor } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import type { BodyCall } from '../bodyFacts.ts';
import { methodRule } from '../methods.ts';
import type { RunningMethod } from '../methods.ts';
import * as l10n from '@vscode/l10n';

export const validateContextOutsideLoop = methodRule(
  { id: 'validate-context-outside-loop', defaultSeverity: 'hint', tags: ['security'] },
  function* (method) {
    const { facts, cursor: c, variables } = method;
    const validated = facts.named('validate_context', 'validate_courses');
    if (validated.length === 0) return;
    for (const { first, last, items } of loopsOverInput(method)) {
      const isInside = ({ at }: { at: number }) => at > first && at < last;
      // What is called in the loop may validate.
      if (
        validated.some(isInside) ||
        facts.calls.some((call) => isInside(call) && (call.isOwn || /valid/i.test(call.name)))
      )
        continue;
      const isOfItem = ({ open, close }: BodyCall) =>
        variables.some(({ name, at }) => at > open && at < close && items.has(name));
      const made = facts.named('instance').find((call) => isInside(call) && isContext(call.receiver) && isOfItem(call));
      if (!made || validated.every(({ at }) => at > first)) continue;
      yield {
        ...c.span(made.first),
        message: l10n.t('The context of each item is used here, but only one was validated, before the loop.'),
      };
    }
  },
);

const isContext = (receiver: string | undefined): boolean =>
  receiver !== undefined && /(^|\\)context(_(?!system)\w+|\\(?!system)\w+)$/i.test(receiver);

/** The `foreach` over a list that the function takes: tokens of what it repeats, and the variables of an item. */
function* loopsOverInput({ cursor: c, facts: { body }, keys, php, validations, variables }: RunningMethod) {
  const lists = new Set(keys?.filter(([, { kind }]) => kind === 'multiple').map(([name]) => name));
  const results = new Set(validations.flatMap(({ result }) => (result.kind === 'variable' ? [result.name] : [])));
  for (let i = body.first; lists.size > 0 && i < body.last; i += 1) {
    const open = c.next(i + 1);
    if (!c.isWord(i, 'foreach') || c.kind(open) !== char('(')) continue;
    const over = c.next(open + 1);
    const name = c.kind(over) === T.Variable ? c.text(over).slice(1) : '';
    const key = results.has(name) ? keyAt(c, over + 1) : php.includes(name) ? name : undefined;
    const block = c.next(c.skip(open) + 1);
    if (key === undefined || !lists.has(key) || c.kind(block) !== char('{')) continue;
    const head = variables.filter(({ at, isWrite }) => isWrite && at > open && at < block);
    yield { first: block, last: c.skip(block), items: new Set(head.map((use) => use.name)) };
  }
}

/** `['key']` */
function keyAt(c: Cursor, open: number): string | undefined {
  const isKey = c.kind(open) === char('[') && c.kind(open + 1) === T.String && c.kind(open + 2) === char(']');
  return isKey ? c.text(open + 1).slice(1, -1) : undefined;
}
