/** Perl-compatible patterns, as far as JavaScript's mean the same and cannot run for long. */
import { isUnknown, PhpArray, toBoolean, toText, Unknown } from '../values.ts';
import type { Value } from '../values.ts';
import type { Builtin, BuiltinContext } from './types.ts';

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };
/** Possessive and atomic groups, conditions, recursion, inline flags, POSIX classes, escapes that JavaScript lacks. */
const untranslated = /[*+?}]\+|\(\?(?![:=!]|<[=!\w]|P<)|\(\*|\\[AzZGhHRKQEXNgkpP\d]|\[:/;
/** A group that repeats without end and holds a repetition or a choice may take exponential time. */
const explosive =
  /\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*[*+{|](?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)(?:[*+]|\{\d+,\})/;
const maxSteps = 2e8;
const maxPattern = 1000;

/** Escapes, character classes and single characters. */
const pieces = /\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|\(\?P?<(?=\w)\w+>|[\s\S]/g;

interface Pattern {
  readonly expression: RegExp;
  /** Names of groups, by number. */
  readonly names: readonly (string | undefined)[];
}

/** The same pattern in JavaScript; undefined where it would not be the same, or might take long on such a text. */
function translate(pattern: string, length: number): Pattern | undefined {
  const open = pattern.trimStart().charAt(0);
  const body = pattern.trimStart().slice(1);
  const end = body.lastIndexOf(closing[open] ?? open);
  const [source, flags] = [body.slice(0, end), body.slice(end + 1).trim()];
  if (end < 0 || /[\w\\]/.test(open) || /[^imsuD]/.test(flags) || source.length > maxPattern) return undefined;
  if (untranslated.test(source) || explosive.test(source)) return undefined;
  let steps = length + 1;
  for (let i = source.match(/[*+]|\{\d+,\}/g)?.length ?? 0; i > 0; i -= 1) steps *= Math.max(1, length / i);
  if (steps > maxSteps) return undefined;
  const names: (string | undefined)[] = [undefined];
  const lines = flags.includes('m');
  const translated = source.replace(pieces, (piece, at: number) => {
    if (piece.startsWith('(?') && piece.endsWith('>')) {
      names.push(piece.replace(/^.*<|>$/g, ''));
      return piece.replace('?P<', '?<');
    }
    if (piece === '(' && source.charAt(at + 1) !== '?') names.push(undefined);
    if (piece === '.') return flags.includes('s') ? '[\\s\\S]' : '[^\\n]';
    if (piece === '^') return lines ? '(?<![^\\n])' : '(?<![\\s\\S])';
    if (piece === '$') return lines ? '(?![^\\n])' : flags.includes('D') ? '(?![\\s\\S])' : '(?=\\n?(?![\\s\\S]))';
    return piece;
  });
  try {
    return { expression: new RegExp(translated, flags.includes('i') ? 'gi' : 'g'), names };
  } catch {
    return undefined;
  }
}

const textOf = (value: Value = null) => (isUnknown(value) || value instanceof PhpArray ? undefined : toText(value));

/** All matches; undefined when they cannot be told. */
function matchesOf(
  pattern: Value | undefined,
  subject: Value | undefined,
  { machine }: BuiltinContext,
): { all: RegExpExecArray[]; names: Pattern['names']; text: string } | undefined {
  const [written, text] = [textOf(pattern), textOf(subject)];
  // eslint-disable-next-line no-control-regex -- offsets and classes differ beyond ASCII.
  if (written === undefined || text === undefined || /[^\x00-\x7f]/.test(text)) return undefined;
  const translated = translate(written, text.length);
  if (!translated) return undefined;
  machine.step(1 + (text.length >> 4));
  return { all: [...text.matchAll(translated.expression)], names: translated.names, text };
}

type Group = string | undefined;

/** The groups of one match by number and name; those behind the last that took part are missing. */
function groupsOf(match: readonly Group[], names: Pattern['names']): PhpArray {
  const last = match.findLastIndex((group) => group !== undefined);
  return byName(
    match.slice(0, last + 1).map((group) => group ?? ''),
    names,
  );
}

const byName = (values: readonly Value[], names: Pattern['names']): PhpArray =>
  PhpArray.of(
    values.flatMap((value, i): [string | number, Value][] => {
      const name = names[i];
      return name === undefined
        ? [[i, value]]
        : [
            [name, value],
            [i, value],
          ];
    }),
  );

/** Writes the groups to the third argument, as far as they can be told. */
function writeGroups({ machine, args }: BuiltinContext, groups: PhpArray | undefined) {
  machine.writeArgument(args[2], groups ?? new Unknown('preg_match()'));
}

const match: Builtin = (args, context) => {
  const found = args.length > 3 ? undefined : matchesOf(args[0], args[1], context);
  const [first] = found?.all ?? [];
  writeGroups(context, found && (first ? groupsOf(first, found.names) : PhpArray.empty));
  return found && (first ? 1 : 0);
};

const patternOrder = 1;
const setOrder = 2;

const matchAll: Builtin = (args, context) => {
  const flags = args[3] ?? patternOrder;
  const found =
    args.length > 4 || (flags !== patternOrder && flags !== setOrder)
      ? undefined
      : matchesOf(args[0], args[1], context);
  writeGroups(
    context,
    found &&
      (flags === setOrder
        ? PhpArray.list(found.all.map((one) => groupsOf(one, found.names)))
        : byName(
            found.names.map((_, i) => PhpArray.list(found.all.map((one: readonly Group[]) => one[i] ?? ''))),
            found.names,
          )),
  );
  return found?.all.length;
};

/** The text with each match replaced; undefined when a replacement is no text. */
function replaced(
  text: string,
  matches: readonly RegExpExecArray[],
  replacement: (match: RegExpExecArray) => string | undefined,
): string | undefined {
  let result = '';
  let from = 0;
  for (const one of matches) {
    const put = replacement(one);
    if (put === undefined) return undefined;
    result += text.slice(from, one.index) + put;
    from = one.index + one[0].length;
  }
  return result + text.slice(from);
}

export const patternBuiltins: Record<string, Builtin> = {
  preg_match: match,
  preg_match_all: matchAll,
  preg_replace: (args, context) => {
    const found = args.length > 3 ? undefined : matchesOf(args[0], args[2], context);
    const template = textOf(args[1]);
    if (!found || template === undefined) return undefined;
    const fill = (one: readonly Group[]) =>
      template.replace(/(?:\\|\$)(\d{1,2})|\$\{(\d{1,2})\}/g, (_, a?: string, b?: string) => one[Number(a ?? b)] ?? '');
    return replaced(found.text, found.all, fill);
  },
  preg_replace_callback: (args, context) => {
    const found = args.length > 3 ? undefined : matchesOf(args[0], args[2], context);
    if (!found) return undefined;
    const call = (one: RegExpExecArray) =>
      textOf(context.machine.callValue(args[1] ?? null, [{ value: groupsOf(one, found.names) }], context.frame));
    return replaced(found.text, found.all, call);
  },
  preg_split: (args, context) => {
    const [, , limit = -1, flags = 0] = args;
    const found = matchesOf(args[0], args[1], context);
    if (!found || (limit !== -1 && limit !== null && limit !== 0) || (flags !== 0 && flags !== 1)) return undefined;
    const parts: string[] = [];
    let from = 0;
    for (const one of found.all) {
      if (one[0] === '' && (one.index === 0 || one.index === found.text.length)) continue;
      parts.push(found.text.slice(from, one.index));
      from = one.index + one[0].length;
    }
    parts.push(found.text.slice(from));
    return PhpArray.list(toBoolean(flags) === true ? parts.filter((part) => part !== '') : parts);
  },
};
