import { headOf, problemRule } from '../results.ts';
import * as l10n from '@vscode/l10n';

export const returnKeyedArrayForMultiple = problemRule(
  { id: 'return-keyed-array-for-multiple', defaultSeverity: 'hint', fixes: 'suggest' },
  'keyed',
  function* (result, { value, path }) {
    const message = l10n.t('A list is described: Moodle sends the values, and these keys are lost.');
    yield {
      ...result.at(headOf(result, value.literal), message, path),
      suggest: () => [
        {
          title: l10n.t('Wrap it in {0}', 'array_values()'),
          edits: [result.edit(value, `array_values(${result.code(value)})`)],
        },
      ],
    };
  },
);
