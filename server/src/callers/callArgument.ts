import type { Span } from '../php/cursor.ts';

/** A key, the position of an argument, or undefined for an element of a list. */
export type PathStep = string | number | undefined;

/** A place in the arguments that a call passes: a key, or the value of one; maybe half-typed. */
export interface CallArgument {
  /** The function that is called. */
  readonly name: string;
  /** The way from the arguments down to what holds the place. */
  readonly path: readonly PathStep[];
  readonly part: 'key' | 'value';
  /** As far as it is typed; of a value, its key. */
  readonly key: string;
  /** What is typed, without quotes. */
  readonly span: Span;
  readonly quote: string | undefined;
  /** Whether a closing quote follows directly. */
  readonly closed: boolean;
  /** Whether what separates a key from its value is there. */
  readonly hasSeparator: boolean;
  /** The other keys beside it. */
  readonly present: ReadonlySet<string>;
  readonly style: ArgumentStyle;
}

/** How keys are written where the place is. */
export interface ArgumentStyle {
  /** Between a key and its value: `: `, ` => `, `=`. */
  readonly separator: string;
  /** Around keys where none is typed; undefined where only those get one that are no identifiers. */
  readonly quote: string | undefined;
  /** Keys are the names of form fields, nested ones in brackets: `options[0][name]`. */
  readonly isFlat: boolean;
}
