import { insertStatements } from '../../edits/statementEdits.ts';
import { reaches } from '../bodies.ts';
import { methodRule } from '../methods.ts';
import { validatingCall } from '../validationCode.ts';
import * as l10n from '@vscode/l10n';

export const validateParametersMissingNoparams = methodRule(
  {
    id: 'validate-parameters-missing-noparams',
    defaultSeverity: 'off',
    needsCompleteSchema: true,
    tags: ['convention'],
    fixes: 'fix',
  },
  function* ({ keys, member, file, reach, related }) {
    if (keys?.length !== 0 || !reach.isWhole || reaches(reach, 'validate_parameters')) return;
    yield {
      ...member.nameSpan,
      message: l10n.t('The method takes no parameters, and does not call validate_parameters() as others do.'),
      related,
      fix: () => ({
        title: l10n.t('Call validate_parameters()'),
        edits: [insertStatements(file, member, validatingCall(file, member, []))],
      }),
    };
  },
);
