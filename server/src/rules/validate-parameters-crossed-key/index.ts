import { methodRule } from '../methods.ts';
import * as l10n from '@vscode/l10n';

export const validateParametersCrossedKey = methodRule(
  { id: 'validate-parameters-crossed-key', defaultSeverity: 'error', needsCompleteSchema: true, fixes: 'suggest' },
  function* ({ validations, file, php, variables }) {
    for (const { call, keys, passed } of validations) {
      const names = new Set(keys?.map(([name]) => name));
      const isParameter = (name: string) => names.has(name) && php.includes(name);
      for (const { key, variable, item } of passed) {
        if (variable === undefined || !item || variable === key || !isParameter(key) || !isParameter(variable))
          continue;
        // Where one of both got another value before, it may be meant so.
        const isOther = variables.some(
          ({ name, at, isWrite }) => isWrite && at < call.at && [key, variable].includes(name),
        );
        if (isOther) continue;
        const { start, end } = item.value;
        yield {
          start,
          end,
          message: l10n.t("'{0}' is given the parameter ${1}, although there is ${0}.", key, variable),
          suggest: () => [
            { title: l10n.t('Change to {0}', `$${key}`), edits: [{ path: file.path, start, end, text: `$${key}` }] },
          ],
        };
      }
    }
  },
);
