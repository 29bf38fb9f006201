import * as l10n from '@vscode/l10n';
import { functionRule } from '../entryRules.ts';

/** What PHP takes for true, though it reads like false. */
const meansFalse = /^(false|no|off)$/i;

export const servicesAjaxNotBool = functionRule(
  { id: 'services-ajax-not-bool', defaultSeverity: 'hint', fixes: 'fix' },
  function* (entry) {
    const value = entry.known('ajax');
    if (value === undefined || value === null || typeof value === 'boolean') return;
    if (typeof value === 'string' && meansFalse.test(value)) {
      const message = l10n.t('PHP takes this text for true: the browser can call the function.');
      const suggest = [entry.replace('ajax', 'false'), entry.replace('ajax', 'true')];
      yield {
        ...entry.place('ajax'),
        severity: 'warning',
        message,
        suggest: () => suggest.flatMap((fix) => (fix ? [fix()] : [])),
      };
      return;
    }
    const isTrue = value !== 0 && value !== '' && value !== '0';
    const fix = entry.replace('ajax', isTrue ? 'true' : 'false');
    yield { ...entry.place('ajax'), message: l10n.t('Moodle reads this as {0}.', isTrue ? 'true' : 'false'), fix };
  },
);
