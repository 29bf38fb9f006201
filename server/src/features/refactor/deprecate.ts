import * as l10n from '@vscode/l10n';
import { insertMethod } from '../../edits/classEdits.ts';
import { docComment } from '../../edits/docComment.ts';

import type { RefactorContext, Refactoring } from './context.ts';
import { externalMethodAt } from './entryFromClass.ts';

/** The method by which Moodle knows that a function is deprecated (external_api::external_function_info). */
export function* deprecate(context: RefactorContext): Generator<Refactoring> {
  const found = externalMethodAt(context);
  if (!found) return;
  const { file, cls, method } = found;
  const name = `${method.name}_is_deprecated`;
  if (cls.members.some((one) => one.name.toLowerCase() === name.toLowerCase())) return;
  const returns = cls.members.find((one) => one.name.toLowerCase() === `${method.name.toLowerCase()}_returns`);
  const code = `${docComment(['Marks the function as deprecated.', '', '@return bool'])}
public static function ${name}(): bool {
    return true;
}`;
  yield { title: l10n.t('Mark the function as deprecated'), edits: () => [insertMethod(file, cls, code, returns)] };
}
