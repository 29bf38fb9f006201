/** What the actions that move code to other classes share. */
import type { FunctionDeclaration } from '../../index/evaluateFunction.ts';
import type { SourceFile } from '../../index/sourceFile.ts';
import { char } from '../../php/cursor.ts';
import type { Cursor, Island, Span } from '../../php/cursor.ts';
import type { ClassIsland, MemberIsland } from '../../php/islands.ts';
import { T } from '../../php/lexer.ts';

/** A method that becomes `execute` of a class of its own. */
export interface Move {
  readonly file: SourceFile;
  readonly cls: ClassIsland;
  /** With what describes it. */
  readonly members: readonly MemberIsland[];
  readonly method: string;
  readonly fn: FunctionDeclaration;
  /** The new class. */
  readonly name: string;
  readonly fqn: string;
}

/** Where members stand, those as one between which there is nothing else. */
export function runsOf({ text }: SourceFile, members: readonly MemberIsland[]): Span[] {
  const runs: Span[] = [];
  for (const { doc, start, end } of members) {
    const last = runs.at(-1);
    const from = doc?.start ?? start;
    if (last && text.slice(last.end, from).trim() === '') runs.splice(-1, 1, { start: last.start, end });
    else runs.push({ start: from, end });
  }
  return runs;
}

/** Types that are no classes. */
export const scalars =
  /^(?:int|bool|float|string|array|callable|iterable|object|mixed|void|null|never|false|true|self|static|parent)$/i;

/** Where the method, or what describes it, is called by the name of its class. */
export const callsOf = ({ name }: ClassIsland, method: string): RegExp =>
  new RegExp(`\\\\?\\b${name}::(${method}(?:_parameters|_returns|_is_deprecated)?)(?=\\s*\\()`, 'g');

export const newName = (name: string, method: string): string => `execute${name.slice(method.length).toLowerCase()}`;

/** Whether a name stands where PHP reads a class: behind `new`, before `::`, as a type. */
export function isClassPlace(c: Cursor, { params, body }: MemberIsland, i: number): boolean {
  const [before, next] = [c.previous(i - 1), c.next(i + 1)];
  if (c.isWord(before, 'new') || c.isWord(before, 'instanceof') || c.kind(next) === T.DoubleColon) return true;
  const within = (island: Island | undefined) => island !== undefined && island.first <= i && i < island.last;
  if (within(params)) return c.kind(next) === T.Variable || /^[|&.]/.test(c.text(next));
  if (!within(body))
    return c.kind(before) === char(':') || c.kind(before) === char('?') || c.kind(before) === char('|');
  return (c.kind(before) === char('(') || c.kind(before) === char('|')) && isInCatch(c, i);
}

function isInCatch(c: Cursor, i: number): boolean {
  let at = i;
  while (at > 0 && c.kind(at) !== char('(') && i - at < 20) at -= 1;
  return c.isWord(c.previous(at - 1), 'catch');
}

/** Includes of other files, and what a file has to say before those. */
export const requiring = (includes: readonly string[]): string =>
  includes.length === 0
    ? ''
    : `\ndefined('MOODLE_INTERNAL') || die();\n\nglobal $CFG;\n${includes.map((one) => `require_once(${bare(one)});\n`).join('')}`;

const bare = (path: string): string =>
  path
    .trim()
    .replace(/^\((.*)\)$/s, '$1')
    .trim();
