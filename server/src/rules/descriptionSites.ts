/** Where code makes descriptions: `new external_value(PARAM_INT, …)` and the like, with their arguments, from tokens. */
import { arrayAt } from '../edits/arrayEdits.ts';
import type { ArrayLiteral } from '../edits/arrayEdits.ts';
import { ExternalImports } from '../edits/externalName.ts';
import { eolOf, indentAt, indentUnit, overflows } from '../edits/style.ts';
import type { TextEdit } from '../edits/textEdit.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import { char, Cursor } from '../php/cursor.ts';
import type { Island, Span } from '../php/cursor.ts';
import type { ClassIsland, MemberIsland } from '../php/islands.ts';
import { T } from '../php/lexer.ts';
import { argumentsOf } from './callArguments.ts';
import type { Argument } from './callArguments.ts';
import { literalOf } from './literals.ts';
import type { Literal } from './literals.ts';
import { perObject } from './remembered.ts';
import type { Finding, Fix, Rule, RuleContext, RuleFacts } from './rule.ts';

type SiteKind = 'value' | 'single' | 'multiple' | 'parameters' | 'format' | 'other';

const kinds: Readonly<Record<string, SiteKind>> = {
  external_value: 'value',
  external_single_structure: 'single',
  external_multiple_structure: 'multiple',
  external_function_parameters: 'parameters',
  external_format_value: 'format',
  external_files: 'other',
  external_warnings: 'other',
};

/** Names of the constructors' parameters (lib/external/classes/external_*.php). */
type ArgumentName = 'field' | 'type' | 'keys' | 'content' | 'desc' | 'required' | 'default' | 'allownull';

const positions: Readonly<Record<SiteKind, readonly ArgumentName[]>> = {
  value: ['type', 'desc', 'required', 'default', 'allownull'],
  single: ['keys', 'desc', 'required', 'default', 'allownull'],
  multiple: ['content', 'desc', 'required', 'default', 'allownull'],
  parameters: ['keys', 'desc', 'required', 'default'],
  format: ['field', 'required', 'default'],
  other: [],
};

/** One `new …(…)` of a description class. */
export class DescriptionSite {
  /** The structure whose array holds this one, and the key there. */
  parent: DescriptionSite | undefined;
  key: string | undefined;

  constructor(
    readonly file: SourceFile,
    readonly kind: SiteKind,
    /** From `new` to `)`. */
    readonly island: Island,
    /** The name of the class, as written. */
    readonly className: Span,
    readonly args: readonly Argument[],
    readonly cls: ClassIsland,
    readonly member: MemberIsland,
  ) {}

  /** What the method describes, by its name; undefined for helpers, which may serve both. */
  get role(): 'parameters' | 'returns' | undefined {
    const { name } = this.member;
    return /_parameters$/i.test(name) ? 'parameters' : /_returns$/i.test(name) ? 'returns' : undefined;
  }

  /** Whether it is a parameter itself, not part of one. */
  get isParameter(): boolean {
    return this.parent?.kind === 'parameters';
  }

  arg(name: ArgumentName): Argument | undefined {
    const at = positions[this.kind].indexOf(name);
    return this.args.find((one, index) => (one.name === undefined ? index === at : one.name === name));
  }

  /** The value of an argument; undefined where it is not given. */
  literal(name: ArgumentName): Literal | undefined {
    const found = this.arg(name);
    return found && literalOf(this.file, found);
  }

  /** VALUE_REQUIRED, VALUE_DEFAULT or VALUE_OPTIONAL; undefined where it cannot be told. */
  get required(): 'VALUE_REQUIRED' | 'VALUE_DEFAULT' | 'VALUE_OPTIONAL' | undefined {
    const given = this.literal('required');
    if (!given) return this.hasSpread ? undefined : 'VALUE_REQUIRED';
    if (given.kind === 'scalar')
      return given.value === 0
        ? 'VALUE_DEFAULT'
        : given.value === 1
          ? 'VALUE_REQUIRED'
          : given.value === 2
            ? 'VALUE_OPTIONAL'
            : undefined;
    if (given.kind !== 'constant') return undefined;
    const { name } = given;
    return name === 'VALUE_REQUIRED' || name === 'VALUE_DEFAULT' || name === 'VALUE_OPTIONAL' ? name : undefined;
  }

  /** Whether null is accepted; undefined where it cannot be told. Moodle takes null for values, not for structures. */
  get allowsNull(): boolean | undefined {
    const given = this.literal('allownull');
    if (!given) return this.hasSpread ? undefined : this.kind === 'value';
    if (given.kind === 'scalar') return given.value === true || given.value === 1;
    if (given.kind !== 'constant') return undefined;
    return given.name === 'NULL_ALLOWED' ? true : given.name === 'NULL_NOT_ALLOWED' ? false : undefined;
  }

  get hasSpread(): boolean {
    return this.args.some(({ first }) => this.file.islands.tokens.kind[first] === T.Ellipsis);
  }

