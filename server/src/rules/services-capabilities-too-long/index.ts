import { quoted } from '../../edits/style.ts';
import { choices, functionRule } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const servicesCapabilitiesTooLong = functionRule(
  { id: 'services-capabilities-too-long', defaultSeverity: 'error', fixes: 'suggest' },
  function* (entry) {
    const value = entry.known('capabilities');
    if (typeof value !== 'string' || value.length <= 255) return;
    const message = l10n.t(
      'The column holds {0} characters, this has {1}: the upgrade of the plugin fails.',
      255,
      value.length,
    );
    const code = quoted(shortened(value));
    yield { ...entry.place('capabilities'), message, suggest: choices(entry.replace('capabilities', code)) };
  },
);

/** As many of the names as fit; the list is advice. */
function shortened(list: string): string {
  let fitting = '';
  for (const name of list.split(',').map((one) => one.trim())) {
    const longer = fitting === '' ? name : `${fitting}, ${name}`;
    if (longer.length <= 255) fitting = longer;
  }
  return fitting;
}
