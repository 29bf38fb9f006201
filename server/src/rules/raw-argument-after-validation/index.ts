import { quoted } from '../../edits/style.ts';
import { endsStatement } from '../blocks.ts';
import { methodRule } from '../methods.ts';
import type { RunningMethod } from '../methods.ts';
import type { Validation } from '../validations.ts';
import type { VariableUse } from '../variables.ts';
import * as l10n from '@vscode/l10n';

export const rawArgumentAfterValidation = methodRule(
  { id: 'raw-argument-after-validation', defaultSeverity: 'hint', needsCompleteSchema: true, fixes: 'fix' },
  function* (method) {
    const { php, cursor: c, file } = method;
    // Where it is validated twice, nobody can tell which result is meant.
    const [validation, ...more] = method.validations;
    if (validation?.result.kind !== 'variable' || more.length > 0) return;
    const { keys, result, call, passed, isComplete } = validation;
    const isChanged = method.variables.some(
      ({ name, at, isWrite }) => isWrite && name === result.name && at > call.close,
    );
    for (const [name, { required }] of keys ?? []) {
      if (!php.includes(name) || name === result.name) continue;
      const own = passed.find(({ key }) => key === name);
      // What is not passed has its default there: validate-parameters-missing-default-key tells.
      if (isComplete && !own) continue;
      const raw = rawReads(method, validation, name);
      const [first] = raw;
      if (!first) continue;
      const code = `$${result.name}[${quoted(name)}]`;
      const change = () => ({
        title: l10n.t('Change to {0}', code),
        edits: raw.map(({ at }) => ({ path: file.path, ...c.span(at), text: code })),
      });
      const canReplace = !isChanged && required !== 'VALUE_OPTIONAL' && !raw.some(({ isInClosure }) => isInClosure);
      const isSure = own?.variable === name && endsStatement(method.facts, call);
      yield {
        ...c.span(first.at),
        message: l10n.t('This is the value as it was passed. The validated one is {0}.', code),
        fix: canReplace && isSure ? change : undefined,
        suggest: canReplace && !isSure ? () => [change()] : undefined,
      };
    }
  },
);

/** Where a parameter is read as it came, behind its validation: until it gets another value. */
function rawReads({ variables }: RunningMethod, { call }: Validation, parameter: string): VariableUse[] {
  const behind = variables.filter(({ name, at }) => name === parameter && at > call.close);
  const written = behind.findIndex(({ isWrite }) => isWrite);
  const first = behind[written];
  const end = first ? first.at : Infinity;
  return behind.filter(({ at }) => at < end);
}
