import { quoted } from '../../edits/style.ts';
import type { ArrayLiteral } from '../../edits/arrayEdits.ts';
import { T } from '../../php/lexer.ts';
import { methodRule } from '../methods.ts';
import type { RunningMethod } from '../methods.ts';
import type { Validation } from '../validations.ts';
import * as l10n from '@vscode/l10n';

export const validateParametersNotArray = methodRule(
  { id: 'validate-parameters-not-array', defaultSeverity: 'error', needsCompleteSchema: true, fixes: 'suggest' },
  function* (method) {
    const { file, php } = method;
    for (const validation of method.validations) {
      const { keys, values, array } = validation;
      // A schema of values without names takes a list.
      if (!keys || keys.length === 0 || keys.some(([name]) => name === '0') || !values) continue;
      if (!isBareParameter(method, validation) && !(array && isList(method, array))) continue;
      const names = keys.map(([name]) => name);
      // Moodle passes by position.
      const variables = names.map((name, at) => (php.includes(name) || php.length !== names.length ? name : php[at]));
      const items = names.map((name, at) => `${quoted(name)} => $${variables[at] ?? name}`).join(', ');
      const code = `[${items}]`;
      const { start, end } = values;
      yield {
        start,
        end,
        message: l10n.t('The schema has names for its values, and these come without: Moodle refuses them.'),
        suggest: variables.every((name) => name !== undefined && php.includes(name))
          ? () => [{ title: l10n.t('Change to {0}', code), edits: [{ path: file.path, start, end, text: code }] }]
          : undefined,
      };
    }
  },
);

/** Whether a PHP parameter is passed as it came. */
function isBareParameter({ file, php, variables }: RunningMethod, { values, call }: Validation): boolean {
  const code = values ? file.text.slice(values.start, values.end) : '';
  const name = code.slice(1);
  if (!code.startsWith('$') || !php.includes(name)) return false;
  return !variables.some((use) => use.name === name && use.isWrite && use.at < call.at);
}

/** Whether a literal has no names at all. */
const isList = ({ cursor: c }: RunningMethod, { items }: ArrayLiteral): boolean =>
  items.length > 0 && items.every((item) => item.keySpan === undefined && c.kind(item.first) !== T.Ellipsis);
