import { headOf, problemRule } from '../results.ts';
import * as l10n from '@vscode/l10n';

export const returnScalarArray = problemRule(
  { id: 'return-scalar-array', defaultSeverity: 'error' },
  'array',
  function* (result, { value, path }) {
    const message = l10n.t('A single value is described, and an array is returned: Moodle refuses the answer.');
    yield result.at(headOf(result, value.literal), message, path);
  },
);
