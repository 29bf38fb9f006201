import * as l10n from '@vscode/l10n';
import { functionKeys } from '../../features/shared/entryKeys.ts';
import { fieldFlag } from '../../index/entry.ts';
import { EntrySubject } from '../entryRules.ts';
import { nearestName } from '../nearest.ts';
import { isQuoted, servicesFile, unquoted } from '../places.ts';
import type { Finding, Rule } from '../rule.ts';
import { alsoSuggesting, withNearest } from '../texts.ts';

export const servicesUnknownKey: Rule = {
  id: 'services-unknown-key',
  defaultSeverity: 'warning',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const services = servicesFile(context);
    if (!services) return;
    const { file, declared, component } = services;
    const branch = Number(context.snapshot.codebase.branch ?? Infinity);
    for (const entry of declared.functions) {
      for (const { key, keySpan } of entry.writtenFields) {
        if (!isQuoted(file, keySpan)) continue;
        const known = functionKeys.find(({ name }) => name === key);
        if (!known) {
          const nearest = nearestName(
            key,
            functionKeys.map(({ name }) => name),
          );
          const message = l10n.t('Moodle does not read the key {0}.', key);
          const found = withNearest(message, nearest, context.document, unquoted(file, keySpan));
          yield alsoSuggesting(found, () => {
            const removal = new EntrySubject(context, file, component, entry).remove(key);
            return removal ? [removal()] : [];
          });
        } else if (known.since !== undefined && known.since > branch) {
          const message = l10n.t('Moodle does not read this key before version {0}.', versionOf(known.since));
          yield { ...unquoted(file, keySpan), severity: 'hint', tag: 'unnecessary', message };
        } else if (key === 'allowcorsrequests' && entry.complete && fieldFlag(entry, 'loginrequired', true)) {
          const message = l10n.t('This key has no effect unless loginrequired is false.');
          yield { ...unquoted(file, keySpan), message };
        }
      }
    }
  },
};

/** `503` → `5.3` */
const versionOf = (branch: number): string => `${Math.floor(branch / 100)}.${branch % 100}`;
