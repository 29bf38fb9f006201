import { isDynamic } from '../../../../webservice/src/schema/node.ts';
import { fieldFlag } from '../../index/entry.ts';
import { isDeclared } from '../../index/knownFunctions.ts';
import { declaredAt, entryOf } from '../described.ts';
import { choices } from '../entryRules.ts';
import { ajaxCalls } from '../places.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const jsNologinCall: Rule = {
  id: 'js-nologin-call',
  defaultSeverity: 'error',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    for (const { name, span, loginRequired } of ajaxCalls(context)) {
      const fn = loginRequired === false ? context.snapshot.functions.get(name) : undefined;
      const field = fn?.entry.fields.get('loginrequired');
      if (!fn || !isDeclared(fn) || !fn.entry.complete || (field && isDynamic(field.value))) continue;
      if (!fieldFlag(fn.entry, 'loginrequired', true)) continue;
      const entry = entryOf(context, fn);
      yield {
        ...span,
        message: l10n.t(
          'The call says that no login is needed, and the function needs one: the browser goes to the login page.',
        ),
        related: declaredAt(fn),
        suggest:
          entry &&
          choices(field ? entry.replace('loginrequired', 'false') : entry.insert('loginrequired', 'false', 'ajax')),
      };
    }
  },
};
