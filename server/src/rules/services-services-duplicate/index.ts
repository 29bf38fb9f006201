import { arrayAt, removeItem } from '../../edits/arrayEdits.ts';
import { functionRule } from '../entryRules.ts';
import { unquoted } from '../places.ts';
import * as l10n from '@vscode/l10n';

export const servicesServicesDuplicate = functionRule(
  { id: 'services-services-duplicate', defaultSeverity: 'hint', fixes: 'fix' },
  function* ({ entry, file }) {
    const field = entry.fields.get('services');
    const literal = field && arrayAt(file, field.valueSpan);
    const values = field?.value;
    // Item by item: what is spread or computed has no place of its own.
    if (!literal || !Array.isArray(values) || literal.items.length !== values.length) return;
    for (const [at, value] of values.entries()) {
      const item = literal.items[at];
      if (typeof value !== 'string' || values.indexOf(value) === at || !item) continue;
      yield {
        ...unquoted(file, item),
        tag: 'unnecessary',
        message: l10n.t('{0} is in the list already.', value),
        fix: () => ({ title: l10n.t('Remove it'), edits: [removeItem(file, literal, at)] }),
      };
    }
  },
);
