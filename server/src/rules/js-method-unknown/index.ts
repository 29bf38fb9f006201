import * as l10n from '@vscode/l10n';
import { isDeclared } from '../../index/knownFunctions.ts';
import { nearestName } from '../nearest.ts';
import { ajaxCalls, wouldBeIndexed } from '../places.ts';
import type { Finding, Rule } from '../rule.ts';
import { withNearest } from '../texts.ts';

export const jsMethodUnknown: Rule = {
  id: 'js-method-unknown',
  defaultSeverity: 'error',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const { snapshot } = context;
    for (const { name, span } of ajaxCalls(context)) {
      if (snapshot.functions.has(name)) continue;
      const nearest = nearestName(name, snapshot.comparableNames);
      const meant = nearest === undefined ? undefined : snapshot.functions.get(nearest);
      // Without a tree, a slip in a name of Moodle's own; nothing can be said of other plugins' functions.
      if (!wouldBeIndexed(snapshot, name) && (!meant || isDeclared(meant))) continue;
      const message = l10n.t('No component declares {0}.', name);
      yield withNearest(message, nearest, context.document, span);
    }
  },
};
