/** What rules about callers ask of the function that is called. */
import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import type { SingleNode } from '../../../webservice/src/schema/node.ts';
import type { FunctionDeclaration } from '../index/evaluateFunction.ts';
import { isDeclared } from '../index/knownFunctions.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { Related, RuleContext } from './rule.ts';
import { FunctionSubject } from './entryRules.ts';
import * as l10n from '@vscode/l10n';

/** The parameters of a function that is declared here, when they are known in full. */
export function parametersOf(
  snapshot: IndexSnapshot,
  name: string,
): { fn: FunctionDeclaration; keys: SingleNode['keys'] } | undefined {
  const fn = snapshot.functions.get(name);
  const parameters = fn && isDeclared(fn) ? snapshot.describe(fn).parameters : undefined;
  return fn && parameters?.kind === 'single' && parameters.complete ? { fn, keys: parameters.keys } : undefined;
}

/** A function that is declared here, described. */
export function describedOf(snapshot: IndexSnapshot, name: string): ExternalFunction | undefined {
  const fn = snapshot.functions.get(name);
  return fn && isDeclared(fn) ? snapshot.describe(fn) : undefined;
}

/** Where a function is declared. */
export const declaredAt = ({ entry }: FunctionDeclaration): Related[] =>
  entry.path === '' ? [] : [{ path: entry.path, ...entry.nameSpan, message: l10n.t('It is declared here.') }];

/** The entry of a function, to be changed. */
export function entryOf(context: RuleContext, fn: FunctionDeclaration): FunctionSubject | undefined {
  const file = isDeclared(fn) ? context.snapshot.file(fn.entry.path) : undefined;
  return file && new FunctionSubject(context, file, fn);
}
