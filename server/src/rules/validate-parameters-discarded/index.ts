import { eolOf, fits, indentAt, indentUnit, quoted } from '../../edits/style.ts';
import { methodRule } from '../methods.ts';
import type { RunningMethod } from '../methods.ts';
import type { Validation } from '../validations.ts';
import * as l10n from '@vscode/l10n';

export const validateParametersDiscarded = methodRule(
  { id: 'validate-parameters-discarded', defaultSeverity: 'hint', fixes: 'suggest' },
  function* (method) {
    const { validations, file, variables } = method;
    for (const validation of validations) {
      const { call, result } = validation;
      if (result.kind !== 'discarded') continue;
      const raw = new Set(variables.filter(({ at, isWrite }) => at > call.close && !isWrite).map(({ name }) => name));
      const target = targetOf(method, validation, raw);
      if (target === undefined) continue;
      const { start } = call.island;
      yield {
        ...call.nameSpan,
        message: l10n.t('What is used is not what was validated: defaults of nested keys and types are lost.'),
        suggest:
          target === ''
            ? undefined
            : () => [
                {
                  title: l10n.t('Use the validated values'),
                  edits: [{ path: file.path, start, end: start, text: `${target} = ` }],
                },
              ],
      };
    }
  },
);

/** What the result could be assigned to; empty where that is not sure, undefined where no raw value is used. */
function targetOf(
  { file, php }: RunningMethod,
  { keys, passed, isComplete, values, call }: Validation,
  raw: ReadonlySet<string>,
): string | undefined {
  const variable = values ? file.text.slice(values.start, values.end) : '';
  if (raw.has(variable.slice(1)) && variable.startsWith('$')) return variable;
  const used = keys?.filter(([name]) => php.includes(name) && raw.has(name)) ?? [];
  if (used.length === 0) return undefined;
  // Each name is passed, so that none is undefined behind it.
  const isSure = used.every(([name]) => passed.some((one) => one.key === name && one.variable === name));
  if (!isComplete || !isSure) return '';
  const items = used.map(([name]) => `${quoted(name)} => $${name}`);
  const { start } = call.island;
  if (fits(file, { start, end: start }, `[${items.join(', ')}] = `)) return `[${items.join(', ')}]`;
  const eol = eolOf(file.text);
  const indent = eol + indentAt(file.text, start);
  return `[${items.map((one) => `${indent}${indentUnit(file.text)}${one},`).join('')}${indent}]`;
}
