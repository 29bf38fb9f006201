/** The parameters of a PHP method as a description has them: Moodle passes values by position. */
import type { Json, SchemaNode } from '../../../webservice/src/schema/node.ts';
import { isDynamic } from '../../../webservice/src/schema/node.ts';
import { checkParam } from '../../../webservice/src/schema/paramCheck.ts';
import { phpLiteral } from '../edits/phpLiteral.ts';
import { eolOf, fits, indentAt, indentUnit } from '../edits/style.ts';
import { oneLine } from '../edits/docComment.ts';
import { applyEdits } from '../edits/textEdit.ts';
import type { TextEdit } from '../edits/textEdit.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import type { Span } from '../php/cursor.ts';
import type { MemberIsland } from '../php/islands.ts';
import { jsonOf } from './literals.ts';
import { documented } from './paramComments.ts';
import { parametersOf } from './phpParameters.ts';
import type { PhpParameter } from './phpParameters.ts';
import { phpTypeOf } from './phpTypes.ts';
import { plain } from './signature.ts';

export type Keys = readonly (readonly [string, SchemaNode])[];

/** The variable for a key: moodle-cs wants lower case and no underscores. */
export function variableOf(key: string, keys: Keys): string {
  const isTaken = keys.some(([one]) => one !== key && plain(one) === plain(key));
  return isTaken ? key : plain(key);
}

/** A parameter as code; the type is left out where no value of it can stand for the default. */
interface Wanted {
  readonly key: string;
  readonly variable: string;
  readonly node: SchemaNode;
  readonly type: string;
  /** Undefined: required. */
  readonly value: string | undefined;
}

/** What PHP passes for keys that nobody sends is null. */
export const takesNull = ({ required, default: value }: SchemaNode): boolean =>
  required !== 'VALUE_REQUIRED' && (value === null || isDynamic(value));

function wanted(keys: Keys): Wanted[] {
  // PHP refuses what is required behind what is not: such a default is Moodle's alone.
  const firstFree = keys.findLastIndex(([, node]) => node.required === 'VALUE_REQUIRED') + 1;
  return keys.map(([key, node], at) => {
    const type = `${takesNull(node) ? '?' : ''}${phpTypeOf(node)}`;
    const named = { key, variable: variableOf(key, keys), node };
    if (node.required === 'VALUE_REQUIRED' || at < firstFree) return { ...named, type, value: undefined };
    if (takesNull(node)) return { ...named, type, value: 'null' };
    const value = ofType(node, node.default);
    return { ...named, type: value === undefined ? '' : type, value: phpLiteral(value ?? node.default) };
  });
}

/** A default as a value of the PHP type: PHP refuses `bool $x = 0`. */
function ofType(node: SchemaNode, value: Json): Json | undefined {
  const type = phpTypeOf(node);
  if (typeof value === 'object') return type === 'array' ? value : undefined;
  if (type === 'string') return asPassed(node, value);
  if (type === 'bool') return ['0', '1', ''].includes(asPassed(node, value)) ? Boolean(Number(value)) : undefined;
  return type === 'array' || !Number.isFinite(Number(value)) ? undefined : Number(value);
}

/** Two defaults that give the same here are the same to the method: `0` and `false` for PARAM_BOOL. */
export function asPassed(node: SchemaNode, value: Json): string {
  if (node.kind !== 'value' || value === null || typeof value === 'object') return JSON.stringify(value);
  const checked = checkParam(value, node.type);
  const cleaned = checked.kind === 'accepted' ? checked.value : value;
  // PHP's own text of a boolean, so that false equals 0 where a number is meant.
  return String(typeof cleaned === 'boolean' ? Number(cleaned) : cleaned);
}

const codeOf = ({ type, value }: Pick<Wanted, 'type' | 'value'>, name: string): string =>
  `${type === '' ? '' : `${type} `}$${name}${value === undefined ? '' : ` = ${value}`}`;

/** What a description says, on one line. */
export const descriptionOf = ({ desc }: SchemaNode): string => (typeof desc === 'string' ? oneLine(desc) : '');

/** The parameters that take what a description lets through, in its order. */
export const signatureOf = (keys: Keys): string[] => wanted(keys).map((one) => codeOf(one, one.variable));

/**
 * Makes a method take what a description lets through, and its comment say so. What says the same already stays as it is
 * written; undefined where all of it does, or where the method takes what comes (`...$x`).
 */
