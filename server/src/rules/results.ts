/** What a method returns beside the description of it. */
import type { SchemaNode } from '../../../webservice/src/schema/node.ts';
import type { FunctionDeclaration } from '../index/evaluateFunction.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import type { MemberIsland } from '../php/islands.ts';
import { implementedFunctions } from './implementations.ts';
import { perDocument } from './perDocument.ts';
import type { Finding, Related, Rule, RuleFacts } from './rule.ts';

/** A method of the document, and a function it serves whose result is known in full. */
export interface Result {
  readonly fn: FunctionDeclaration;
  readonly file: SourceFile;
  readonly method: MemberIsland;
  /** Null: the function returns nothing. */
  readonly returns: SchemaNode | null;
  /** Where the function is declared. */
  readonly related: readonly Related[];
}

/** The methods of a document with the functions they serve; a method that serves several once. */
const resultsOf = perDocument((context): readonly Result[] => {
  const { snapshot, document } = context;
  const file = snapshot.file(document.path);
  const seen = new Set<MemberIsland>();
  return implementedFunctions(context).flatMap(({ fn, implementation, related }) => {
    const method = implementation.method;
    if (!file || method?.cls.path !== document.path || seen.has(method.member)) return [];
    const { returns, complete } = snapshot.describe(fn);
    if (returns ? !returns.complete : !complete) return [];
    seen.add(method.member);
    return [{ fn, file, method: method.member, returns, related }];
  });
});

/** A rule about each method whose function describes its result in full. */
export function resultRule(facts: RuleFacts, check: (result: Result) => Iterable<Finding>): Rule {
  return {
    needsCompleteSchema: true,
    ...facts,
    *check(context) {
      for (const result of resultsOf(context)) yield* check(result);
    },
  };
}
