import { phpFloatText, phpText, phpTrim } from './phpScalar.ts';
import type { Scalar } from './phpScalar.ts';

/**
 * Whether a PARAM type takes a value. A web service refuses what cleaning would change (`validate_param` and
 * `clean_param` in lib/moodlelib.php; from Moodle 5.0 `core\param`), so "takes" means "leaves as it is".
 *
 * Exact: alpha, alphaext, alphanum, alphanumext, area, base64, bool, component, file, cleanfile, float, int,
 * localisedfloat, notags, path, pem, permission, plugin, raw, raw_trimmed, safedir, safepath, sequence, stringid, tag,
 * taglist, text, timezone, url (up to 8,192 characters).
 *
 * In part, and `unchecked` where only the site knows:
 * - auth, theme, lang, capability: what cannot be a name is refused; whether the site has it is not known (`en` it has).
 * - username: exact unless the text has characters that a site may allow (`extendedusernamechars`).
 * - localurl: exact, but for addresses with a scheme when the wwwroot is not known.
 * - email: exact for the usual form; quoted names and addresses in brackets are not checked.
 * - clean, cleanhtml: exact for text without `&`, `<` and `>`; the purifier is not repeated here.
 *
 * Not checked: host (its rule has changed between versions).
 */
export type Checked =
  | { kind: 'accepted'; value: Scalar }
  | { kind: 'refused' }
  | { kind: 'unchecked' }
  /** No PARAM constant has this value: Moodle fails with `unknownparamtype` whatever is sent. */
  | { kind: 'unknown-type' };

/** What is known of the site; without it, what depends on it is `unchecked`. */
export interface SiteFacts {
  wwwroot?: string;
  /** The setting of that name; off on a new site. */
  extendedusernamechars?: boolean;
}

// PHP's `$` lets one line feed stand before the end, hence the many `\n?$` here. No expression may try the same text
// twice over: values come from anywhere, and are long.

type Verdict = boolean | 'unchecked';
type Check = (text: string, site: SiteFacts) => Verdict;

/** Longer ones are left to the site: PHP's own limits for expressions begin to count there. */
const maxUrl = 8192;

const x = `[a-z0-9_.!~*'():@&=+$,-]|%[0-9a-f]{2}`;
const octet = '(?:2[0-4]\\d|25[0-5]|[01]?\\d?\\d)';
const port = '(?::(?:[0-5]?\\d{1,4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5]))?';
const host = `(?:(?:${octet}\\.){3}${octet}|(?:[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?)?`;
const path = `/(?:;?(?:${x})/?)*`;
const rest = `(?:\\?(?:${x}|[;/?])*)?(?:#(?:${x}|[;/?])*)?\\n?$`;
const urlForm = new RegExp(`^(?:(?:https?|ftp)://)?${host}${port}(?:${path})?${rest}`, 'i');
const relativeForm = new RegExp(`^${path}${rest}`, 'i');

