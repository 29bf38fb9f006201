import * as l10n from '@vscode/l10n';
import { nearestName } from '../nearest.ts';
import { servicesFile, valuePlace } from '../places.ts';
import type { Finding, Rule } from '../rule.ts';
import { withNearest } from '../texts.ts';

const types = ['read', 'write'];

export const servicesTypeInvalid: Rule = {
  id: 'services-type-invalid',
  defaultSeverity: 'warning',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const services = servicesFile(context);
    if (!services) return;
    const { file, declared } = services;
    for (const entry of declared.functions) {
      const field = entry.fields.get('type');
      if (typeof field?.value !== 'string' || types.includes(field.value)) continue;
      const message = l10n.t('The type of a function is read or write.');
      yield withNearest(message, nearestName(field.value, types), context.document, valuePlace(file, entry, field));
    }
  },
};
