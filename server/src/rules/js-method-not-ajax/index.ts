import * as l10n from '@vscode/l10n';
import { fieldFlag } from '../../index/entry.ts';
import type { Entry } from '../../index/entry.ts';
import { declaredAt, entryOf } from '../described.ts';
import { choices } from '../entryRules.ts';
import { ajaxCalls } from '../places.ts';
import type { Finding, Rule } from '../rule.ts';
import { isDynamic } from '../../../../webservice/src/schema/node.ts';

export const jsMethodNotAjax: Rule = {
  id: 'js-method-not-ajax',
  defaultSeverity: 'error',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    for (const { name, span } of ajaxCalls(context)) {
      const fn = context.snapshot.functions.get(name);
      if (!fn || !refusesAjax(fn.entry)) continue;
      const entry = entryOf(context, fn);
      yield {
        ...span,
        suggest:
          entry &&
          choices(
            entry.field('ajax') ? entry.replace('ajax', 'true') : entry.insert('ajax', 'true', 'type', 'description'),
          ),
        message: l10n.t("Not callable from the browser: its entry in db/services.php has no 'ajax' => true."),
        related: declaredAt(fn),
      };
    }
  },
};

/** False also where it cannot be known. */
function refusesAjax(entry: Entry): boolean {
  const field = entry.fields.get('ajax');
  if (field ? isDynamic(field.value) : !entry.complete) return false;
  return !fieldFlag(entry, 'ajax', false);
}
