import { compare, isNumeric, isUnknown, PhpArray, PhpObject, toBoolean, toNumber, toText } from '../values.ts';
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

/** Longer results are not made: {@link limits} would refuse them, but only after they cost memory. */
const maxLength = 300_000;

/** What `trim` takes off: the characters given, `a..z` meaning a range, or PHP's blanks. */
function trimSet(chars: string | undefined): ReadonlySet<string> {
  const set = new Set<string>();
  const list = chars ?? ' \n\r\t\v\0';
  for (let i = 0; i < list.length; i += 1) {
    const [from, to] = [list.charCodeAt(i), list.charCodeAt(i + 3)];
    if (list.startsWith('..', i + 1) && to >= from) {
      for (let code = from; code <= to; code += 1) set.add(String.fromCharCode(code));
      i += 3;
    } else set.add(list.charAt(i));
  }
  return set;
}

function trimmed(text: string, chars: string | undefined, start: boolean, end: boolean): string {
  const set = trimSet(chars);
  let [from, to] = [0, text.length];
  while (start && from < to && set.has(text.charAt(from))) from += 1;
  while (end && from < to && set.has(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/** Since PHP 8, case functions know ASCII alone; the mb_ ones know all. */
const lower = (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
const upper = (text: string) => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());

const upperFirst = (text: string) => upper(text.charAt(0)) + text.slice(1);

/** The first letter of the text and behind each of `separators`. */
const upperWords = (text: string, separators = ' \t\r\n\f\v') =>
  Array.from(text, (letter, i) => (i === 0 || separators.includes(text.charAt(i - 1)) ? upper(letter) : letter)).join(
    '',
  );

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
  let length = template.length;
  const parts: (string | undefined)[] = [];
  const text = template.replace(
    /%(?:(\d{1,3})\$)?([-+ 0]|'.){0,5}(\d{1,3})?(?:\.(\d{1,2}))?([bcdeufFosxX%])/g,
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
      length += shown?.length ?? 0;
      parts.push(length > maxLength ? undefined : shown);
      if (length > maxLength) return '';
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
      return number.toFixed(Number(precision ?? 6));
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
      const parts = ignoreCase ? splitIgnoringCase(result, search) : result.split(search);
      if (result.length + (parts.length - 1) * replacement.length > maxLength) return undefined;
      result = parts.join(replacement);
    }
    return result;
  };

function splitIgnoringCase(text: string, search: string): string[] {
  const [haystack, needle] = [lower(text), lower(search)];
  const parts: string[] = [];
  let from = 0;
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, from)) {
    parts.push(text.slice(from, at));
    from = at + needle.length;
  }
  return [...parts, text.slice(from)];
}

/** `strtr($text, ['from' => 'to'])`: the longest that fits, never what was put in; or character by character. */
const translate: Builtin = ([text = null, from = null, to = null]) => {
  const source = isUnknown(text) ? undefined : toText(text);
  if (source === undefined) return undefined;
  const pairs: (readonly [string, string | undefined])[] =
    from instanceof PhpArray
      ? from.entries().map(([key, value]) => [String(key), isUnknown(value) ? undefined : toText(value)])
      : typeof from === 'string' && typeof to === 'string'
        ? Array.from(from.slice(0, to.length), (letter, i) => [letter, to.charAt(i)])
        : [['', undefined]];
  if (pairs.some(([, value]) => value === undefined) || (from instanceof PhpArray && from.partial)) return undefined;
  const longestFirst = pairs.filter(([key]) => key !== '').sort((a, b) => b[0].length - a[0].length);
  if (source.length * longestFirst.length > maxLength) return undefined;
  let result = '';
  for (let i = 0; i < source.length && result.length <= maxLength;) {
    const found = longestFirst.find(([key]) => source.startsWith(key, i));
    result += found ? (found[1] ?? '') : source.charAt(i);
    i += found ? found[0].length : 1;
  }
  return result.length > maxLength ? undefined : result;
};

/** `json_encode` with the flags JSON_UNESCAPED_SLASHES and JSON_UNESCAPED_UNICODE. */
const encodeJson: Builtin = ([value = null, flags = 0]) => {
  if (isUnknown(value) || typeof flags !== 'number' || (flags & ~320) !== 0 || holdsUnknown(value)) return undefined;
  const json = JSON.stringify(toJson(value));
  const slashes = (flags & 64) === 0 ? json.replaceAll('/', '\\/') : json;
  if ((flags & 256) !== 0) return slashes;
  return slashes.replace(/[\x80-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
};

/** Also for objects: what they hold may be shown, but not looked through for ever. */
const holdsUnknown = (value: Value): boolean =>
  isUnknown(value) ||
  value instanceof PhpObject ||
  (value instanceof PhpArray && (value.partial || value.values().some(holdsUnknown)));

/** Half away from zero, on the decimal digits as they are written; undefined where these do not say. */
function rounded(number: number, digits: number): number | undefined {
  const shifted = Number(`${Math.abs(number)}e${digits}`);
  const result = Number(`${Math.round(shifted)}e${-digits}`);
  return Number.isFinite(result) ? Math.sign(number) * result : undefined;
}

/** A whole number from an argument that `onText` made a text. */
const whole = (text: string) => Math.trunc(Number(text)) || 0;

export const stringBuiltins: Record<string, Builtin> = {
  strtolower: onText(lower),
  strtoupper: onText(upper),
  mb_strtolower: onText((text) => text.toLowerCase()),
  mb_strtoupper: onText((text) => text.toUpperCase()),
  ucfirst: onText(upperFirst),
  lcfirst: onText((text) => lower(text.charAt(0)) + text.slice(1)),
  ucwords: onText(upperWords),
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
    whole(length) > 10_000 || type === '2' || fill === ''
      ? undefined
      : type === '0'
        ? text.padStart(whole(length), fill)
        : text.padEnd(whole(length), fill),
  ),
  str_repeat: onText((text, times = '0') =>
    text.length * whole(times) > 100_000 || whole(times) > 100_000 ? undefined : text.repeat(Math.max(0, whole(times))),
  ),
  strrev: onText((text) => Array.from(text).reverse().join('')),
  nl2br: onText((text) => text.replace(/\r?\n/g, (end) => `<br />${end}`)),
  implode: (args) => {
    const [glue, pieces] = args[0] instanceof PhpArray ? [args[1] ?? '', args[0]] : [args[0] ?? '', args[1]];
    const separator = glue instanceof PhpArray ? undefined : toText(glue);
    if (!(pieces instanceof PhpArray) || pieces.partial || separator === undefined) return undefined;
    const texts = pieces.values().map((value) => (isUnknown(value) ? undefined : toText(value)));
    let length = separator.length * texts.length;
    for (const text of texts) length += text?.length ?? Infinity;
    return length > maxLength ? undefined : texts.join(separator);
  },
  join: (args, context) => stringBuiltins['implode']?.(args, context),
  explode: onText((glue, text = '', limit) => {
    if (glue === '') return undefined;
    const parts = text.split(glue);
    const most = limit === undefined ? parts.length : whole(limit);
    if (most < 0) return PhpArray.list(parts.slice(0, most));
    const kept = Math.max(1, most);
    return PhpArray.list(parts.length > kept ? [...parts.slice(0, kept - 1), parts.slice(kept - 1).join(glue)] : parts);
  }),
  str_split: onText((text, size = '1') => {
    const step = whole(size);
    if (step < 1) return undefined;
    const count = Math.max(1, Math.ceil(text.length / step));
    return PhpArray.list(Array.from({ length: count }, (_, i) => text.slice(i * step, (i + 1) * step)));
  }),
  strtr: translate,
  substr_count: onText((text, part = '') => (part === '' ? undefined : text.split(part).length - 1)),
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
  max: (args) => extreme(args, 1),
  min: (args) => extreme(args, -1),
  abs: ([value = null]) => (isUnknown(value) ? undefined : Math.abs(toNumber(value) ?? 0)),
  floor: ([value = null]) => (isUnknown(value) ? undefined : Math.floor(toNumber(value) ?? 0)),
  ceil: ([value = null]) => (isUnknown(value) ? undefined : Math.ceil(toNumber(value) ?? 0)),
  round: ([value = null, places = 0]) => {
    const [number, digits] = [value, places].map((one) => (isUnknown(one) ? undefined : toNumber(one)));
    if (number === undefined || digits === undefined || Math.abs(digits) > 15) return undefined;
    return rounded(number, digits);
  },
  intdiv: ([a = null, b = null]) => {
    const [x, y] = [a, b].map((one) => (isUnknown(one) ? undefined : toNumber(one)));
    return x === undefined || y === undefined || y === 0 ? undefined : Math.trunc(x / y);
  },
  basename: onText((path, suffix) => {
    const name = path.replace(/\/+$/, '').split('/').at(-1) ?? '';
    return suffix !== undefined && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
  }),
  dirname: onText((path, levels = '1') => {
    const parts = path.split('/');
    return parts.slice(0, Math.max(1, parts.length - Number(levels))).join('/') || '/';
  }),
  json_encode: encodeJson,
  version_compare: onText((a, b = '', operator) => {
    const order = compareVersions(a, b);
    return operator === undefined ? order : versionTests[operator]?.(order);
  }),
  ctype_upper: onText((text) => /^[A-Z]+$/.test(text)),
  ctype_lower: onText((text) => /^[a-z]+$/.test(text)),
  ctype_alnum: onText((text) => /^[A-Za-z0-9]+$/.test(text)),

  preg_quote: onText((text) => text.replace(/[.\\+*?[^\]$(){}=!<>|:\-#/]/g, '\\$&')),
};

/** PHP's canonical parts: `1.2rc3` is `1.2.rc.3`. */
const versionParts = (version: string) =>
  version
    .replace(/[-_+]/g, '.')
    .replace(/(\d)([a-z])/gi, '$1.$2')
    .replace(/([a-z])(\d)/gi, '$1.$2')
    .split('.')
    .filter((part) => part !== '');

/** Any other word, then these, the end between RC and numbers. */
const versionWords = ['dev', 'a', 'b', 'rc', '', '0', 'p'];

function versionRank(part = ''): number {
  const word = /^\d/.test(part) ? '0' : part.toLowerCase().replace(/^c/, 'rc');
  return versionWords.findIndex((one) => (one === '' ? word === '' : word.startsWith(one)));
}

function compareVersions(a: string, b: string): -1 | 0 | 1 {
  const [x, y] = [versionParts(a), versionParts(b)];
  for (let i = 0; i < Math.max(x.length, y.length); i += 1) {
    const [p, q] = [x[i], y[i]];
    const isNumber = versionRank(p) === 5 && versionRank(q) === 5;
    const order = isNumber ? Number(p) - Number(q) : versionRank(p) - versionRank(q);
    if (order !== 0) return order < 0 ? -1 : 1;
  }
  return 0;
}

const versionTests: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  lt: (order) => order < 0,
  '<=': (order) => order <= 0,
  le: (order) => order <= 0,
  '>': (order) => order > 0,
  gt: (order) => order > 0,
  '>=': (order) => order >= 0,
  ge: (order) => order >= 0,
  '==': (order) => order === 0,
  eq: (order) => order === 0,
  '!=': (order) => order !== 0,
  ne: (order) => order !== 0,
};

/** The first of the largest (`sign` 1) or smallest (-1) values. */
function extreme(args: readonly Value[], sign: 1 | -1): Value | undefined {
  const [only] = args;
  const values = args.length === 1 && only instanceof PhpArray && !only.partial ? only.values() : args;
  let [best] = values;
  for (const value of values) {
    const order = compare(value, best ?? null);
    if (order === undefined) return undefined;
    if (order * sign > 0) best = value;
  }
  return best;
}
