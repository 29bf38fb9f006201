import { ajaxCalls } from '../places.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const jsNotInRepository: Rule = {
  id: 'js-not-in-repository',
  defaultSeverity: 'off',
  tags: ['convention'],
  *check(context): Generator<Finding> {
    const { path } = context.document;
    if (!path.includes('/amd/src/') || /\/(repository|repository\/.*|\w*_?repository)\.js$/.test(path)) return;
    for (const { span } of ajaxCalls(context))
      yield { ...span, message: l10n.t('Calls of web services have their place in {0}.', 'amd/src/repository.js') };
  },
};
