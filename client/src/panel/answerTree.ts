import type { Json } from '../../../webservice/src/schema/node.ts';
import type { Path, Problem, Row, Rows } from './messages.ts';

/** More rows at once would not be read, and would be slow to draw. */
export const pageSize = 100;
const maxText = 1000;
const maxPreview = 60;

/** An answer, row by row as they are asked for, with what deviates from its schema at the rows where it is. */
export class AnswerTree {
  private readonly value: Json;
  /** By {@link pathKey}. */
  private readonly deviations = new Map<string, string[]>();
  private readonly inside = new Map<string, number>();
  /** Keys that a structure should have and has not, by the structure's {@link pathKey}. */
  private readonly missing = new Map<string, Path[]>();

  constructor(value: Json, deviations: readonly Problem[] = []) {
    this.value = value;
    for (const { path, message } of deviations) this.addDeviation(path, message);
  }

  /** The rows below a path, from the n-th on; for the root of an answer without parts the answer itself. */
  children(path: Path, from = 0): Rows {
    const parent = at(this.value, path);
    if (parent === undefined) return { rows: [], more: 0 };
    if (!isBranch(parent)) return { rows: path.length === 0 ? [this.row([], parent)] : [], more: 0 };
    const parts = partsOf(parent);
    const missing = this.missing.get(pathKey(path)) ?? [];
    const rows = parts.slice(from, from + pageSize).map(([key, child]) => this.row([...path, key], child));
    const shown = from + rows.length;
    if (shown < parts.length) return { rows, more: parts.length - shown };
    return { rows: [...rows, ...missing.map((each) => this.row(each, undefined))], more: 0 };
  }

  /** Rows whose key or value contains the text, in any case; `more` only says whether there are any. */
  find(text: string): Rows {
    const wanted = text.toLowerCase();
    const found: Path[] = [];
    const search = (value: Json, path: Path): boolean => {
      const key = path.at(-1);
      const matches =
        (typeof key === 'string' && key.toLowerCase().includes(wanted)) ||
        (!isBranch(value) && String(value).toLowerCase().includes(wanted));
      if (matches) found.push(path);
      if (found.length > pageSize) return false;
      return !isBranch(value) || partsOf(value).every(([part, child]) => search(child, [...path, part]));
    };
    if (wanted !== '') search(this.value, []);
    return {
      rows: found.slice(0, pageSize).map((path) => this.row(path, at(this.value, path))),
      more: Math.max(0, found.length - pageSize),
    };
  }

  /** A value as people paste it: texts as they are, the rest as indented JSON. */
  text(path: Path): string {
    const value = at(this.value, path);
    return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value, null, 2);
  }

  private row(path: Path, value: Json | undefined): Row {
    const key = pathKey(path);
    return {
      path,
      key: String(path.at(-1) ?? ''),
      kind: kindOf(value),
      text: value === undefined ? '' : isBranch(value) ? preview(value) : scalarText(value, maxText),
      size: isBranch(value) ? partsOf(value).length + (this.missing.get(key)?.length ?? 0) : 0,
      deviations: this.deviations.get(key) ?? [],
      inside: this.inside.get(key) ?? 0,
    };
  }

  private addDeviation(path: Path, message: string): void {
    const key = pathKey(path);
    this.deviations.set(key, [...(this.deviations.get(key) ?? []), message]);
    for (let length = 0; length < path.length; length++) {
      const above = pathKey(path.slice(0, length));
      this.inside.set(above, (this.inside.get(above) ?? 0) + 1);
    }
    const parent = pathKey(path.slice(0, -1));
    const known = this.missing.get(parent) ?? [];
    if (path.length > 0 && at(this.value, path) === undefined && !known.some((each) => pathKey(each) === key)) {
      this.missing.set(parent, [...known, path]);
    }
  }
}

/** `[0].modules[2].name`, as JavaScript reads it. */
export function pathText(path: Path): string {
  return path
    .map((part, index) =>
      typeof part === 'number'
        ? `[${part}]`
        : /^[a-z_$][\w$]*$/i.test(part)
          ? `${index === 0 ? '' : '.'}${part}`
          : `[${JSON.stringify(part)}]`,
    )
    .join('');
}

function pathKey(path: Path): string {
  return JSON.stringify(path);
}

function isBranch(value: Json | undefined): value is Json[] | Record<string, Json> {
  return typeof value === 'object' && value !== null;
}

function partsOf(value: Json[] | Record<string, Json>): [string | number, Json][] {
  return Array.isArray(value) ? value.map((each, index) => [index, each]) : Object.entries(value);
}

function at(value: Json, path: Path): Json | undefined {
  let inner: Json | undefined = value;
  for (const part of path) {
    if (!isBranch(inner) || !Object.hasOwn(inner, part)) return undefined;
    inner = (inner as Record<string | number, Json>)[part];
  }
  return inner;
}

function kindOf(value: Json | undefined): Row['kind'] {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return Array.isArray(value) ? 'list' : 'object';
}

function scalarText(value: null | string | number | boolean, limit: number): string {
  const text = String(value);
  return text.length <= limit ? text : `${text.slice(0, limit)}…`;
}

/** `{id: 1, name: "General", …}`: enough of a branch to tell it from its neighbours. */
function preview(value: Json[] | Record<string, Json>): string {
  const isList = Array.isArray(value);
  let text = '';
  for (const [key, part] of partsOf(value)) {
    if (text.length > maxPreview) {
      text += ', …';
      break;
    }
    text += `${text === '' ? '' : ', '}${isList ? '' : `${key}: `}${previewPart(part)}`;
  }
  return isList ? `[${text}]` : `{${text}}`;
}

function previewPart(value: Json): string {
  if (isBranch(value)) return Array.isArray(value) ? '[…]' : '{…}';
  return typeof value === 'string' ? `"${scalarText(value, 24)}"` : String(value);
}
