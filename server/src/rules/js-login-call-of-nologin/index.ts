import { isDynamic } from '../../../../webservice/src/schema/node.ts';
import { fieldFlag } from '../../index/entry.ts';
import { isDeclared } from '../../index/knownFunctions.ts';
import { declaredAt } from '../described.ts';
import { ajaxCalls } from '../places.ts';
import { ajaxRequests } from '../ajaxRequests.ts';
import { choices } from '../entryRules.ts';
import type { Span } from '../../php/cursor.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const jsLoginCallOfNologin: Rule = {
  id: 'js-login-call-of-nologin',
  defaultSeverity: 'hint',
  fixes: 'suggest',
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
        suggest: choices(passing(context, span)),
      };
    }
  },
};

/** Adds the arguments `async` and `loginrequired` (lib/amd/src/ajax.js) to the call that has the request. */
function passing(context: RuleContext, { start }: Span): (() => Fix) | undefined {
  const call = ajaxRequests(context).find(({ site }) => site.span.start === start)?.call;
  if (!call) return undefined;
  const { open, tokens } = call;
  const close = tokens.partner[open] ?? -1;
  const commas = tokens.kind.slice(open, close).filter((kind, at) => kind === 44 && tokens.parent[open + at] === open);
  // A third one is there and says true.
  if (close < 0 || commas.length > 1) return undefined;
  const code = commas.length === 0 ? ', true, false' : ', false';
  const at = tokens.end[close - 1] ?? 0;
  return () => ({
    title: l10n.t('Pass {0}', code.slice(2)),
    edits: [{ path: context.document.path, start: at, end: at, text: code }],
  });
}
