import type { SchemaNode } from '../../../../webservice/src/schema/node.ts';
import { checkParam } from '../../../../webservice/src/schema/paramCheck.ts';
import { ajaxRequests } from '../ajaxRequests.ts';
import type { JsValue } from '../ajaxRequests.ts';
import { parametersOf, declaredAt } from '../described.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const jsArgLiteralType: Rule = {
  id: 'js-arg-literal-type',
  defaultSeverity: 'warning',
  needsCompleteSchema: true,
  *check(context): Generator<Finding> {
    for (const { site, args } of ajaxRequests(context)) {
      const called = args && parametersOf(context.snapshot, site.name);
      if (!called) continue;
      for (const { name, value, valueSpan } of args.properties) {
        const node = called.keys.find(([key]) => key === name)?.[1];
        const problem = node && problemOf(value, node);
        if (problem !== undefined) yield { ...valueSpan, message: problem, related: declaredAt(called.fn) };
      }
    }
  },
};

/** Why Moodle refuses a value; undefined when it takes it, or when that cannot be told. */
function problemOf(value: JsValue, node: SchemaNode): string | undefined {
  if (value.kind === 'other') return undefined;
  if (value.kind === 'null')
    return node.allownull ? undefined : l10n.t('Null is not allowed here: Moodle refuses the call.');
  if (node.kind === 'value') {
    if (value.kind !== 'scalar') return l10n.t('Moodle expects one value here, not a list or an object.');
    return checkParam(value.value, node.type).kind === 'refused'
      ? l10n.t('This is no value of type {0}: Moodle refuses the call.', node.type)
      : undefined;
  }
  // An object for a list is fine: both are arrays in PHP.
  return value.kind === 'scalar' ? l10n.t('Moodle expects a list or an object here.') : undefined;
}
