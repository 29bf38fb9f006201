import { eolOf, indentAt, quoted } from '../../edits/style.ts';
import { fieldText } from '../../index/entry.ts';
import { T } from '../../php/lexer.ts';
import { reaches } from '../bodies.ts';
import type { Reach } from '../bodies.ts';
import { capabilityChecks, declaredCapabilities } from '../capabilities.ts';
import type { Fix } from '../rule.ts';
import { methodRule } from '../methods.ts';
import type { RunningMethod } from '../methods.ts';
import * as l10n from '@vscode/l10n';

export const capabilityMissing = methodRule(
  { id: 'capability-missing', defaultSeverity: 'hint', tags: ['security'], fixes: 'suggest' },
  function* (method) {
    const { reach, fns, member } = method;
    if (!reach.isWhole || !reaches(reach, 'validate_context')) return;
    if (capabilityChecks(reach).next().done !== true || asksOtherwise(reach)) return;
    const isWrite = fns.some(({ fn }) => fieldText(fn.entry, 'type') === 'write');
    const insertions = fns
      .slice(0, 1)
      .flatMap(({ fn }) =>
        (declaredCapabilities(fn.entry) ?? []).flatMap((capability) => insertion(method, capability) ?? []),
      );
    yield {
      ...member.nameSpan,
      // Who may enter the context may mostly read what is in it.
      severity: isWrite ? 'hint' : 'off',
      message: l10n.t('Nothing visible checks a capability here: whoever may enter the context can call it.'),
      suggest: insertions.length > 0 ? () => insertions : undefined,
    };
  },
);

/** Names of what decides what a user may do. */
const deciding = /(^|_)(can|may|allowed|permission|capabilit(?:y|ies))(_|$)/i;
/** The same for methods: of functions, `require_once()` and `check_dir_exists()` are others. */
const decidingMethod = /^(check|require|validate_access)(_|$)/i;

/** Whether other code decides, or only data of the user's own is changed. */
const asksOtherwise = (reach: Reach): boolean =>
  reach.bodies.some(({ facts: { calls, cursor: c, body } }) => {
    if (
      calls.some(({ name, receiver }) => deciding.test(name) || (receiver !== undefined && decidingMethod.test(name)))
    )
      return true;
    for (let i = body.first; i < body.last; i += 1) if (c.kind(i) === T.Variable && c.text(i) === '$USER') return true;
    return false;
  });

/** A check behind the statement that validates the context. */
function insertion(method: RunningMethod, capability: string): Fix | undefined {
  const { file } = method;
  const [call] = method.facts.named('validate_context');
  const statement = call && method.statementOf(call);
  const context = call && method.argument(call, 0);
  if (!statement || context === undefined || !/^\$\w+$/.test(context)) return undefined;
  const code = `require_capability(${quoted(capability)}, ${context});`;
  const text = eolOf(file.text) + indentAt(file.text, statement.start) + code;
  return {
    title: l10n.t('Insert {0}', code),
    edits: [{ path: file.path, start: statement.end, end: statement.end, text }],
  };
}
