/**
 * What an index knows, as a text that a later run of the same program takes over: lines of JSON, in ASCII. A function's
 * line is parsed when it is asked for. Whatever is wrong with a text, it counts as none.
 *
 * Reads are kept as numbers of a table of (file, key, digest): most functions read the same pieces.
 */
import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import type { Json } from '../../../webservice/src/schema/node.ts';
import type { DeclarationFile } from './declarations.ts';
import { digest } from './digest.ts';
import type { Entry } from './entry.ts';
import type { EvaluatedFunction } from './evaluateFunction.ts';
import type { Read } from './reads.ts';

/** The stamp of a path in a table: null for an absent file, false for what was only looked up or listed. */
type Stamp = string | null | false;

/** A function with what its evaluation depends on; `place`: the file whose text says its line. */
export interface CachedFunction {
  readonly name: string;
  readonly key: number;
  readonly result: EvaluatedFunction;
  readonly place: string;
}

type Spans = readonly [number, number, number, number];
type EntryRow = readonly [
  name: string,
  spans: Spans,
  fields: readonly (readonly [key: string, spans: Spans, value: Json])[],
  written: readonly (readonly [key: string, spans: Spans])[],
  digest: number,
  complete: boolean,
];
type DeclarationRow = readonly [file: number, entries: readonly (readonly EntryRow[])[], reads: readonly number[]];
type FunctionRow = readonly [
  name: string,
  key: number,
  value: ExternalFunction,
  method: EvaluatedFunction['method'] | null,
  reads: readonly number[],
  place: number,
];
interface Header {
  readonly program: string;
  readonly codebase: number;
  readonly length: number;
  readonly digest: number;
}

const lists = ['functions', 'services', 'capabilities'] as const;

// ---- writing --------------------------------------------------------------------------------------------------------

/**
 * `stamp(path)` is what the disk has; undefined when what was read is not that: what depends on it is left out.
 * `program` and `codebase` say who may read it.
 */
export function writeCache(
  identity: { readonly program: string; readonly codebase: string },
  declarations: Iterable<DeclarationFile>,
  functions: Iterable<CachedFunction>,
  stamp: (path: string) => string | null | undefined,
): string {
  const tables = new Tables(stamp);
  const declared: DeclarationRow[] = [];
  for (const file of declarations) {
    const reads = tables.reads(file.reads);
    const at = tables.file(file.path, true);
    if (reads && at !== undefined) declared.push([at, lists.map((list) => file[list].map(entryRow)), reads]);
  }
  const rows: string[] = [];
  for (const { name, key, result, place } of functions) {
    const reads = tables.reads(result.reads);
    const at = tables.file(place, true);
    if (!reads || at === undefined) continue;
    const row: FunctionRow = [name, key, result.value, result.method ?? null, reads, at];
    rows.push(`${JSON.stringify(name)}\t${ascii(row)}`);
  }
  const body = [ascii(tables.files), ascii(tables.pieces), ascii(declared), ...rows].join('\n');
  const header: Header = { ...codeOf(identity), length: body.length, digest: digest(body) };
  return `${ascii(header)}\n${body}`;
}

const codeOf = ({ program, codebase }: { program: string; codebase: string }) => ({
  program,
  codebase: digest(codebase),
});

