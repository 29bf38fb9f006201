import { isDynamic } from '../../../../webservice/src/schema/node.ts';
import { fieldFlag } from '../../index/entry.ts';
import { isDeclared } from '../../index/knownFunctions.ts';
import { declaredAt } from '../described.ts';
import { ajaxCalls } from '../places.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const jsLoginCallOfNologin: Rule = {
  id: 'js-login-call-of-nologin',
  defaultSeverity: 'hint',
  *check(context): Generator<Finding> {
    for (const { name, span, loginRequired } of ajaxCalls(context)) {
      const fn = loginRequired === true ? context.snapshot.functions.get(name) : undefined;
      const field = fn?.entry.fields.get('loginrequired');
      if (!fn || !isDeclared(fn) || !field || isDynamic(field.value) || fieldFlag(fn.entry, 'loginrequired', true))
        continue;
      yield {
        ...span,
        message: l10n.t(
          'The function needs no login, and the call asks for one: it fails for visitors. Pass true, false as well.',
        ),
        related: declaredAt(fn),
      };
    }
  },
};
