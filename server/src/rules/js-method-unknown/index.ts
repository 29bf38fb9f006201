import * as l10n from '@vscode/l10n';
import { nearestName } from '../nearest.ts';
import { ajaxCalls, wouldBeIndexed } from '../places.ts';
import type { Finding, Rule } from '../rule.ts';
import { withNearest } from '../texts.ts';

export const jsMethodUnknown: Rule = {
  id: 'js-method-unknown',
  defaultSeverity: 'error',
  since: '0.1.0',
  *check(context): Generator<Finding> {
    const { functions } = context.snapshot;
    for (const { name, span } of ajaxCalls(context)) {
      if (functions.has(name) || !wouldBeIndexed(context.snapshot, name)) continue;
      const message = l10n.t('No component declares this function.');
      yield { ...span, ...withNearest(message, nearestName(name, functions.keys())) };
    }
  },
};
