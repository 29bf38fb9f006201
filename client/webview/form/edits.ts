import type { Json } from '../../../webservice/src/schema/node.ts';
import type { Path } from '../../src/panel/messages.ts';

/** Changes of a JSON value, each as a new value; what the path does not lead to stays as it is. */

type Branch = Json[] | Record<string, Json>;

export function isBranch(value: Json | undefined): value is Branch {
  return typeof value === 'object' && value !== null;
}

/** Undefined where there is nothing. */
export function part(value: Json | undefined, key: string | number): Json | undefined {
  return isBranch(value) && Object.hasOwn(value, key) ? (value as Record<string | number, Json>)[key] : undefined;
}

export function withValue(value: Json, path: Path, next: Json): Json {
  return change(value, path, (parent, key) => {
    if (Array.isArray(parent)) return parent.map((each, index) => (index === Number(key) ? next : each));
    // Unlike an assignment, fromEntries makes `__proto__` an ordinary key.
    const entries = Object.entries(parent);
    const known = entries.some(([name]) => name === String(key));
    const changed = entries.map(([name, each]): [string, Json] => [name, name === String(key) ? next : each]);
    return fromEntries(known ? changed : [...changed, [String(key), next]]);
  });
}

export function without(value: Json, path: Path): Json {
  return change(value, path, (parent, key) =>
    Array.isArray(parent)
      ? parent.filter((_, index) => index !== Number(key))
      : fromEntries(Object.entries(parent).filter(([name]) => name !== String(key))),
  );
}

/** Exchanges an element of a list with the one before (-1) or after it (1). */
export function moved(value: Json, path: Path, step: -1 | 1): Json {
  return change(value, path, (parent, key) => {
    if (!Array.isArray(parent)) return parent;
    const [from, to] = [Number(key), Number(key) + step];
    const [one, other] = [parent[from], parent[to]];
    if (one === undefined || other === undefined) return parent;
    return parent.map((each, index) => (index === from ? other : index === to ? one : each));
  });
}

function change(value: Json, path: Path, edit: (parent: Branch, key: string | number) => Json): Json {
  const [key, ...rest] = path;
  if (key === undefined || !isBranch(value)) return value;
  if (rest.length === 0) return edit(value, key);
  const inner = part(value, key);
  return inner === undefined ? value : withValue(value, [key], change(inner, rest, edit));
}

function fromEntries(entries: [string, Json][]): Json {
  return Object.fromEntries(entries);
}

/**
 * What a field's text means: a number where the type is one and the text is how that number is written, else the text
 * itself, so that nothing typed is lost and what Moodle would refuse is refused.
 */
export function fromText(text: string, type: string): Json {
  if ((type === 'int' || type === 'float') && text !== '') {
    const number = Number(text);
    if (String(number) === text && Number.isFinite(number)) return number;
  }
  if (type === 'bool' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

export function toText(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