const badInFile = /[\p{Cc}&<>"`|':\\/]/u;
const whiteSpace = /[\t-\r\x85\u180e\p{Z}]+/gu;
const canonicalInt = /^(?:0|-?[1-9]\d{0,18})$/;
const numeric = /^[ \t\n\r\v\f]*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?[ \t\n\r\v\f]*$/i;

const checks: Readonly<Record<string, Check>> = {
  raw: isUtf8,
  raw_trimmed: (text) => isUtf8(text) && phpTrim(text) === text,
  int: isInt,
  float: (text) => /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?\n?$/i.test(text),
  localisedfloat: (text) => text === '' || (numeric.test(text) && phpFloatText(Number(text)) === text),
  bool: (text) => text === '0' || text === '1',
  alpha: (text) => /^[a-z]*$/i.test(text),
  alphaext: (text) => /^[a-z_-]*$/i.test(text),
  alphanum: (text) => /^[a-z0-9]*$/i.test(text),
  alphanumext: (text) => /^[a-z0-9_-]*$/i.test(text),
  sequence: (text) => /^[0-9,]*$/.test(text),
  safedir: (text) => /^[a-z0-9_-]*$/i.test(text),
  safepath: (text) => /^[a-z0-9/_-]*$/i.test(text),
  notags: (text) => isUtf8(text) && hasNoTags(text),
  text: (text) => isUtf8(text) && (isMultilang(text) ?? hasNoTags(text)),
  clean: (text) => numeric.test(text) || isPlain(text),
  cleanhtml: (text) => phpTrim(text) === text && isPlain(text),
  component: (text) => text === '' || isComponent(text),
  plugin: isPlugin,
  area: isPlugin,
  auth: (text) => isPlugin(text) && (text === '' || 'unchecked'),
  theme: (text) => isPlugin(text) && (text === '' || 'unchecked'),
  lang: (text) => /^[a-z0-9_-]*$/i.test(text) && (text === '' || text === 'en' || 'unchecked'),
  capability: (text) => text === '' || 'unchecked',
  file: isFile,
  cleanfile: isFile,
  path: isPath,
  host: (text) => text === '' || 'unchecked',
  url: (text) => text === '' || isUrl(text),
  localurl: isLocalUrl,
  pem: isPem,
  base64: (text) => inLines(text) === text,
  tag: (text) => isUtf8(text) && tag(text) === text,
  taglist: (text) => isUtf8(text) && tagList(text) === text,
  permission: (text) => ['0', '1', '-1', '-1000'].includes(text),
  username: isUsername,
  email: isEmail,
  stringid: (text) => text === '' || /^[a-z][a-z0-9.:/_-]*\n?$/i.test(text),
  timezone: (text) =>
    text === '' || /^(?:[+-]?(?:0?\d(?:\.[5|0])?|1[0-3](?:\.0)?|1[0-2]\.5)|99)\n?$/.test(text) || isZone(text),
};

/**
 * Checks one value that is not null against a PARAM type (`int` for PARAM_INT). `value` of an accepted one is what the
 * function gets: an integer, float or boolean for those types, the value itself for raw and clean, else text.
 */
export function checkParam(value: boolean | number | string, type: string, site: SiteFacts = {}): Checked {
  const check = Object.hasOwn(checks, type) ? checks[type] : undefined;
  if (check === undefined) return { kind: 'unknown-type' };
  // Neither passes through its text: PARAM_BOOL takes JSON's booleans, PARAM_FLOAT numbers but no boolean.
  if (typeof value === 'boolean' && (type === 'bool' || type === 'float'))
    return type === 'bool' ? { kind: 'accepted', value } : { kind: 'refused' };
  if (typeof value === 'number' && type === 'float') return { kind: 'accepted', value };
  const text = phpText(value);
  const verdict = check(text, site);
  if (verdict === 'unchecked') return { kind: 'unchecked' };
  return verdict ? { kind: 'accepted', value: cleaned(value, text, type) } : { kind: 'refused' };
}

function cleaned(value: boolean | number | string, text: string, type: string): Scalar {
  if (type === 'int' || type === 'permission' || type === 'float') return Number(text);
  if (type === 'localisedfloat') return text === '' ? null : Number(text);
  if (type === 'bool') return text === '1';
  return type === 'raw' || (type === 'clean' && typeof value === 'number') ? value : text;
}

/** `fix_utf8` drops NUL, U+FFFE, U+FFFF and what is no valid UTF-8 (here: half a pair). */
function isUtf8(text: string): boolean {
  return !/[\0\ufffe\uffff]|\p{Cs}/u.test(text);
}

function isInt(text: string): boolean {
  if (!canonicalInt.test(text)) return false;
  if (text.length < 19) return true;
  const number = BigInt(text);
  return number >= -(2n ** 63n) && number < 2n ** 63n;
}

/** For PHP's `strip_tags`, any `<` that no white space follows begins a tag. */
function hasNoTags(text: string): boolean {
  return !/<(?![ \t-\r])/.test(text);
}

/** Text with `<lang>` or `<span>` of the multi-language filter; null where it has neither. */
function isMultilang(text: string): boolean | null {
  const [close, open] = text.includes('</lang>')
    ? ['</lang>', /^<lang lang="[\w-]+"[\t-\r\x85\u180e\p{Z}]*>$/u]
    : ['</span>', /^<span(?:[\t-\r\x85\u180e\p{Z}]+(?:lang="[\w-]+"|class="multilang")){2}[\t-\r\x85\u180e\p{Z}]*>$/u];
  if (!text.includes(close)) return null;
  let isOpen = false;
  let start = text.indexOf('<');
  while (start >= 0) {
    const end = text.indexOf('>', start) + 1;
    if (end === 0) break;
    const found = text.slice(start, end);
    if (found === close ? !isOpen : !open.test(found)) return false;
    isOpen = found !== close;
    start = text.indexOf('<', end);
  }
  return !isOpen && (start < 0 || hasNoTags(text.slice(start)));
}

/** Without these characters Moodle does not call its purifier (`is_purify_html_necessary` in lib/weblib.php). */
function isPlain(text: string): Verdict {
  if (!isUtf8(text)) return false;
  return /[&<>]/.test(text) ? 'unchecked' : true;
}

function isComponent(text: string): boolean {
  const [, type = '', name] = /^([a-z][a-z0-9]*)(?:_([a-z][a-z0-9_]*))?\n?$/.exec(text) ?? [];
  const last = name ?? type;
  if (last.length < 2 || last.endsWith('_') || last.includes('__')) return false;
  return type !== 'mod' || name?.includes('_') !== true;
}

/** Moodle's expression lets two underscores pass behind the first letter only. */
function isPlugin(text: string): boolean {
  return text === '' || (/^[a-z][a-z0-9_]+(?<!_)\n?$/.test(text) && !text.slice(2).includes('__'));
}

/** The name of a time zone: behind the first letters and digits there are no digits any more (`Etc/GMT+5` is refused). */
function isZone(text: string): boolean {
  return /^[a-z0-9]+(?:(?<=[a-z0-9][a-z])|(?:\/?[_-]|\/[a-z])(?:\/?[a-z_-])*)\n?$/i.test(text);
}

function isFile(text: string): boolean {
  return isUtf8(text) && !badInFile.test(text) && text !== '.' && text !== '..';
}

function isPath(text: string): boolean {
  const parts = text.split('/');
  return !text.includes('//') && parts.every((part, i) => (part === '.' && i === 0) || isFile(part));
}

function isUrl(text: string): Verdict {
  if (text.length > maxUrl) return 'unchecked';
  return text !== '0' && urlForm.test(text);
}

function isLocalUrl(text: string, { wwwroot }: SiteFacts): Verdict {
  const url = text === '' || isUrl(text);
  if (url !== true || text === '' || text.startsWith('/')) return url;
  if (wwwroot !== undefined && (text === wwwroot || text.toLowerCase().startsWith(`${wwwroot.toLowerCase()}/`)))
    return true;
  if (wwwroot === undefined && /^[a-z]+:\/\//i.test(text)) return 'unchecked';
  // What counts as a trick with `javascript:` has changed between versions.
  return relativeForm.test(`/${text}`) && (!/javascript|%/i.test(text) || 'unchecked');
}

function isPem(text: string): boolean {
  if (text === '') return true;
  const body = /^-----BEGIN CERTIFICATE-----([\s\w/+=]+)-----END CERTIFICATE-----$/.exec(phpTrim(text))?.[1];
  const lines = inLines(body ?? '');
  return lines !== '' && `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n` === text;
}

/** Base64 in lines of 64 characters, the last of which may be shorter; empty where it is not. */
function inLines(text: string): string {
  if (text === '0' || !/^[ \t-\r\w/+=]+$/.test(phpTrim(text))) return '';
  const lines = text.split(/[ \t-\r]+/).filter((line) => line !== '');
  const fits = lines.every((line, i) => (i === lines.length - 1 ? line.length <= 64 : line.length === 64));
  return fits ? lines.join('\n') : '';
}

function tag(text: string): string {
  const spaced = phpTrim(text.replace(/[\p{Cc}<>`]/gu, '').replace(whiteSpace, ' '));
  return Array.from(spaced).slice(0, 50).join('');
}

function tagList(text: string): string {
  const tags = text.split(',').map(tag);
  return tags.filter((each) => each !== '').join(',');
}

function isUsername(text: string, { extendedusernamechars }: SiteFacts): Verdict {
  if (/^[-.@_a-z0-9]*$/.test(text)) return true;
  if (extendedusernamechars === false || !isUtf8(text) || phpTrim(text) !== text || /[A-Z]/.test(text)) return false;
  return 'unchecked';
}

function isEmail(text: string): Verdict {
  if (text === '') return true;

  if (/[<>]|[^\0-\x7f]/.test(text)) return false;
  if (/["[\]]/.test(text)) return 'unchecked';
  const [local = '', domain = '', ...more] = text.split('@');
  if (more.length > 0 || local.length > 64 || text.length > 254) return false;
  const labels = domain.split('.');
  if (labels.length < 2 || labels.some((label) => !/^(?=.{1,63}$)[a-z0-9]+(?:-+[a-z0-9]+)*$/i.test(label)))
    return false;
  if (/^\d/.test(labels.at(-1) ?? '')) return false;
  return /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(local);
}
