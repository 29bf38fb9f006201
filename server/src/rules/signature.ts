/** The parameters of a method beside the keys that describe them: Moodle passes the one for the other by position. */
import * as l10n from '@vscode/l10n';
import type { SchemaNode, SingleNode } from '../../../webservice/src/schema/node.ts';
import type { TextEdit } from '../edits/textEdit.ts';
import type { FunctionDeclaration } from '../index/evaluateFunction.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import { Cursor } from '../php/cursor.ts';
import type { Span } from '../php/cursor.ts';
import type { MemberIsland } from '../php/islands.ts';
import { sitesOf } from './descriptionSites.ts';
import type { DescriptionSite } from './descriptionSites.ts';
import { implementedFunctions } from './implementations.ts';
import type { Implemented } from './implementations.ts';
import { perDocument } from './remembered.ts';
import { parametersOf } from './phpParameters.ts';
import type { PhpParameter } from './phpParameters.ts';
import type { Finding, Fix, Related, Rule, RuleContext, RuleFacts } from './rule.ts';

/** A key, and the PHP parameter that gets its value. */
export interface Pair {
  readonly key: string;
  readonly node: SchemaNode;
  readonly param: PhpParameter;
}

/** A method of the document, and a function it serves whose parameters are known in full. */
export class Signature {
  /** By position, as far as there are both; a variadic parameter gets all that are left. */
  readonly pairs: readonly Pair[];

  constructor(
    private readonly context: RuleContext,
    readonly fn: FunctionDeclaration,
    readonly file: SourceFile,
    readonly method: MemberIsland,
    readonly params: readonly PhpParameter[],
    readonly keys: SingleNode['keys'],
    private readonly describing: MemberIsland | undefined,
    /** Where the function is declared. */
    readonly related: readonly Related[],
  ) {
    const rest = params.at(-1);
    this.pairs = keys.flatMap(([key, node], at) => {
      const param = params[at] ?? (rest?.isVariadic ? rest : undefined);
      return param ? [{ key, node, param }] : [];
    });
  }

  /** Whether the method reads values for which it has no parameter. */
  get readsAllArguments(): boolean {
    const c = new Cursor(this.file.islands.tokens);
    const { first, last } = this.method.body ?? { first: 0, last: 0 };
    for (let i = first; i < last; i += 1)
      if (['func_get_args', 'func_get_arg', 'func_num_args'].some((word) => c.isWord(i, word))) return true;
    return this.params.some(({ isVariadic }) => isVariadic);
  }

  /** Where the keys are described, when that is one array of this document. */
  get description(): DescriptionSite | undefined {
    const { context, describing } = this;
    const sites = sitesOf(context).filter(
      ({ kind, member }) => kind === 'parameters' && member.start === describing?.start,
    );
    return sites.length === 1 ? sites[0] : undefined;
  }

  /** Where one key is described. */
  readonly site = (key: string): DescriptionSite | undefined => {
    const { description } = this;
    return description && sitesOf(this.context).find((site) => site.parent === description && site.key === key);
  };

  /** A finding at a parameter about the key whose value it gets. */
  at({ key, param }: Pair, message: string, place: Span = param.nameSpan): Finding {
    const site = this.site(key);
    const described = site && { path: this.file.path, start: site.island.start, end: site.island.end };
    return {
      start: place.start,
      end: place.end,
      message,
      related: described
        ? [{ ...described, message: l10n.t('It is described here.') }, ...this.related]
        : [...this.related],
    };
  }

  readonly edit = ({ start, end }: Span, text: string): TextEdit => ({ path: this.file.path, start, end, text });

  /** Writes another type, which the default has to be of. */
  retype({ typeSpan }: PhpParameter, type: string): (() => Fix) | undefined {
    if (!typeSpan) return undefined;
    return () => ({ title: l10n.t('Change the type to {0}', type), edits: [this.edit(typeSpan, type)] });
  }
}

/** The methods of a document with the functions they serve; a method that serves several once. */
const signaturesOf = perDocument((context): readonly Signature[] => {
  const seen = new Set<number>();
  return implementedFunctions(context).flatMap((one) => {
    const method = one.implementation.method;
    if (method?.cls.path !== context.document.path || seen.has(method.member.start)) return [];
    const found = signatureOf(context, one, method.member);
    if (!found) return [];
    seen.add(method.member.start);
    return [found];
  });
});

function signatureOf(
  context: RuleContext,
  { fn, implementation, related }: Implemented,
  method: MemberIsland,
): Signature | undefined {
  const { snapshot, document } = context;
  const file = snapshot.file(document.path);
  const { parameters } = snapshot.describe(fn);
  if (!file || !method.params || parameters?.kind !== 'single' || !parameters.complete) return undefined;
  const describing =
    implementation.parameters?.cls.path === document.path ? implementation.parameters.member : undefined;
  return new Signature(context, fn, file, method, parametersOf(file, method), parameters.keys, describing, related);
}

/** A rule about each method whose function describes its parameters in full. */
export function signatureRule(facts: RuleFacts, check: (signature: Signature) => Iterable<Finding>): Rule {
  return {
    needsCompleteSchema: true,
    ...facts,
    *check(context) {
      for (const signature of signaturesOf(context)) yield* check(signature);
    },
  };
}

/** The same about each of its parameters that gets a value of its own. */
export const pairRule = (facts: RuleFacts, check: (signature: Signature, pair: Pair) => Iterable<Finding>): Rule =>
  signatureRule(facts, function* (signature) {
    for (const pair of signature.pairs) if (!pair.param.isVariadic) yield* check(signature, pair);
  });

/** A name without what people write differently: `courseId`, `course_id`, `courseid`. */
export const plain = (name: string): string => name.replaceAll('_', '').toLowerCase();

/** Those whose names are the same as the keys', but in another order. */
export function crossed({ pairs }: Signature): readonly Pair[] {
  const others = pairs.filter(({ key, param }) => !param.isVariadic && plain(param.name) !== plain(key));
  const [keys, params] = [others.map(({ key }) => plain(key)), others.map(({ param }) => plain(param.name))];
  const isSame = new Set(params).size === params.length && params.every((name) => keys.includes(name));
  return isSame ? others : [];
}

/** A type that takes null, too. */
export const nullable = (type: string): string => (/[|&]/.test(type) ? `${type}|null` : `?${type}`);
