import { DeclaredNames } from './declaredNames.ts';
import type { DeclaredKind } from './declaredNames.ts';
import { digest } from './digest.ts';
import { statementsOf } from '../php/arrays.ts';
import type { StatementIsland } from '../php/arrays.ts';
import { char, firstAtOrAbove } from '../php/cursor.ts';
import { islandsIn } from '../php/islands.ts';
import type { ClassIsland, ConstantIsland, FileIslands, FunctionIsland, MemberIsland } from '../php/islands.ts';
import { lex, T } from '../php/lexer.ts';
import type { Tokens } from '../php/lexer.ts';
import { relex } from '../php/relex.ts';
import { supportedBranches } from '../workspace/moodleVersions.ts';
import type { PhpClass } from '../php/phpClass.ts';

let versions = 0;
export const newVersion = (): number => (versions += 1);

/** Where a version of a file comes from. */
interface Origin {
  readonly version?: number | undefined;
  readonly stamp?: string | undefined;
  /** The version that it replaces: what is known of that one spares work. */
  readonly before?: SourceFile | undefined;
}

/** One version of one PHP file. Immutable; its structure is read from the text when first asked for. */
export class SourceFile {
  private islandsMemo: FileIslands | undefined;
  private statementsMemo: readonly StatementIsland[] | undefined;
  private functionsMemo: ReadonlyMap<string, FunctionIsland> | undefined;
  private constantsMemo: ReadonlyMap<string, ConstantIsland> | undefined;
  private namesMemo: DeclaredNames | undefined;
  /** By dependency; kept when the structure is given back, so that nothing is read again to compare. */
  private readonly digests = new Map<string, number | undefined>();
  private lineStarts: readonly number[] | undefined;
  private classesMemo: ReadonlyMap<string, PhpClass> | undefined;
  private headMemo: SourceFile | undefined;

  /** Tells it from all other versions of all files. */
  readonly version: number;
  /** See Files.stamp; undefined for a text that is not the disk's. */
  readonly stamp: string | undefined;
  /** Of the version before this one, until they are no longer needed. */
  private tokensBefore: Tokens | undefined;

  constructor(
    readonly path: string,
    readonly text: string,
    { version = newVersion(), stamp, before }: Origin = {},
  ) {
    this.version = version;
    this.stamp = stamp;
    this.tokensBefore = before?.islandsMemo?.tokens ?? before?.tokensBefore;
  }

  get islands(): FileIslands {
    if (!this.islandsMemo) {
      this.islandsMemo = islandsIn(this.tokensBefore ? relex(this.tokensBefore, this.text) : lex(this.text));
      this.tokensBefore = undefined;
    }
    return this.islandsMemo;
  }

  /** Files that it includes outside functions and classes. */
  get includes(): FileIslands['includes'] {
    return this.islandsMemo || /\b(?:include|require)/i.test(this.text) ? this.islands.includes : [];
  }

  get statements(): readonly StatementIsland[] {
    return (this.statementsMemo ??= statementsOf(this.islands.tokens));
  }

  /** Classes by lower-case fully qualified name. */
  get classes(): ReadonlyMap<string, PhpClass> {
    return (this.classesMemo ??= new Map(
      this.islands.classes
        .filter(({ name }) => name !== '')
        .map((cls) => [cls.fqn.toLowerCase(), phpClass(this.path, cls)]),
    ));
  }

  /** 0-based line and UTF-16 column of an offset. */
  positionAt(offset: number): { line: number; character: number } {
    const starts = (this.lineStarts ??= lineStartsOf(this.text));
    const line = Math.max(0, firstAtOrAbove(starts, offset + 1) - 1);
    return { line, character: offset - (starts[line] ?? 0) };
  }

  /** Drops what can be read from the text again. */
  forgetStructure() {
    this.islandsMemo = undefined;
    this.tokensBefore = undefined;
    this.statementsMemo = undefined;
    this.classesMemo = undefined;
    this.constantsMemo = undefined;
    this.functionsMemo = undefined;
    this.headMemo = undefined;
    this.lineStarts = undefined;
    this.namesMemo = undefined;
  }

  /** False when the text cannot declare this: spares the structure of files that are only searched. */
  mayDeclare(kind: DeclaredKind, fqn: string): boolean {
    return this.islandsMemo !== undefined || this.names.has(kind, lastPart(fqn));
  }

  private get names(): DeclaredNames {
    return (this.namesMemo ??= new DeclaredNames(this.text));
  }

  /** Functions outside classes, by lower-case fully qualified name. */
  get functions(): ReadonlyMap<string, FunctionIsland> {
    return (this.functionsMemo ??= new Map(this.islands.functions.map((one) => [one.fqn.toLowerCase(), one])));
  }

  /** Constants defined outside classes, by name. */
  private get constants(): ReadonlyMap<string, ConstantIsland> {
    return (this.constantsMemo ??= new Map(this.islands.constants.map((one) => [one.fqn, one])));
  }

  /** A constant defined outside classes, and the file whose tokens its island is of: this one, or its beginning. */
  constant(name: string): { readonly file: SourceFile; readonly island: ConstantIsland } | undefined {
    const early = this.islandsMemo ? undefined : this.earlyConstant(name);
    if (early) return early;
    const island = this.constants.get(name);
    return island && { file: this, island };
  }

