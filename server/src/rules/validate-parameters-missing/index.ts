import { insertStatements } from '../../edits/statementEdits.ts';
import { reaches } from '../bodies.ts';
import { methodRule } from '../methods.ts';
import { validatingCall } from '../validationCode.ts';
import * as l10n from '@vscode/l10n';

export const validateParametersMissing = methodRule(
  {
    id: 'validate-parameters-missing',
    defaultSeverity: 'warning',
    needsCompleteSchema: true,
    tags: ['security'],
    fixes: 'fix',
  },
  function* ({ keys, member, file, php, reach, related }) {
    if (!keys || keys.length === 0 || !reach.isWhole || reaches(reach, 'validate_parameters')) return;
    // Only where each key has a variable of its name is it known what to pass.
    const names = keys.map(([name]) => name);
    const isSame = names.length === php.length && names.every((name, at) => name === php[at]);
    const mayLack = keys.some(([, { required }]) => required === 'VALUE_OPTIONAL');
    yield {
      ...member.nameSpan,
      message: l10n.t(
        'The parameters are not validated here: whoever calls the method in PHP, a test for example, can pass anything.',
      ),
      related,
      fix:
        isSame && !mayLack
          ? () => ({
              title: l10n.t('Validate the parameters'),
              edits: [insertStatements(file, member, validatingCall(file, member, names))],
            })
          : undefined,
    };
  },
);
