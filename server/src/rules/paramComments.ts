/** What the comment of a method says of its parameters. */
import { eolOf } from '../edits/style.ts';
import type { TextEdit } from '../edits/textEdit.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import type { Span } from '../php/cursor.ts';
import type { MemberIsland } from '../php/islands.ts';

/** `@param int $courseid Whose`, on one line or several. */
export interface ParamTag extends Span {
  /** Without `$`; undefined where none is named. */
  readonly name: string | undefined;
  readonly text: string;
}

export function paramTags(file: SourceFile, { doc }: MemberIsland): ParamTag[] {
  const start = doc?.start ?? 0;
  const comment = doc ? file.text.slice(start, doc.end) : '';
  return [...comment.matchAll(/@param\b[^]*?(?=\s*\n\s*\*\s*(?:@|\/|\r?\n)|\s*\*\/)/g)].map(({ 0: text, index }) => ({
    name: /\$(\w+)/.exec(text)?.[1],
    text,
    start: start + index,
    end: start + index + text.length,
  }));
}

/** A parameter as it is to be. */
export interface DocumentedParam {
  /** What it is called in the comment; undefined: it is new. */
  readonly was: string | undefined;
  readonly name: string;
  /** `int|null`; undefined: what the comment says of it stays. */
  readonly type: string | undefined;
  readonly text: string;
}

/** Makes the `@param` of a method say what its parameters are, in their order. Nothing where they do not follow each other. */
export function documented(file: SourceFile, method: MemberIsland, params: readonly DocumentedParam[]): TextEdit[] {
  const tags = paramTags(file, method);
  const [first, last] = [tags[0], tags.at(-1)];
  if (!first || !last) return [];
  const gaps = tags.slice(1).map(({ start }, at) => file.text.slice(tags[at]?.end, start));
  if (!gaps.every((gap) => /^\s*\*[ \t]*$/.test(gap))) return [];
  const { text, path } = file;
  const lead = text.slice(text.lastIndexOf('\n', first.start) + 1, first.start);
  const lines = params.flatMap(({ was, name, type, text: said }) => {
    const tag = was === undefined ? undefined : tags.find((one) => one.name === was);
    if (tag) return [retyped(tag.text, type)];
    return was === undefined ? [`@param ${type ?? 'mixed'} $${name} ${said}`.trimEnd()] : [];
  });
  if (lines.length === 0 || (lines.length > 1 && !/^\s*\*[ \t]*$/.test(lead))) return [];
  const block = lines.join(eolOf(text) + lead);
  if (block === text.slice(first.start, last.end)) return [];
  return [{ path, start: first.start, end: last.end, text: block }];
}

/** Arrays of something, and old names of types, say no less than the type. */
function retyped(tag: string, type: string | undefined): string {
  const [, before = '', written = '', after = ''] = /^(@param\s+)([^\s$]*)([^]*)$/.exec(tag) ?? [];
  if (type === undefined || kinds(written) === kinds(type)) return tag;
  return before + type + (written === '' ? ' ' : '') + after;
}

const kinds = (type: string): string =>
  type
    .replace(/^\?/, 'null|')
    .split('|')
    .map((one) => (/\[\]$|^array\b/i.test(one) ? 'array' : (names[one.toLowerCase()] ?? one.toLowerCase())))
    .filter((one, at, all) => all.indexOf(one) === at)
    .sort()
    .join('|');

const names: Readonly<Record<string, string>> = { integer: 'int', boolean: 'bool', double: 'float' };
