import { isNumeric, isUnknown, PhpArray, toBoolean, toNumber, toText } from '../values.ts';
import { toJson } from '../descriptions.ts';
import type { Value } from '../values.ts';
import type { Builtin } from './types.ts';

/** A builtin over texts: undefined when an argument has none. */
const onText =
  (run: (text: string, ...more: (string | undefined)[]) => Value | undefined): Builtin =>
  (args) => {
    const [text, ...more] = args.map((arg) => (isUnknown(arg) || arg instanceof PhpArray ? undefined : toText(arg)));
    return text === undefined || more.includes(undefined) ? undefined : run(text, ...more);
  };

const strip = (chars: string | undefined) =>
  chars === undefined ? '\\s\\0' : chars.replace(/\.\./g, '-').replace(/[\]\\^]/g, '\\$&');
const trimmed = (text: string, chars: string | undefined, start: boolean, end: boolean) => {
  const set = strip(chars);
  let result = text;
  if (start) result = result.replace(new RegExp(`^[${set}]+`), '');
  if (end) result = result.replace(new RegExp(`[${set}]+$`), '');
  return result;
};

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function substring(text: string, from: string, count?: string): string {
  const start = Number(from) < 0 ? Math.max(0, text.length + Number(from)) : Number(from);
  if (count === undefined) return text.slice(start);
  return Number(count) < 0 ? text.slice(start, text.length + Number(count)) : text.slice(start, start + Number(count));
}

const position = (haystack: string, needle: string, offset = '0') => {
  const at = haystack.indexOf(needle, Number(offset));
  return at < 0 ? false : at;
};

