import { serviceRule } from '../entryRules.ts';
import { definedHere } from '../newCapability.ts';
import { nearestName } from '../nearest.ts';
import { alsoSuggesting, withNearest } from '../texts.ts';
import * as l10n from '@vscode/l10n';

export const serviceRequiredcapabilityUnknown = serviceRule(
  { id: 'service-requiredcapability-unknown', defaultSeverity: 'error', fixes: 'suggest' },
  function* (entry) {
    const { snapshot, context } = entry;
    const name = entry.known('requiredcapability');
    if (typeof name !== 'string' || name === '') return;
    if (snapshot.capability(name) || !snapshot.capabilityOwner(name)) return;
    const message = l10n.t('No plugin defines the capability {0}: nobody can use the service.', name);
    const nearest = nearestName(name, snapshot.capabilities.keys());
    const found = withNearest(message, nearest, context.document, entry.place('requiredcapability'));
    yield alsoSuggesting(found, () => definedHere(context, entry.component, name));
  },
);
