import { moveStatement } from '../../edits/statementEdits.ts';
import type { Island } from '../../php/cursor.ts';
import { statementsIn } from '../blocks.ts';
import type { BodyCall } from '../bodyFacts.ts';
import { methodRule } from '../methods.ts';
import type { RunningMethod } from '../methods.ts';
import type { Fix } from '../rule.ts';
import { isOwnCall } from '../validations.ts';
import * as l10n from '@vscode/l10n';

export const orderParamsContextCapability = methodRule(
  { id: 'order-params-context-capability', defaultSeverity: 'hint', tags: ['convention'], fixes: 'suggest' },
  function* (method) {
    const { facts, php, variables } = method;
    const [validation] = method.validations;
    const context = facts.named('validate_context').find((call) => isOwnCall(method, call));
    // has_capability() may be asked to choose what to do.
    const capability = facts.named('require_capability').find((call) => call.receiver === undefined);
    const firstRead = variables.find(({ name }) => php.includes(name))?.at ?? Infinity;
    const inOrder = [validation?.call, context, capability].filter((call) => call !== undefined);
    // What is too early, and the first that should stand before it.
    for (const [at, late] of inOrder.entries()) {
      const [early] = inOrder
        .slice(at + 1)
        .filter((call) => call.at < late.at)
        .sort((one, other) => one.at - other.at);
      // A context that no parameter is needed for is known beforehand.
      if (!early || (late === validation?.call && early.close < firstRead)) continue;
      const fix = moved(method, late, early);
      yield {
        ...early.nameSpan,
        message: l10n.t('{0}() is called before {1}().', early.name, late.name),
        suggest: fix && (() => [fix]),
      };
      return;
    }
  },
);

/** Moves the statement of a call before that of another; undefined where that might change what it does. */
function moved({ facts, file, variables }: RunningMethod, late: BodyCall, early: BodyCall): Fix | undefined {
  const { cursor: c, body } = facts;
  const statements = statementsIn(c, body);
  const holding = ({ at }: BodyCall) => statements.find(({ first, last }) => first <= at && at < last);
  const [statement, before] = [holding(late), holding(early)];
  if (!statement || !before || statement === before || c.opens(c.previous(statement.last - 1))) return undefined;
  const isIn = ({ first, last }: Pick<Island, 'first' | 'last'>) =>
    variables.filter(({ at }) => at >= first && at < last);
  const own = isIn(statement);
  const between = isIn({ first: before.first, last: statement.first });
  const isUnsafe = between.some(({ name, isWrite }) =>
    own.some((one) => one.name === name && (one.isWrite || isWrite)),
  );
  if (isUnsafe || /^(if|for|foreach|while|switch|try|do)$/i.test(c.text(statement.first))) return undefined;
  return {
    title: l10n.t('Move {0}() before {1}()', late.name, early.name),
    edits: moveStatement(file, statement, before),
  };
}
