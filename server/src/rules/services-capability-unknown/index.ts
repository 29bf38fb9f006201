import { functionRule } from '../entryRules.ts';
import { nearestName } from '../nearest.ts';
import { valuePlace } from '../places.ts';
import { withNearest } from '../texts.ts';
import * as l10n from '@vscode/l10n';

export const servicesCapabilityUnknown = functionRule(
  { id: 'services-capability-unknown', defaultSeverity: 'warning', fixes: 'suggest' },
  function* ({ entry, file, snapshot, context: { document } }) {
    const field = entry.fields.get('capabilities');
    if (typeof field?.value !== 'string') return;
    const { start, end } = valuePlace(file, entry, field);
    const text = file.text.slice(start, end);
    // What is put together from pieces has no place of its own.
    if (text !== field.value) return;
    for (const match of text.matchAll(/[^\s,]+/g)) {
      const [name] = match;
      if (snapshot.capability(name) || !snapshot.capabilityOwner(name)) continue;
      const place = { start: start + match.index, end: start + match.index + name.length };
      const nearest = nearestName(name, snapshot.capabilities.keys());
      yield withNearest(l10n.t('No plugin defines the capability {0}.', name), nearest, document, place);
    }
  },
);
