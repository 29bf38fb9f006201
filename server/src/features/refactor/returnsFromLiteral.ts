import * as l10n from '@vscode/l10n';
import { describeReturns } from '../../rules/describeReturns.ts';
import type { RefactorContext, Refactoring } from './context.ts';
import { undescribedMethodAt } from './describe.ts';

/** What a method returns last, described; `null` where it returns nothing. */
export function* returnsFromLiteral(context: RefactorContext): Generator<Refactoring> {
  const found = undescribedMethodAt(context, '_returns');
  const edits = found && describeReturns(found.file, found.cls, found.method);
  if (edits) yield { title: l10n.t('Describe what {0}() returns', found.method.name), edits };
}