  /**
   * A constant of the beginning of a long file: lib/moodlelib.php defines those that everybody uses in its first tenth,
   * and the first answers wait for one of them. Undefined where it might be another in the file as a whole.
   */
  private earlyConstant(name: string): { readonly file: SourceFile; readonly island: ConstantIsland } | undefined {
    if (this.text.length < 4 * headLength) return undefined;
    const declared = this.names.find('constant', lastPart(name));
    if (declared?.count !== 1 || declared.first > headLength) return undefined;
    const end = this.text.indexOf('\n', headLength);
    this.headMemo ??= new SourceFile(this.path, this.text.slice(0, end), { version: this.version });
    const island = this.headMemo.islands.tokens.isSettled ? this.headMemo.constants.get(name) : undefined;
    // A literal means the same whatever is imported or declared further down.
    return island && isLiteral(this.headMemo.islands, island) ? { file: this.headMemo, island } : undefined;
  }

  /** The digest of a {@link piece}. */
  digest(key: string): number | undefined {
    let found = this.digests.get(key);
    if (found === undefined && !this.digests.has(key)) {
      const piece = this.piece(key);
      found = piece === undefined ? undefined : digest(piece);
      this.digests.set(key, found);
    }
    return found;
  }

  /**
   * The text of what a dependency names (see reads.ts), or undefined when the file does not have it. Two versions of a
   * file agree on a dependency exactly when this agrees.
   */
  piece(key: string): string | undefined {
    const at = key.indexOf(':');
    const kind = key.slice(0, at);
    const name = key.slice(at + 1);
    switch (kind) {
      case 'text':
        return this.text;
      case 'class':
        return this.mayDeclare('class', name) ? (this.classHeader(name) ?? this.aliasOf(name)) : undefined;
      case 'branches':
        return JSON.stringify(supportedBranches(this.text));
      case 'includes':
        return this.includes.map(({ start, end }) => this.text.slice(start, end)).join('\n');
      case 'member': {
        const cut = name.indexOf('::');
        const members = this.classes.get(name.slice(0, cut))?.declaration.members;
        const found = members?.find((member) => memberKey(member) === name.slice(cut + 2));
        return found && this.text.slice(found.start, found.end);
      }
      case 'function': {
        const found = this.mayDeclare('function', name) ? this.functions.get(name) : undefined;
        return found && this.text.slice(found.start, found.end);
      }
      case 'constant': {
        const found = this.mayDeclare('constant', name) ? this.constant(name)?.island : undefined;
        return found && this.text.slice(found.start, found.end);
      }
      default:
        return undefined;
    }
  }

  /** Where the text aliases a class to a name that ends like this one. */
  private aliasOf(name: string): string | undefined {
    const short = name.slice(name.lastIndexOf('\\') + 1);
    const aliases = this.islands.aliases
      .map(
        ({ original, alias }) =>
          `${this.text.slice(original.start, original.end)} ${this.text.slice(alias.start, alias.end)}`,
      )
      .filter((one) => one.toLowerCase().includes(short));
    return aliases.length > 0 ? aliases.join('\n') : undefined;
  }

  /** What a class's members depend on beside themselves: its header, its traits, and what names mean in the file. */
  private classHeader(name: string): string | undefined {
    const cls = this.classes.get(name)?.declaration;
    if (!cls) return undefined;
    const { scope } = cls;
    const uses = [scope.classes, scope.functions, scope.constants].map((map) => [...map].join(';')).join('|');
    const members = cls.members.map(memberKey).join(',');
    // Where its brace is missing, the text ends before its parents are named.
    return `${this.text.slice(cls.start, cls.body.start)}|${cls.extends.join()}|${cls.implements.join()}|${cls.traits.join()}|${JSON.stringify(cls.traitRules)}|${scope.namespace}|${uses}|${members}`;
  }
}

/** Characters of the beginning of a long file. */
const headLength = 32_768;

const lastPart = (fqn: string): string => fqn.slice(fqn.lastIndexOf('\\') + 1);

/** Whether an island is one text, number or keyword, with a statement's end behind its bracket. */
function isLiteral({ tokens }: FileIslands, { first, last }: ConstantIsland): boolean {
  const { kind, start, end, text } = tokens;
  const sign = kind[first] === char('-') ? 1 : 0;
  const one = kind[first + sign];
  const isKeyword = one === T.Name && /^(true|false|null)$/i.test(text.slice(start[first], end[first]));
  const isOne = last === first + sign + 1 && (one === T.Number || (sign === 0 && (one === T.String || isKeyword)));
  return isOne && kind[last] === char(')') && kind[last + 1] === char(';');
}

/** As editors count lines: a carriage return alone ends one, too. */
function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return starts;
}

/** Tells members of one class apart. */
export const memberKey = (member: MemberIsland): string =>
  member.kind === 'method' ? `${member.name.toLowerCase()}()` : `${member.kind} ${member.name}`;

function phpClass(path: string, declaration: ClassIsland): PhpClass {
  const methods = new Map<string, MemberIsland>();
  const constants = new Map<string, MemberIsland>();
  const properties: MemberIsland[] = [];
  for (const member of declaration.members) {
    if (member.kind === 'method') methods.set(member.name.toLowerCase(), member);
    else if (member.kind === 'property') properties.push(member);
    else constants.set(member.name, member);
  }
  return { name: declaration.fqn, path, declaration, methods, constants, properties };
}