/** printf's directives that texts and schemas use: `%s %d %u %f %x %X %b %%`, with positions, padding and precision. */
function format(template: string, values: readonly Value[]): string | undefined {
  let next = 0;
  const parts: (string | undefined)[] = [];
  const text = template.replace(
    /%(?:(\d+)\$)?([-+ 0]|'.)*(\d+)?(?:\.(\d+))?([bcdeufFosxX%])/g,
    (
      whole: string,
      position: string | undefined,
      flag: string | undefined,
      width: string | undefined,
      precision: string | undefined,
      kind: string,
    ) => {
      if (kind === '%') return '%';
      const value = values[position === undefined ? next++ : Number(position) - 1];
      const shown = value === undefined || isUnknown(value) ? undefined : directive(kind, value, precision);
      parts.push(shown);
      if (shown === undefined) return whole;
      if (width === undefined) return shown;
      const fill = flag === '0' ? '0' : flag?.startsWith("'") === true ? flag.charAt(1) : ' ';
      return flag === '-' ? shown.padEnd(Number(width)) : shown.padStart(Number(width), fill);
    },
  );
  return parts.includes(undefined) ? undefined : text;
}

function directive(kind: string, value: Value, precision: string | undefined): string | undefined {
  if (kind === 's') return precision === undefined ? toText(value) : toText(value)?.slice(0, Number(precision));
  const number = toNumber(value);
  if (number === undefined) return undefined;
  switch (kind) {
    case 'd':
    case 'u':
      return String(Math.trunc(number));
    case 'f':
    case 'F':
      return number.toFixed(precision === undefined ? 6 : Number(precision));
    case 'x':
      return Math.trunc(number).toString(16);
    case 'X':
      return Math.trunc(number).toString(16).toUpperCase();
    case 'o':
      return Math.trunc(number).toString(8);
    case 'b':
      return Math.trunc(number).toString(2);
    default:
      return undefined;
  }
}

const replace =
  (ignoreCase: boolean): Builtin =>
  ([from = null, to = null, subject = null]) => {
    const subjectText = isUnknown(subject) || subject instanceof PhpArray ? undefined : toText(subject);
    if (subjectText === undefined) return undefined;
    const needles = from instanceof PhpArray ? from.values() : [from];
    let result = subjectText;
    for (const [i, needle] of needles.entries()) {
      const search = toText(needle);
      const replacement = to instanceof PhpArray ? toText(to.values()[i] ?? '') : toText(to);
      if (search === undefined || replacement === undefined) return undefined;
      if (search === '') continue;
      result = ignoreCase
        ? result.replace(new RegExp(search.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi'), () => replacement)
        : result.replaceAll(search, () => replacement);
    }
    return result;
  };

export const stringBuiltins: Record<string, Builtin> = {
  strtolower: onText((text) => text.toLowerCase()),
  strtoupper: onText((text) => text.toUpperCase()),
  ucfirst: onText(upperFirst),
  lcfirst: onText((text) => text.charAt(0).toLowerCase() + text.slice(1)),
  ucwords: onText((text) =>
    text.replace(/(^|\s)(\S)/g, (_, space: string, letter: string) => space + letter.toUpperCase()),
  ),
  trim: onText((text, chars) => trimmed(text, chars, true, true)),
  ltrim: onText((text, chars) => trimmed(text, chars, true, false)),
  rtrim: onText((text, chars) => trimmed(text, chars, false, true)),
  chop: onText((text, chars) => trimmed(text, chars, false, true)),
  strlen: onText((text) => new TextEncoder().encode(text).length),
  mb_strlen: onText((text) => text.length),
  substr: onText((text, from = '0', count) => substring(text, from, count)),
  mb_substr: onText((text, from = '0', count) => substring(text, from, count)),
  strpos: onText((haystack, needle = '', offset) => position(haystack, needle, offset)),
  stripos: onText((haystack, needle = '', offset) => position(haystack.toLowerCase(), needle.toLowerCase(), offset)),
  strrpos: onText((haystack, needle = '') => (haystack.includes(needle) ? haystack.lastIndexOf(needle) : false)),
  strstr: onText((haystack, needle = '', before = '') => {
    const at = haystack.indexOf(needle);
    return at < 0 ? false : before === '1' ? haystack.slice(0, at) : haystack.slice(at);
  }),
  strrchr: onText((haystack, needle = '') => {
    const at = haystack.lastIndexOf(needle.charAt(0));
    return at < 0 ? false : haystack.slice(at);
  }),
  str_contains: onText((haystack, needle = '') => haystack.includes(needle)),
  str_starts_with: onText((haystack, needle = '') => haystack.startsWith(needle)),
  str_ends_with: onText((haystack, needle = '') => haystack.endsWith(needle)),
  strcmp: onText((a, b = '') => (a < b ? -1 : a > b ? 1 : 0)),
  str_replace: replace(false),
  str_ireplace: replace(true),
  str_pad: onText((text, length = '0', fill = ' ', type = '1') =>
    Number(length) > 10_000
      ? undefined
      : type === '0'
        ? text.padStart(Number(length), fill)
        : text.padEnd(Number(length), fill),
  ),
  str_repeat: onText((text, times = '0') =>
    text.length * Number(times) > 100_000 ? undefined : text.repeat(Math.max(0, Number(times))),
  ),
  strrev: onText((text) => Array.from(text).reverse().join('')),
  nl2br: onText((text) => text.replace(/\r?\n/g, (end) => `<br />${end}`)),
  implode: (args) => {
    const [glue, pieces] = args[0] instanceof PhpArray ? [args[1] ?? '', args[0]] : [args[0] ?? '', args[1]];
    const separator = glue instanceof PhpArray ? undefined : toText(glue);
    if (!(pieces instanceof PhpArray) || pieces.partial || separator === undefined) return undefined;
    const texts = pieces.values().map((value) => (isUnknown(value) ? undefined : toText(value)));
    return texts.every((text) => text !== undefined) ? texts.join(separator) : undefined;
  },
  explode: onText((glue, text = '', limit) => {
    if (glue === '') return undefined;
    const parts = text.split(glue);
    const most = limit === undefined || Number(limit) <= 0 ? parts.length : Number(limit);
    return PhpArray.list(parts.length > most ? [...parts.slice(0, most - 1), parts.slice(most - 1).join(glue)] : parts);
  }),
  str_split: onText((text, size = '1') =>
    PhpArray.list(text.match(new RegExp(`.{1,${String(Math.max(1, Number(size)))}}`, 'gs')) ?? ['']),
  ),
  sprintf: ([template = null, ...values]) => (typeof template === 'string' ? format(template, values) : undefined),
  vsprintf: ([template = null, values]) =>
    typeof template === 'string' && values instanceof PhpArray ? format(template, values.values()) : undefined,
  intval: ([value = null]) => (isUnknown(value) ? undefined : Math.trunc(toNumber(value) ?? 0)),
  floatval: ([value = null]) => (isUnknown(value) ? undefined : toNumber(value)),
  strval: ([value = null]) => (isUnknown(value) ? undefined : toText(value)),
  boolval: ([value = null]) => toBoolean(value),
  is_numeric: ([value = null]) =>
    isUnknown(value) ? undefined : typeof value === 'number' || (typeof value === 'string' && isNumeric(value)),
  ctype_digit: ([value = null]) => (isUnknown(value) ? undefined : typeof value === 'string' && /^\d+$/.test(value)),
  ctype_alpha: ([value = null]) =>
    isUnknown(value) ? undefined : typeof value === 'string' && /^[A-Za-z]+$/.test(value),
  max: (args) => extreme(args, (a, b) => a > b),
  min: (args) => extreme(args, (a, b) => a < b),
  abs: ([value = null]) => (isUnknown(value) ? undefined : Math.abs(toNumber(value) ?? 0)),
  floor: ([value = null]) => (isUnknown(value) ? undefined : Math.floor(toNumber(value) ?? 0)),
  ceil: ([value = null]) => (isUnknown(value) ? undefined : Math.ceil(toNumber(value) ?? 0)),
  round: ([value = null, places = 0]) =>
    isUnknown(value) ? undefined : Number((toNumber(value) ?? 0).toFixed(Math.max(0, toNumber(places) ?? 0))),
  basename: onText((path, suffix) => {
    const name = path.replace(/\/+$/, '').split('/').at(-1) ?? '';
    return suffix !== undefined && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
  }),
  dirname: onText((path, levels = '1') => {
    const parts = path.split('/');
    return parts.slice(0, Math.max(1, parts.length - Number(levels))).join('/') || '/';
  }),
  json_encode: ([value = null]) =>
    isUnknown(value) ? undefined : JSON.stringify(toJson(value)).replaceAll('/', '\\/'),
  preg_quote: onText((text) => text.replace(/[.\\+*?[^\]$(){}=!<>|:\-#/]/g, '\\$&')),
};

function extreme(args: readonly Value[], better: (a: number, b: number) => boolean): Value | undefined {
  const values = args.length === 1 && args[0] instanceof PhpArray ? args[0].values() : args;
  let best: Value | undefined;
  for (const value of values) {
    const number = isUnknown(value) ? undefined : toNumber(value);
    if (number === undefined) return undefined;
    if (best === undefined || better(number, toNumber(best) ?? 0)) best = value;
  }
  return best;
}
