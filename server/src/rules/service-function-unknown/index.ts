import * as l10n from '@vscode/l10n';
import { fieldList } from '../../index/entry.ts';
import { nearestName } from '../nearest.ts';
import { servicesFile, textsIn, wouldBeIndexed } from '../places.ts';
import type { Finding, Rule } from '../rule.ts';
import { withNearest } from '../texts.ts';

export const serviceFunctionUnknown: Rule = {
  id: 'service-function-unknown',
  defaultSeverity: 'error',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const services = servicesFile(context);
    if (!services) return;
    const { snapshot } = context;
    const { file, declared } = services;
    for (const entry of declared.services) {
      const field = entry.fields.get('functions');
      if (!field) continue;
      // What stands in the value without being an element (the key of an array, an argument) is none of our business.
      const members = new Set(fieldList(entry, 'functions'));
      for (const { text, span } of textsIn(file, field.valueSpan)) {
        if (!members.has(text) || snapshot.functions.has(text)) continue;
        const nearest = nearestName(text, snapshot.comparableNames);
        if (nearest === undefined && !wouldBeIndexed(snapshot, text)) continue;
        yield withNearest(l10n.t('Nothing declares {0}.', text), nearest, context.document, span);
      }
    }
  },
};
