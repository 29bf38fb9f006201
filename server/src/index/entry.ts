import type { Json } from '../../../webservice/src/schema/node.ts';
import type { Span } from '../php/cursor.ts';
import { toBoolean, toText } from '../php/values.ts';

/** One `key => value` of an entry. */
export interface Field {
  readonly key: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
  /** `{"dynamic": source}` where it cannot be known. */
  readonly value: Json;
}

/** An element of one of the top-level arrays. */
export interface Entry {
  readonly name: string;
  /** The key with its quotes, where it is written as such; else the statement that makes the entry. */
  readonly nameSpan: Span;
  readonly span: Span;
  /** Empty where no indexed file declares it (knownFunctions.ts). */
  readonly path: string;
  readonly fields: ReadonlyMap<string, Field>;
  /** By key; the same wherever the entry stands. */
  readonly values: ReadonlyMap<string, Json>;
  /** Keys that are written, also twice, in order. */
  readonly writtenFields: readonly Pick<Field, 'key' | 'keySpan' | 'valueSpan'>[];
  /** Of its text, or of what stands for it where code makes the entry: equal texts declare the same. */
  readonly digest: number;
  /** False when it could not be evaluated. */
  readonly complete: boolean;
}

/** A field as text; undefined when absent or unknown. */
export function fieldText(entry: Entry, key: string): string | undefined {
  const value = entry.values.get(key);
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? toText(value) : undefined;
}

/** A field as PHP's truth value; `fallback` when absent. */
export function fieldFlag(entry: Entry, key: string, fallback: boolean): boolean {
  const value = entry.values.get(key);
  if (value === undefined || value === null) return fallback;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'object' ? fallback : (toBoolean(value) ?? fallback);
}

/** The texts of a list field; not those that are unknown. */
export function fieldList(entry: Entry, key: string): string[] {
  const value = entry.values.get(key);
  const items = Array.isArray(value) ? value : value !== null && typeof value === 'object' ? Object.values(value) : [];
  return items.filter((item) => typeof item === 'string');
}
