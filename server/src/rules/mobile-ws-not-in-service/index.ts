import { isDynamic } from '../../../../webservice/src/schema/node.ts';
import { callSites } from '../../callers/callSites.ts';
import { isDeclared } from '../../index/knownFunctions.ts';
import { declaredAt, entryOf } from '../described.ts';
import { choices } from '../entryRules.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

const app = 'moodle_mobile_app';

export const mobileWsNotInService: Rule = {
  id: 'mobile-ws-not-in-service',
  defaultSeverity: 'error',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const { snapshot, document } = context;
    for (const { kind, name, span } of callSites(document)) {
      const fn = kind === 'template' || kind === 'app' ? snapshot.functions.get(name) : undefined;
      const services = fn?.entry.fields.get('services');
      if (!fn || !isDeclared(fn) || !fn.entry.complete || (services && isDynamic(services.value))) continue;
      const offered = snapshot.servicesOf(fn);
      if (offered.includes(app)) continue;
      const entry = entryOf(context, fn);
      const constant = 'MOODLE_OFFICIAL_MOBILE_SERVICE';
      yield {
        ...span,
        // Some plugins have a service of their own for their own app.
        ...(offered.length > 0 ? { severity: 'info' as const } : {}),
        message: l10n.t('The function is not in the service of the Moodle app, which gets accessexception.'),
        related: declaredAt(fn),
        suggest: services || !entry ? undefined : choices(entry.insert('services', `[${constant}]`)),
      };
    }
  },
};
