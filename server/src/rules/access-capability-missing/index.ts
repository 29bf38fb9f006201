import { unknownChecks } from '../capabilities.ts';
import { definedHere } from '../newCapability.ts';
import { nearestName } from '../nearest.ts';
import type { Finding, Rule } from '../rule.ts';
import { alsoSuggesting, withNearest } from '../texts.ts';
import * as l10n from '@vscode/l10n';

export const accessCapabilityMissing: Rule = {
  id: 'access-capability-missing',
  defaultSeverity: 'error',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const { snapshot, document } = context;
    const component = snapshot.componentOf(document.path);
    for (const { name, ...place } of unknownChecks(context)) {
      if (snapshot.capabilityOwner(name) !== component) continue;
      const message = l10n.t('db/access.php does not define it: nobody has this capability, administrators included.');
      const found = withNearest(message, nearestName(name, snapshot.capabilities.keys()), document, place);
      yield alsoSuggesting(found, () => definedHere(context, component, name));
    }
  },
};
