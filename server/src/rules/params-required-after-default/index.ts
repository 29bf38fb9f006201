import { sitesOf } from '../descriptionSites.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const paramsRequiredAfterDefault: Rule = {
  id: 'params-required-after-default',
  defaultSeverity: 'hint',
  tags: ['convention'],
  *check(context): Generator<Finding> {
    const sites = sitesOf(context);
    for (const parameters of sites) {
      if (parameters.kind !== 'parameters') continue;
      const items = sites.filter(({ parent }) => parent === parameters);
      const first = items.findIndex((one) => one.required === 'VALUE_DEFAULT');
      const late =
        first < 0
          ? undefined
          : items.slice(first).find((one) => one.required === 'VALUE_REQUIRED' && one.kind !== 'other');
      const key = parameters.keys?.items.find(({ value }) => value.first === late?.island.first)?.keySpan;
      if (!late || !key) continue;
      yield {
        ...key,
        message: l10n.t(
          'A required parameter after one with a default: PHP code that calls the method has to give both.',
        ),
      };
    }
  },
};
