import { unknownChecks } from '../capabilities.ts';
import { nearestName } from '../nearest.ts';
import type { Finding, Rule } from '../rule.ts';
import { withNearest } from '../texts.ts';
import * as l10n from '@vscode/l10n';

/** Those of the component itself are access-capability-missing's. */
export const capabilityLiteralUnknown: Rule = {
  id: 'capability-literal-unknown',
  defaultSeverity: 'warning',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const { snapshot, document } = context;
    const component = snapshot.componentOf(document.path);
    for (const { name, ...place } of unknownChecks(context)) {
      const owner = snapshot.capabilityOwner(name);
      // A plugin that is not there may define it, and code may ask whether a capability exists.
      if (!owner || owner === component || asksFirst(document.text.getText(), name)) continue;
      const message = l10n.t(
        '{0} does not define this capability: nobody has it, administrators included.',
        owner.name === 'core' ? 'Moodle' : owner.name,
      );
      yield withNearest(message, nearestName(name, snapshot.capabilities.keys()), document, place);
    }
  },
};

const asksFirst = (text: string, name: string): boolean =>
  text.includes('get_capability_info') && new RegExp(`get_capability_info\\s*\\(\\s*['"]${name}`).test(text);