  /** The literal array of keys of a structure. */
  get keys(): ArrayLiteral | undefined {
    const found = this.kind === 'single' || this.kind === 'parameters' ? this.arg('keys') : undefined;
    return found && arrayAt(this.file, found);
  }

  /** The class name of a sibling as this one is written: with its namespace, where it has one; and the import that it needs. */
  sibling(name: string): { readonly name: string; readonly imports: readonly TextEdit[] } {
    const written = this.file.text.slice(this.className.start, this.className.end);
    const cut = written.lastIndexOf('\\') + 1;
    if (cut > 0) return { name: written.slice(0, cut) + name, imports: [] };
    const imports = new ExternalImports(this.file, this.cls);
    return { name: imports.name(name), imports: imports.edits };
  }

  /**
   * Writes arguments in place of `removed` ones from the index `at` on: on lines of their own where the one there has
   * one, or where the line gets too long.
   */
  splice(at: number, removed: number, codes: readonly string[]): TextEdit {
    const { args, className, island, file } = this;
    const { path, text } = file;
    const there = args[removed > 0 ? at : at - 1];
    const close = island.end - 1;
    if (!there) return { path, start: close, end: close, text: codes.join(', ') };
    const eol = eolOf(text);
    const lineStart = text.lastIndexOf('\n', there.start) + 1;
    const isOwnLine = text.slice(lineStart, there.start).trim() === '';
    const separator = isOwnLine ? `,${eol}${indentAt(text, there.start)}` : ', ';
    const code = codes.join(separator);
    const edit: TextEdit =
      removed > 0
        ? { path, start: there.start, end: args[at + removed - 1]?.end ?? there.end, text: code }
        : { path, start: there.end, end: there.end, text: separator + code };
    const start = text.indexOf('(', className.end);
    const head = text.slice(text.lastIndexOf('\n', start) + 1, start);
    // A call of several lines inside of another makes that one be of several, too.
    const isPlain =
      !/[([]/.test(head) && !/\n|\/\*/.test(text.slice(start, close)) && args.every(({ name }) => name === undefined);
    if (!isPlain || !overflows(file, edit, edit.text)) return edit;
    const all = args.map((one) => text.slice(one.start, one.end));
    all.splice(at, removed, ...codes);
    const indent = indentAt(text, start);
    const lines = all.map((one) => eol + indent + indentUnit(text) + one).join(',');
    return { path, start, end: close + 1, text: `(${lines}${eol}${indent})` };
  }

  replace(span: Span, code: string, title: string): () => Fix {
    return () => ({ title, edits: [{ path: this.file.path, start: span.start, end: span.end, text: code }] });
  }
}

/** Descriptions in methods of a file, in order: those around come before those inside. */
const descriptionsIn = perObject((file: SourceFile): readonly DescriptionSite[] => {
  if (!/new\s+\\?(?:[\w\\]*\\)?external_/i.test(file.text)) return [];
  const c = new Cursor(file.islands.tokens);
  const sites: DescriptionSite[] = [];
  const byFirst = new Map<number, DescriptionSite>();
  for (const cls of file.islands.classes)
    for (const member of cls.members) {
      const { first, last } = member.body ?? { first: 0, last: 0 };
      for (let i = first; i < last; i += 1) {
        const site = c.isWord(i, 'new') ? siteAt(c, file, i, cls, member) : undefined;
        if (!site) continue;
        sites.push(site);
        byFirst.set(i, site);
      }
    }
  for (const site of sites)
    for (const item of site.keys?.items ?? []) {
      const below = byFirst.get(item.value.first);
      if (!below) continue;
      below.parent = site;
      below.key = item.key;
    }
  for (const site of sites) {
    const content = site.kind === 'multiple' ? site.arg('content') : undefined;
    const below = content && byFirst.get(content.first);
    if (below) below.parent = site;
  }
  return sites;
});

function siteAt(
  c: Cursor,
  file: SourceFile,
  at: number,
  cls: ClassIsland,
  member: MemberIsland,
): DescriptionSite | undefined {
  const name = c.next(at + 1);
  const open = c.next(name + 1);
  const text = c.text(name);
  const kind = kinds[text.slice(text.lastIndexOf('\\') + 1).toLowerCase()];
  if (!kind || c.kind(open) !== char('(')) return undefined;
  const close = c.match(open);
  if (close < 0) return undefined;
  const args = argumentsOf(c, open, close);
  return new DescriptionSite(file, kind, c.island(at, close + 1), c.span(name), args, cls, member);
}

/** A rule about each description that a component's classes make; tests make wrong ones on purpose. */
export function descriptionRule(
  facts: RuleFacts,
  check: (site: DescriptionSite, context: RuleContext) => Iterable<Finding>,
): Rule {
  return {
    ...facts,
    *check(context) {
      for (const site of sitesOf(context)) yield* check(site, context);
    },
  };
}

/** The descriptions in a document. */
export function sitesOf({ snapshot, document: { path } }: RuleContext): readonly DescriptionSite[] {
  if (!path.endsWith('.php') || path.includes('/tests/') || !snapshot.componentOf(path)) return [];
  const file = snapshot.file(path);
  return file ? descriptionsIn(file) : [];
}
