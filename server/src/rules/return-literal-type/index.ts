import { paramTypeByValue } from '../../../../webservice/src/schema/paramTypes.ts';
import { choices } from '../entryRules.ts';
import { problemRule } from '../results.ts';
import * as l10n from '@vscode/l10n';

export const returnLiteralType = problemRule(
  { id: 'return-literal-type', defaultSeverity: 'error', fixes: 'suggest' },
  'type',
  function* (result, { node, value, path }) {
    const name = paramTypeByValue(node.type)?.name;
    if (name === undefined) return;
    const message = l10n.t('{0} is no value of {1}: Moodle refuses the answer.', result.code(value), name);
    const code = meant(value.value, node.type);
    yield {
      ...result.at(value, message, path),
      suggest: choices(
        code === undefined
          ? undefined
          : () => ({ title: l10n.t('Change to {0}', code), edits: [result.edit(value, code)] }),
      ),
    };
  },
);

/** The value of the described type that comes nearest. */
function meant(value: string | number | boolean, type: string): string | undefined {
  if (type === 'bool') return /^(|no|off|false)$/i.test(String(value)) ? 'false' : 'true';
  const isNothing = value === false || value === '';
  if (type === 'int') return isNothing ? '0' : Number.isInteger(Number(value)) ? String(Number(value)) : undefined;
  return type === 'float' && isNothing ? '0.0' : undefined;
}
