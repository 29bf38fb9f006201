import { methodRule } from '../methods.ts';
import { missingKeys } from '../missingKeys.ts';
import * as l10n from '@vscode/l10n';

export const validateParametersMissingKey = methodRule(
  { id: 'validate-parameters-missing-key', defaultSeverity: 'error', needsCompleteSchema: true, fixes: 'fix' },
  (method) =>
    missingKeys(method, 'VALUE_REQUIRED', (key) =>
      l10n.t("The schema requires '{0}', which is not passed: every call fails.", key),
    ),
);
