export type DeclaredKind = 'class' | 'function' | 'constant';

/** Where names may be declared: how often, and where first. */
interface Declared {
  readonly first: number;
  readonly count: number;
}

const word = String.raw`[\w\x80-\uffff]+`;
const pattern = (text: string) => new RegExp(text, 'gi');

/** What declarations look like, at least; the group is the name. One pattern for all names: compiling takes longer than most searches. */
const declarations: Readonly<Record<DeclaredKind, readonly RegExp[]>> = {
  class: [pattern(String.raw`(?:class|interface|trait|enum)\s+(${word})`)],
  function: [pattern(String.raw`function\s+&?\s*(${word})`)],
  constant: [
    pattern(String.raw`define\s*\(\s*['"][\w\\]*?(${word})['"]`),
    pattern(String.raw`(?:const\s+|,\s*)(${word})\s*=[^=>]`),
  ],
};

/** `class_alias(X::class, 'Y')`: any of the words may be the name. */
const aliases = pattern(String.raw`class_alias\s*\(([^;]*)`);
const words = pattern(word);

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
    const key = name.toLowerCase();
    for (const [one] of namesIn(this.text, kind)) if (one === key) return true;
    return false;
  }

  find(kind: DeclaredKind, name: string): Declared | undefined {
    let names = this.names.get(kind);
    if (!names) this.names.set(kind, (names = allNames(this.text, kind)));
    return names.get(name.toLowerCase());
  }
}

function allNames(text: string, kind: DeclaredKind): ReadonlyMap<string, Declared> {
  const names = new Map<string, Declared>();
  for (const [name, at] of namesIn(text, kind)) {
    const { first, count } = names.get(name) ?? { first: at, count: 0 };
    names.set(name, { first: Math.min(first, at), count: count + 1 });
  }
  return names;
}

function* namesIn(text: string, kind: DeclaredKind): Generator<[name: string, at: number]> {
  for (const declaration of declarations[kind])
    for (const { 1: name = '', index } of text.matchAll(declaration)) yield [name.toLowerCase(), index];
  if (kind !== 'class') return;
  for (const { 1: inner = '', index } of text.matchAll(aliases))
    for (const [name] of inner.matchAll(words)) yield [name.toLowerCase(), index];
}
