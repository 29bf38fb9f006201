import { methodRule } from '../methods.ts';
import { missingKeys } from '../missingKeys.ts';
import * as l10n from '@vscode/l10n';

export const validateParametersMissingDefaultKey = methodRule(
  { id: 'validate-parameters-missing-default-key', defaultSeverity: 'info', needsCompleteSchema: true, fixes: 'fix' },
  (method) =>
    missingKeys(method, 'VALUE_DEFAULT', (key) =>
      l10n.t("'{0}' is not passed, so that the result has its default, whatever a client sent.", key),
    ),
);