export function changedSignature(file: SourceFile, method: MemberIsland, keys: Keys): TextEdit[] | undefined {
  const { params: brackets, body } = method;
  const params = parametersOf(file, method);
  if (!brackets || params.some(({ isVariadic }) => isVariadic)) return undefined;
  const uses = ({ name }: PhpParameter) =>
    new RegExp(`\\$${name}\\b`).test(body ? file.text.slice(body.start, body.end) : '');
  const isKey = ({ name }: PhpParameter) => keys.some(([key]) => key === name || variableOf(key, keys) === name);
  const pairs = wanted(keys).map((one, at) => {
    const there = params[at];
    // One by another name, which the body knows by that.
    const renamed = there && !isKey(there) && uses(there) ? there : undefined;
    const param = params.find(({ name }) => name === one.key || name === one.variable) ?? renamed;
    return { ...one, param, code: param ? kept(file, param, one) : codeOf(one, one.variable) };
  });
  const text = bracketsText(file, method, brackets, params, pairs);
  if (text === undefined) return undefined;
  const comment = pairs.map(({ variable, node, param, code }) => {
    const type = /^(\S+) \$/.exec(code)?.[1] ?? '';
    return {
      ...{ was: param?.name, name: param?.name ?? variable, text: descriptionOf(node) },
      type: type === (param?.type ?? '') ? undefined : type.replace(/^\?(.*)/, '$1|null'),
    };
  });
  return [...documented(file, method, comment), { path: file.path, start: brackets.start, end: brackets.end, text }];
}

/** What stands between the brackets then, and these; undefined where it is the same. */
function bracketsText(
  file: SourceFile,
  method: MemberIsland,
  brackets: Span,
  params: readonly PhpParameter[],
  pairs: readonly { readonly param: PhpParameter | undefined; readonly code: string }[],
): string | undefined {
  const codes = pairs.map(({ code }) => code);
  const written = file.text.slice(brackets.start, brackets.end);
  const isInPlace = params.length === pairs.length && pairs.every(({ param }, at) => param === params[at]);
  const edits = pairs.flatMap(({ param, code }) =>
    param ? [{ start: param.start - brackets.start, end: param.end - brackets.start, text: code }] : [],
  );
  const text = isInPlace ? applyEdits(written, edits) : `(${codes.join(', ')})`;
  if (text === written) return undefined;
  const isBroken = written.includes('\n');
  if ((isInPlace || !isBroken) && fits(file, brackets, text)) return text;
  const indent = indentAt(file.text, method.start);
  const comma = /,\s*\)$/.test(written) ? ',' : '';
  const list = codes.map((code) => indent + indentUnit(file.text) + code).join(`,${eolOf(file.text)}`);
  return ['(', list + comma, `${indent})`].join(eolOf(file.text));
}

/** A parameter with what is right about it as it is written. */
function kept(file: SourceFile, param: PhpParameter, { node, type, value }: Wanted): string {
  const isTyped = isSameType(param, type);
  const written = param.value && jsonOf(file, param.value);
  const isSame = hasDefault(param, written, node, value);
  if (isTyped && isSame) return file.text.slice(param.start, param.end);
  const code = param.value && file.text.slice(param.value.start, param.value.end);
  const staysNull = isSame && written === null && !type.startsWith('?');
  return codeOf(
    {
      type: isTyped ? param.type : `${staysNull ? '?' : ''}${type}`,
      value: isSame && (isTyped || value === undefined || isOf(written, type)) ? code : value,
    },
    param.name,
  );
}

/** Null by default makes a type take null, too. */
function isSameType({ type: written, takesNull }: PhpParameter, type: string): boolean {
  const bare = (text: string) => text.replace(/^\?|\bnull\b\|?|\|null\b/gi, '').toLowerCase();
  return written !== '' && bare(written) === bare(type) && (takesNull || !type.startsWith('?'));
}

/**
 * Whether a default is the wanted one, as far as it is written out: constants are left as they are. Moodle never uses
 * the default of what is required, other code may.
 */
function hasDefault(
  { value: code }: PhpParameter,
  written: Json | undefined,
  node: SchemaNode,
  value: string | undefined,
): boolean {
  if (value === undefined) return true;
  if (!code) return false;
  if (written === undefined) return true;
  if (value === 'null' || written === null) return value === 'null' && written === null;
  return asPassed(node, written) === asPassed(node, node.default);
}

/** Whether PHP takes a default for a type; constants it reads later, and makes of the type. */
function isOf(written: Json | undefined, type: string): boolean {
  if (written === undefined || written === null) return true;
  const bare = type.replace('?', '');
  if (typeof written === 'number') return bare === 'int' || bare === 'float';
  return bare === (typeof written === 'object' ? 'array' : typeof written === 'boolean' ? 'bool' : 'string');
}
