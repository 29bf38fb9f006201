/**
 * A user's file of functions with texts, in one of two forms: the array that `moodle-ws export` prints, or the object
 * of the public moodle-ws-catalog (`{"functions": [{name, parameters_desc, returns_desc, …}]}`, one file for each build
 * of Moodle). Whatever else the file holds is left out.
 */
import * as l10n from '@vscode/l10n';
import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import type { Json, Required, SchemaNode } from '../../../webservice/src/schema/node.ts';

export type CatalogueFile =
  | { readonly functions: ReadonlyMap<string, ExternalFunction> }
  /** Why the file cannot be used, as a sentence. */
  | { readonly failure: string };

type Fields = Readonly<Record<string, unknown>>;

export function readCatalogueFile(text: string): CatalogueFile {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { failure: l10n.t('It is not JSON: {0}', error instanceof Error ? error.message : String(error)) };
  }
  const list = isFields(value) ? value['functions'] : value;
  const functions = new Map<string, ExternalFunction>();
  for (const one of Array.isArray(list) ? (list as unknown[]) : []) {
    const fn = isFields(one) ? functionOf(one) : undefined;
    if (fn) functions.set(fn.name, fn);
  }
  if (functions.size > 0) return { functions };
  return {
    failure: l10n.t('It holds no functions: it is neither what `moodle-ws export` prints nor a file of moodle-ws-catalog.'),
  };
}

function functionOf(one: Fields): ExternalFunction | undefined {
  const name = text(one['name']);
  if (name === '') return undefined;
  const isCatalogue = 'parameters_desc' in one || 'returns_desc' in one;
  const schema = (key: string) =>
    isCatalogue ? described(one[`${key}_desc`], 0) : one[key] === null ? null : exported(one[key], 0);
  const parameters = schema('parameters') ?? null;
  const returns = schema('returns');
  const { services } = one;
  return {
    name,
    component: text(one['component']),
    classname: text(one['classname']),
    methodname: text(one['methodname']),
    type: text(one['type']),
    ajax: (isCatalogue ? one['allowed_from_ajax'] : one['ajax']) === true,
    loginrequired: one['loginrequired'] !== false,
    readonlysession: one['readonlysession'] === true,
    capabilities: text(one['capabilities']),
    deprecated: one['deprecated'] === true,
    description: text(one['description']),
    services: (Array.isArray(services) ? services : text(services).split(',')).map(text).filter((each) => each !== ''),
    file: '',
    line: 0,
    parameters,
    returns: returns ?? null,
    complete: parameters?.complete === true && returns?.complete !== false,
  };
}

/** A node of `moodle-ws export`; undefined where it is none. */
function exported(value: unknown, depth: number): SchemaNode | undefined {
  if (!isFields(value)) return undefined;
  const required = requiredNames.find((one) => one === value['required']);
  const invalid = isFields(value['required']) ? { invalid: json(value['required']['invalid']) } : undefined;
  const keys = Array.isArray(value['keys'])
    ? (value['keys'] as unknown[]).flatMap((one) => (Array.isArray(one) ? [[text(one[0]), one[1] as unknown]] : []))
    : undefined;
  return node(value, required ?? invalid, keys as [string, unknown][] | undefined, exported, depth);
}

/** A node of moodle-ws-catalog; PHP writes an empty structure as `[]`. Null: nothing is returned. */
function described(value: unknown, depth: number): SchemaNode | undefined {
  if (!isFields(value)) return undefined;
  const { required } = value;
  const name = typeof required === 'number' ? phpRequired[required] : undefined;
  const keys = typeof value['keys'] === 'object' && value['keys'] !== null ? Object.entries(value['keys']) : undefined;
  return node(value, name ?? { invalid: json(required) }, keys as [string, unknown][] | undefined, described, depth);
}

const requiredNames = ['VALUE_REQUIRED', 'VALUE_OPTIONAL', 'VALUE_DEFAULT'] as const;
/** By Moodle's numbers (lib/external/classes/external_api.php). */
const phpRequired = ['VALUE_DEFAULT', 'VALUE_REQUIRED', 'VALUE_OPTIONAL'] as const;
const maxDepth = 60;

function node(
  value: Fields,
  required: Required | undefined,
  keys: [string, unknown][] | undefined,
  read: (value: unknown, depth: number) => SchemaNode | undefined,
  depth: number,
): SchemaNode | undefined {
  if (depth > maxDepth) return undefined;
  const base = {
    desc: json(value['desc']) ?? '',
    required: required ?? ('VALUE_REQUIRED' as const),
    default: json(value['default']),
    allownull: Boolean(value['allownull']),
  };
  const isWhole = required !== undefined && value['complete'] !== false;
  if (keys) {
    const nodes = keys.flatMap(([name, one]): [string, SchemaNode][] => {
      const inner = read(one, depth + 1);
      return inner ? [[name, inner]] : [];
    });
    const complete = isWhole && nodes.length === keys.length && nodes.every(([, one]) => one.complete);
    return { kind: 'single', keys: nodes, ...base, complete };
  }
  if ('content' in value) {
    const content = read(value['content'], depth + 1);
    return content && { kind: 'multiple', content, ...base, complete: isWhole && content.complete };
  }
  return typeof value['type'] === 'string'
    ? { kind: 'value', type: value['type'], ...base, complete: isWhole }
    : undefined;
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** What JSON.parse made is JSON. */
const json = (value: unknown): Json => (value === undefined ? null : (value as Json));

const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
