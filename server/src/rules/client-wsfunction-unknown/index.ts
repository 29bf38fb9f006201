import { callSites } from '../../callers/callSites.ts';
import { nearestName } from '../nearest.ts';
import { wouldBeIndexed } from '../places.ts';
import type { Finding, Rule } from '../rule.ts';
import { withNearest } from '../texts.ts';
import * as l10n from '@vscode/l10n';

export const clientWsfunctionUnknown: Rule = {
  id: 'client-wsfunction-unknown',
  defaultSeverity: 'warning',
  fixes: 'suggest',
  *check({ snapshot, document }): Generator<Finding> {
    for (const { kind, name, span } of callSites(document)) {
      if (kind !== 'wsfunction' || snapshot.functions.has(name) || !wouldBeIndexed(snapshot, name)) continue;
      yield withNearest(
        l10n.t('No component declares {0}.', name),
        nearestName(name, snapshot.comparableNames),
        document,
        span,
      );
    }
  },
};
