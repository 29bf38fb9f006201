export type DeclaredKind = 'class' | 'function' | 'constant';

/** Where names may be declared: how often, and where first. */
interface Declared {
  readonly first: number;
  readonly count: number;
}

const word = String.raw`[\w\x80-\uffff]+`;
const end = String.raw`(?![\w\x80-\uffff])`;

/** What declarations of a name look like, at least; the group is the name. */
const declarations: Readonly<Record<DeclaredKind, readonly ((name: string) => string)[]>> = {
  class: [(name) => String.raw`(?:class|interface|trait|enum)\s+(${name})${end}`],
  function: [(name) => String.raw`function\s+&?\s*(${name})${end}`],
  constant: [
    (name) => String.raw`define\s*\(\s*['"][\w\\]*?(${name})['"]`,
    (name) => String.raw`(?:const\s+|,\s*)(${name})\s*=[^=>]`,
  ],
};

/** `class_alias(X::class, 'Y')`: any of the words may be the name. */
const aliases = /class_alias\s*\(([^;]*)/gi;
const words = new RegExp(word, 'g');

/**
 * Names that a PHP text may declare, by regular expressions: every declaration is among them, and what comments and
 * texts say may be as well. Spares the structure of files that are only searched.
 */
export class DeclaredNames {
  private readonly names = new Map<DeclaredKind, ReadonlyMap<string, Declared>>();
  private readonly asked = new Set<DeclaredKind>();

  constructor(private readonly text: string) {}

  /** Whether a name, without its namespace and in any case, may be declared. */
  has(kind: DeclaredKind, name: string): boolean {
    // Most files are asked once, for the class that they begin with.
    if (this.asked.has(kind)) return this.find(kind, name) !== undefined;
    this.asked.add(kind);
    const literal = name.replace(/[^\w\x80-\uffff]/g, '\\$&');
    if (declarations[kind].some((declaration) => new RegExp(declaration(literal), 'i').test(this.text))) return true;
    return kind === 'class' && this.text.includes('class_alias') && this.find(kind, name) !== undefined;
  }

  find(kind: DeclaredKind, name: string): Declared | undefined {
    let names = this.names.get(kind);
    if (!names) this.names.set(kind, (names = namesIn(this.text, kind)));
    return names.get(name.toLowerCase());
  }
}

function namesIn(text: string, kind: DeclaredKind): ReadonlyMap<string, Declared> {
  const names = new Map<string, Declared>();
  const add = (name: string, at: number) => {
    const key = name.toLowerCase();
    const known = names.get(key);
    names.set(key, known ? { first: Math.min(known.first, at), count: known.count + 1 } : { first: at, count: 1 });
  };
  for (const declaration of declarations[kind])
    for (const { 1: name = '', index } of text.matchAll(new RegExp(declaration(word), 'gi'))) add(name, index);
  if (kind === 'class')
    for (const { 1: inner = '', index } of text.matchAll(aliases))
      for (const [name] of inner.matchAll(words)) add(name, index);
  return names;
}
