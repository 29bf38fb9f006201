import type { Json, SchemaNode, ValueNode } from '../schema/node.ts';
import { checkParam } from '../schema/paramCheck.ts';
import type { Scalar } from '../schema/phpScalar.ts';

/** As many levels and values as an answer gets; beyond, lists are empty and optional keys absent. */
const maxDepth = 24;
const maxValues = 20_000;
const entriesOfList = 2;
const numeric = new Set(['int', 'float', 'localisedfloat', 'bool']);
/** 1 January 2026, and a day, in Unix seconds. */
const epoch = 1_767_225_600;
const day = 86_400;

interface Place {
  /** The name of the key, or of the nearest list or structure around it. */
  key: string;
  /** Position in the innermost list around it. */
  index: number;
  depth: number;
  /** The keys beside it are those of a user. */
  isPerson: boolean;
}

/**
 * A result that the schema allows, the same at every call: ids count up, times are days of 2026, texts speak of what their
 * key is called. A key that is called as an argument repeats its value (`courseid`; of a list, one for each entry).
 */
export function sampleAnswer(returns: SchemaNode | null, args: Json, wwwroot: string): Json {
  if (returns === null) return null;
  const said = saidValues(args);
  let values = 0;

  const visit = (node: SchemaNode, place: Place): Json => {
    values++;
    if (node.kind === 'value') return valueOf(node, place, said, wwwroot);
    if (node.kind === 'multiple') {
      const isFull = place.depth >= maxDepth || values > maxValues || place.key === 'warnings';
      const key = place.key.replace(/s$/, '');
      return Array.from({ length: isFull ? 0 : entriesOfList }, (_, index) =>
        visit(node.content, { ...place, key, index, depth: place.depth + 1 }),
      );
    }
    const isFull = place.depth >= maxDepth || values > maxValues;
    const isPerson = node.keys.some(([key]) => /^(username|firstname|email|profileimageurl|userid)$/.test(key));
    const keys = node.keys.filter(([, child]) => !isFull || child.required === 'VALUE_REQUIRED');
    const entries = keys.map(([key, child]) => [
      key,
      place.depth > maxDepth * 2 ? null : visit(child, { ...place, key, isPerson, depth: place.depth + 1 }),
    ]);
    return Object.fromEntries(entries) as Record<string, Json>;
  };
  return visit(returns, { key: '', index: 0, depth: 0, isPerson: false });
}

/** The values in the arguments, by the name of their key; a list of values by that of the list, with and without `s`. */
function saidValues(args: Json): ReadonlyMap<string, Scalar[]> {
  const said = new Map<string, Scalar[]>();
  const add = (key: string, value: Scalar) => {
    const values = said.get(key) ?? [];
    if (values.length < 100) said.set(key, [...values, value]);
  };
  const visit = (key: string, value: Json, depth: number) => {
    if (value === null || depth > maxDepth) return;
    if (typeof value !== 'object') add(key, value);
    else if (Array.isArray(value))
      value.forEach((child) => {
        visit(key.replace(/s$/, ''), child, depth + 1);
      });
    else for (const [name, child] of Object.entries(value)) visit(name, child, depth + 1);
  };
  visit('', args, 0);
  return said;
}

function valueOf(node: ValueNode, place: Place, said: ReadonlyMap<string, Scalar[]>, wwwroot: string): Json {
  const { key, index } = place;
  const repeated = said.get(key);
  const named = byKey(key.toLowerCase(), place, wwwroot);
  const candidates: (Scalar | undefined)[] = [
    repeated?.[index % repeated.length],
    typeof node.default === 'object' ? undefined : node.default,
    typeof named === 'number' && !numeric.has(node.type) ? undefined : named,
  ];
  for (const candidate of candidates) {
    if (candidate === undefined || candidate === null) continue;
    const checked = checkParam(candidate, node.type, { wwwroot });
    if (checked.kind === 'accepted') return checked.value;
  }
  return byType(node.type, place, wwwroot);
}

function byKey(key: string, { index, isPerson }: Place, wwwroot: string): Scalar | undefined {
  const n = index + 1;
  const person = people[index % people.length] ?? people[0];
  const rows: readonly (readonly [RegExp, Scalar])[] = [
    [/^(id|.*[a-z]id)$/, n],
    [/^username$/, person.username],
    [/e?mail$/, `${person.username}@example.com`],
    [/^firstname$/, person.first],
    [/^lastname$/, person.last],
    [/fullname$/, isPerson ? `${person.first} ${person.last}` : `${title(key)} ${n}`],
    [/^shortname$/, `short${n}`],
    [/^(time|date)|(time|date|timestamp|access)$/, epoch + index * day],
    [/format$/, 1],
    [/(hidden|suspended|deleted|locked|error)$/, 0],
    [/(count|total)$/, entriesOfList],
    [/size$/, 1024 * n],
    [/(url|link)$/, `${wwwroot}/mod/page/view.php?id=${n}`],
    [/(summary|description|intro|content|message|text)$/, `<p>${title(key)} ${n}</p>`],
    [/^lang$/, 'en'],
    [/^country$/, 'DE'],
    [/timezone$/, 'Europe/Berlin'],
    [/mimetype$/, 'application/pdf'],
    [/filename$/, `file${n}.pdf`],
    [/filepath$/, '/'],
    [/component$/, 'mod_page'],
    [/^(modname|modtype|plugin|type)$/, 'page'],
    [/(sort|order|section|position)$/, index],
    [/(percent|progress)$/, 50],
    [/grade$/, 80],
  ];
  return rows.find(([pattern]) => pattern.test(key))?.[1];
}

const people = [
  { username: 'jane', first: 'Jane', last: 'Doe' },
  { username: 'john', first: 'John', last: 'Roe' },
] as const;

/** A value that the type surely takes. */
function byType(type: string, { key, index }: Place, wwwroot: string): Scalar {
  const n = index + 1;
  switch (type) {
    case 'int':
      return n;
    case 'float':
    case 'localisedfloat':
      return n + 0.5;
    case 'permission':
      return 1;
    case 'bool':
      return true;
    case 'url':
    case 'localurl':
      return `${wwwroot}/`;
    case 'path':
    case 'safepath':
      return '/';
    case 'email':
      return 'jane@example.com';
    case 'sequence':
      return '1,2';
    case 'component':
      return 'mod_page';
    case 'timezone':
      return 'Europe/Berlin';
    case 'lang':
      return 'en';
    case 'theme':
      return 'boost';
    case 'auth':
      return 'manual';
    case 'capability':
      return 'moodle/course:view';
    case 'host':
      return 'example.com';
    case 'base64':
      return 'QUJD';
    case 'pem':
      return '-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n';
    case 'raw':
    case 'raw_trimmed':
    case 'text':
    case 'notags':
    case 'clean':
    case 'cleanhtml':
      return `${title(key)} ${n}`;
    default:
      return /^[a-z][a-z]+$/.test(key) ? key : 'sample';
  }
}

function title(key: string): string {
  const word = key.replace(/[^\p{L}\p{N}_ -]/gu, '');
  return word === '' ? 'Sample' : word.charAt(0).toUpperCase() + word.slice(1);
}
