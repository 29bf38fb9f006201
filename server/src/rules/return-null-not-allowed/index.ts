import { problemRule } from '../results.ts';
import * as l10n from '@vscode/l10n';

export const returnNullNotAllowed = problemRule(
  { id: 'return-null-not-allowed', defaultSeverity: 'error' },
  'null',
  function* (result, { value, path }) {
    yield result.at(value, l10n.t('The description does not allow null here: Moodle refuses the answer.'), path);
  },
);
