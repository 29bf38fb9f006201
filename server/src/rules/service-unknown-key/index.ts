import * as l10n from '@vscode/l10n';
import { serviceKeys } from '../../features/shared/entryKeys.ts';
import { EntrySubject } from '../entryRules.ts';
import { nearestName } from '../nearest.ts';
import { isQuoted, servicesFile, unquoted } from '../places.ts';
import type { Finding, Rule } from '../rule.ts';
import { alsoSuggesting, withNearest } from '../texts.ts';

const keys = serviceKeys.map(({ name }) => name);

export const serviceUnknownKey: Rule = {
  id: 'service-unknown-key',
  defaultSeverity: 'warning',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const services = servicesFile(context);
    if (!services) return;
    const { file, declared, component } = services;
    for (const entry of declared.services) {
      for (const { key, keySpan } of entry.writtenFields) {
        if (!isQuoted(file, keySpan) || keys.includes(key)) continue;
        const message = l10n.t('Moodle does not read the key {0}.', key);
        const found = withNearest(message, nearestName(key, keys), context.document, unquoted(file, keySpan));
        yield alsoSuggesting(found, () => {
          const removal = new EntrySubject(context, file, component, entry).remove(key);
          return removal ? [removal()] : [];
        });
      }
    }
  },
};
