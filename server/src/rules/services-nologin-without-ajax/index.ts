import { isDynamic } from '../../../../webservice/src/schema/node.ts';
import { fieldFlag } from '../../index/entry.ts';
import { functionRule, choices } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const servicesNologinWithoutAjax = functionRule(
  { id: 'services-nologin-without-ajax', defaultSeverity: 'warning', fixes: 'suggest' },
  function* (entry) {
    const field = entry.field('loginrequired');
    if (!field || isDynamic(field.value) || fieldFlag(entry.entry, 'loginrequired', true)) return;
    const ajax = entry.field('ajax');
    if (ajax ? isDynamic(ajax.value) || fieldFlag(entry.entry, 'ajax', false) : !entry.entry.complete) return;
    yield {
      ...entry.whole('loginrequired'),
      message: l10n.t('Only AJAX looks at loginrequired, and this function does not answer AJAX.'),
      suggest: choices(
        ajax ? entry.replace('ajax', 'true') : entry.insert('ajax', 'true', 'type', 'description'),
        entry.remove('loginrequired'),
      ),
    };
  },
);
