import { codeLike, indentAt } from '../../edits/style.ts';
import { neutral } from '../methodStub.ts';
import { canReturn, returnTypeOf } from '../phpTypes.ts';
import { problemRule } from '../results.ts';
import * as l10n from '@vscode/l10n';

export const returnStructureScalar = problemRule(
  { id: 'return-structure-scalar', defaultSeverity: 'error', fixes: 'suggest' },
  'scalar',
  function* (result, { node, value, path }) {
    const message =
      node.kind === 'single'
        ? l10n.t('A structure is described, and {0} is returned: Moodle refuses the answer.', result.code(value))
        : l10n.t('A list is described, and {0} is returned: Moodle refuses the answer.', result.code(value));
    const declared = returnTypeOf(result.file, result.method);
    yield {
      ...result.at(value, message, path),
      // PHP refuses an array where it is told to expect something else.
      suggest:
        declared && path.length === 0 && !canReturn(declared.text, node)
          ? undefined
          : () => {
              const code = neutral(node, 0);
              const indent = indentAt(result.file.text, value.start);
              const edit = result.edit(value, codeLike(result.file, code, indent));
              return [{ title: l10n.t('Return {0}', code.includes('\n') ? '[…]' : code), edits: [edit] }];
            },
    };
  },
);
