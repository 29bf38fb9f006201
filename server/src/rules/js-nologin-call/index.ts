import { isDynamic } from '../../../../webservice/src/schema/node.ts';
import type { Span } from '../../php/cursor.ts';
import { fieldFlag } from '../../index/entry.ts';
import { isDeclared } from '../../index/knownFunctions.ts';
import { declaredAt, entryOf } from '../described.ts';
import { ajaxRequests } from '../ajaxRequests.ts';
import { choices } from '../entryRules.ts';
import { ajaxCalls } from '../places.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';
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
          choices(
            field ? entry.replace('loginrequired', 'false') : entry.insert('loginrequired', 'false', 'ajax'),
            withLogin(context, span),
          ),
      };
    }
  },
};

/** Without the argument `loginrequired` (lib/amd/src/ajax.js), and without `async` where that says what it is by default. */
function withLogin(context: RuleContext, { start }: Span): (() => Fix) | undefined {
  const call = ajaxRequests(context).find(({ site }) => site.span.start === start)?.call;
  if (!call) return undefined;
  const { open, tokens } = call;
  const list = tokens.partner[open + 1] ?? -1;
  const close = tokens.partner[open] ?? -1;
  const [from, to] = [tokens.end[list] ?? 0, tokens.start[close] ?? 0];
  const given = /^\s*,\s*(true|false)\s*,\s*false\s*$/.exec(tokens.text.slice(from, to));
  if (list < 0 || close < 0 || !given) return undefined;
  const text = given[1] === 'true' ? '' : ', false';
  return () => ({
    title: l10n.t('Ask for a login'),
    edits: [{ path: context.document.path, start: from, end: to, text }],
  });
}