const ascii = (value: unknown): string =>
  JSON.stringify(value).replace(/[\x7f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

class Tables {
  readonly files: [path: string, stamp: Stamp][] = [];
  readonly pieces: [file: number, key: string, digest: number | null][] = [];
  private readonly fileNumbers = new Map<string, number | undefined>();
  private readonly pieceNumbers = new Map<string, number>();

  constructor(private readonly stamp: (path: string) => string | null | undefined) {}

  /** Undefined when the disk has another text. */
  file(path: string, isOfText: boolean): number | undefined {
    const id = isOfText ? path : `${path}\n`;
    if (this.fileNumbers.has(id)) return this.fileNumbers.get(id);
    const stamp = isOfText ? this.stamp(path) : false;
    const number = stamp === undefined ? undefined : this.files.push([path, stamp]) - 1;
    this.fileNumbers.set(id, number);
    return number;
  }

  reads(reads: readonly Read[]): number[] | undefined {
    const numbers: number[] = [];
    for (const { path, found } of reads)
      for (const [key, value] of found) {
        const file = this.file(path, key !== 'file:' && key !== 'list:');
        if (file === undefined) return undefined;
        const id = `${file}\n${key}`;
        let number = this.pieceNumbers.get(id);
        if (number === undefined) {
          number = this.pieces.push([file, key, value ?? null]) - 1;
          this.pieceNumbers.set(id, number);
        }
        numbers.push(number);
      }
    return numbers;
  }
}

const spansOf = (
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): Spans => [a.start, a.end, b.start, b.end];

const entryRow = (entry: Entry): EntryRow => [
  entry.name,
  spansOf(entry.nameSpan, entry.span),
  [...entry.fields.values()].map((field) => [field.key, spansOf(field.keySpan, field.valueSpan), field.value]),
  entry.writtenFields.map((field) => [field.key, spansOf(field.keySpan, field.valueSpan)]),
  entry.digest,
  entry.complete,
];

// ---- reading --------------------------------------------------------------------------------------------------------

/** What a text of {@link writeCache} holds. */
export interface Cache {
  /** Every file of the table, in order, with what the disk had when it was written. */
  readonly files: readonly (readonly [path: string, stamp: Stamp])[];
  /** Of files that the disk still has; `versions` by number of the file. */
  declarations(versions: readonly (number | undefined)[]): [version: number, DeclarationFile][];
  /** The line of each function, for {@link function}. */
  readonly lines: ReadonlyMap<string, string>;
  function(
    line: string,
    versions: readonly (number | undefined)[],
  ): (CachedFunction & { placedIn: number | undefined }) | undefined;
}

/** Undefined when the text is of another program or codebase, or damaged. */
export function readCache(
  text: string,
  identity: { readonly program: string; readonly codebase: string },
): Cache | undefined {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  const header = parse(text.slice(0, Math.max(end, 0))) as Partial<Header> | null | undefined;
  const { program, codebase } = codeOf(identity);
  if (header?.program !== program || header.codebase !== codebase) return undefined;
  if (header.length !== body.length || header.digest !== digest(body)) return undefined;
  const [files, pieces, declared, ...rows] = body.split('\n');
  const table = (parse(files ?? '') as Cache['files'] | undefined) ?? [];
  const known = (parse(pieces ?? '') as Tables['pieces'] | undefined) ?? [];
  const pathOf = (file: number) => table[file]?.[0] ?? '';
  const readsOf = (numbers: readonly number[], versions: readonly (number | undefined)[]): Read[] => {
    const reads = new Map<string, Read>();
    for (const number of numbers) {
      const [file, key, value] = known[number] ?? [0, '', null];
      const path = pathOf(file);
      let read = reads.get(path);
      if (!read) reads.set(path, (read = { path, found: new Map(), seenIn: undefined }));
      read.found.set(key, value ?? undefined);
      read.seenIn ??= versions[file];
    }
    return [...reads.values()];
  };
  return {
    files: table,
    declarations: (versions) =>
      ((parse(declared ?? '') as DeclarationRow[] | undefined) ?? []).flatMap(([file, entries, reads]) => {
        const version = versions[file];
        if (version === undefined) return [];
        const path = pathOf(file);
        const [functions = [], services = [], capabilities = []] = entries.map((list) =>
          list.map((row) => entryOf(row, path)),
        );
        return [[version, { path, functions, services, capabilities, reads: readsOf(reads, versions) }]];
      }),
    lines: new Map(
      rows.map((row) => {
        const tab = row.indexOf('\t');
        return [(parse(row.slice(0, tab)) as string | undefined) ?? '', row.slice(tab + 1)];
      }),
    ),
    function: (line, versions) => {
      const row = parse(line) as FunctionRow | undefined;
      if (!row) return undefined;
      const [name, key, value, method, reads, place] = row;
      const result = { value, method: method ?? undefined, reads: readsOf(reads, versions) };
      return { name, key, result, place: pathOf(place), placedIn: versions[place] };
    },
  };
}

function entryOf([name, spans, fields, written, entryDigest, complete]: EntryRow, path: string): Entry {
  return {
    name,
    path,
    nameSpan: { start: spans[0], end: spans[1] },
    span: { start: spans[2], end: spans[3] },
    values: new Map(fields.map(([key, , value]) => [key, value])),
    fields: new Map(fields.map(([key, at, value]) => [key, { ...fieldOf(key, at), value }])),
    writtenFields: written.map(([key, at]) => fieldOf(key, at)),
    digest: entryDigest,
    complete,
  };
}

const fieldOf = (key: string, at: Spans) => ({
  key,
  keySpan: { start: at[0], end: at[1] },
  valueSpan: { start: at[2], end: at[3] },
});

/** Undefined when it is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
