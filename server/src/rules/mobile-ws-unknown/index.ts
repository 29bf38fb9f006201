import { callSites } from '../../callers/callSites.ts';
import { nearestName } from '../nearest.ts';
import { wouldBeIndexed } from '../places.ts';
import type { Finding, Rule } from '../rule.ts';
import { withNearest } from '../texts.ts';
import * as l10n from '@vscode/l10n';

export const mobileWsUnknown: Rule = {
  id: 'mobile-ws-unknown',
  defaultSeverity: 'error',
  fixes: 'suggest',
  *check({ snapshot, document }): Generator<Finding> {
    for (const { kind, name, span } of callSites(document)) {
      if ((kind !== 'template' && kind !== 'app') || snapshot.functions.has(name) || !wouldBeIndexed(snapshot, name))
        continue;
      const message = l10n.t('No component declares {0}: the app reports an error.', name);
      yield withNearest(message, nearestName(name, snapshot.comparableNames), document, span);
    }
  },
};
