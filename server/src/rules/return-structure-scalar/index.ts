import { problemRule } from '../results.ts';
import * as l10n from '@vscode/l10n';

export const returnStructureScalar = problemRule(
  { id: 'return-structure-scalar', defaultSeverity: 'error' },
  'scalar',
  function* (result, { node, value, path }) {
    const message =
      node.kind === 'single'
        ? l10n.t('A structure is described, and {0} is returned: Moodle refuses the answer.', result.code(value))
        : l10n.t('A list is described, and {0} is returned: Moodle refuses the answer.', result.code(value));
    yield result.at(value, message, path);
  },
);
