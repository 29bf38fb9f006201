/** What methods return beside the descriptions of it. */
import * as l10n from '@vscode/l10n';
import type { SchemaNode } from '../../../webservice/src/schema/node.ts';
import type { ArrayLiteral } from '../edits/arrayEdits.ts';
import type { TextEdit } from '../edits/textEdit.ts';
import type { FunctionDeclaration } from '../index/evaluateFunction.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import { Cursor } from '../php/cursor.ts';
import type { Span } from '../php/cursor.ts';
import type { MemberIsland } from '../php/islands.ts';
import { sitesOf } from './descriptionSites.ts';
import type { DescriptionSite } from './descriptionSites.ts';
import { implementedFunctions } from './implementations.ts';
import { perDocument } from './remembered.ts';
import { resultProblems } from './resultProblems.ts';
import type { ResultPath, ResultProblem } from './resultProblems.ts';
import { returnsOf } from './returned.ts';
import type { ReturnStatements } from './returned.ts';
import type { Finding, Related, Rule, RuleContext, RuleFacts } from './rule.ts';

/** A method of the document, and a function it serves whose result is known in full. */
export class Result {
  private problemsMemo: readonly ResultProblem[] | undefined;

  constructor(
    readonly context: RuleContext,
    readonly fn: FunctionDeclaration,
    readonly file: SourceFile,
    readonly method: MemberIsland,
    /** Null: the function returns nothing. */
    readonly returns: SchemaNode | null,
    readonly describing: MemberIsland | undefined,
    /** Where the function is declared. */
    readonly related: readonly Related[],
  ) {}

  get statements(): ReturnStatements {
    return returnsOf(this.file, this.method);
  }

  /** Where what is returned is not what is described. */
  get problems(): readonly ResultProblem[] {
    return (this.problemsMemo ??= this.compare());
  }

  private compare(): ResultProblem[] {
    const { returns, statements } = this;
    if (!returns || statements.isGenerator) return [];
    const found = statements.values.flatMap((value) => (value ? [...resultProblems(returns, value)] : []));
    // A variable that is returned twice is one text.
    const place = (one: ResultProblem) => (one.kind === 'extra' ? one.item.value.start : one.value.start);
    const texts = new Map(found.map((one) => [`${one.kind} ${place(one)}`, one]));
    return [...texts.values()];
  }

  /** Where a part of the result is described, when the description is one expression of this document. */
  site(path: ResultPath): DescriptionSite | undefined {
    // By place: structure that was given back and read again is of other objects.
    const sites = sitesOf(this.context).filter(({ member }) => member.start === this.describing?.start);
    const [root, ...others] = sites.filter(({ parent }) => !parent);
    return path.reduce<DescriptionSite | undefined>(
      (site, key) => site && sites.find((one) => one.parent === site && one.key === (key ?? undefined)),
      others.length === 0 ? root : undefined,
    );
  }

  /** A finding about a part of the result. */
  at(place: Span, message: string, path: ResultPath): Finding {
    const { file, related } = this;
    const site = this.site(path)?.island;
    const described = site && { path: file.path, start: site.start, end: site.end };
    return {
      start: place.start,
      end: place.end,
      message,
      related: [...(described ? [{ ...described, message: l10n.t('It is described here.') }] : []), ...related],
    };
  }

  /** The text of an expression. */
  code({ start, end }: Span): string {
    return this.file.text.slice(start, end);
  }

  readonly edit = ({ start, end }: Span, text: string): TextEdit => ({ path: this.file.path, start, end, text });
}

/** The methods of a document with the functions they serve; a method that serves several once. */
const resultsOf = perDocument((context): readonly Result[] => {
  const { snapshot, document } = context;
  const file = snapshot.file(document.path);
  const seen = new Set<number>();
  return implementedFunctions(context).flatMap(({ fn, implementation, related }) => {
    const { method, returns: found } = implementation;
    if (!file || method?.cls.path !== document.path || seen.has(method.member.start)) return [];
    // Where brackets are missing, nobody knows where the method ends.
    const { body } = method.member;
    if (body && !new Cursor(file.islands.tokens).isSound(body.first)) return [];
    const { returns, complete } = snapshot.describe(fn);
    if (returns ? !returns.complete : !complete) return [];
    seen.add(method.member.start);
    const describing = found?.cls.path === document.path ? found.member : undefined;
    return [new Result(context, fn, file, method.member, returns, describing, related)];
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

/** A rule about one kind of difference between what is returned and what is described. */
export function problemRule<Kind extends ResultProblem['kind']>(
  facts: RuleFacts,
  kind: Kind,
  check: (result: Result, problem: Extract<ResultProblem, { kind: Kind }>) => Iterable<Finding>,
): Rule {
  const isOfKind = (one: ResultProblem): one is Extract<ResultProblem, { kind: Kind }> => one.kind === kind;
  return resultRule(facts, function* (result) {
    for (const problem of result.problems) if (isOfKind(problem)) yield* check(result, problem);
  });
}

/** Where to tell something about an array: all of it on one line, else where it begins. */
export function headOf({ file }: Result, { start, end, isShort }: ArrayLiteral): Span {
  const isLine = !file.text.slice(start, end).includes('\n');
  return { start, end: isLine ? end : start + (isShort ? 1 : 'array'.length) };
}
