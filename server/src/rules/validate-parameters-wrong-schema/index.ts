import { methodRule } from '../methods.ts';
import { isOwnCall } from '../validations.ts';
import * as l10n from '@vscode/l10n';

export const validateParametersWrongSchema = methodRule(
  { id: 'validate-parameters-wrong-schema', defaultSeverity: 'warning', needsCompleteSchema: true, fixes: 'suggest' },
  function* (method) {
    const { validations, member, keys, file, related } = method;
    const own = `${member.name}_parameters`;
    for (const { schema, keys: others } of validations) {
      if (!schema || !isOwnCall(method, schema) || !/_parameters$/i.test(schema.name)) continue;
      // Both are known, and they agree: it does not matter which one is named.
      if (!keys || !others || JSON.stringify(keys) === JSON.stringify(others)) continue;
      yield {
        ...schema.nameSpan,
        message: l10n.t(
          '{0}() describes the parameters of another function; these are described by {1}().',
          schema.name,
          own,
        ),
        related,
        suggest: () => [
          { title: l10n.t('Change to {0}', own), edits: [{ path: file.path, ...schema.nameSpan, text: own }] },
        ],
      };
    }
  },
);
