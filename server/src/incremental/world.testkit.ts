/** A workspace in memory with open documents, that random steps change, and what a server answers about it. */
import type { Entry } from '../index/entry.ts';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { provideCodeLenses } from '../features/codeLens.ts';
import { provideDocumentSymbols } from '../features/documentSymbol.ts';
import type { FeatureDocument } from '../features/shared/document.ts';
import { cuts } from '../php/cuts.testkit.ts';
import { checkDocument } from '../rules/check.ts';
import { Indexes } from '../workspace/indexes.ts';
import { MemoryFiles } from '../workspace/memoryFiles.testkit.ts';
import { directoryOf, uriOfPath } from '../workspace/paths.ts';
import { newPlaces, tree, treeMarks } from './tree.testkit.ts';

/** One thing that happens; numbers choose among what is there. */
export type Step =
  | {
      readonly step: 'open' | 'close' | 'undo' | 'save' | 'delete' | 'delete folder' | 'new plugin';
      readonly which: number;
    }
  | { readonly step: 'type' | 'change on disk'; readonly which: number; readonly seed: number }
  | { readonly step: 'rename' | 'create'; readonly which: number; readonly from: number }
  | {
      readonly step: 'use a word' | 'paste lines';
      readonly which: number;
      readonly at: number;
      readonly from: number;
      readonly what: number;
    }
  | { readonly step: 'ask' | 'rest' | 'wait' };

const which = fc.nat(999);
const one = <S extends string>(...steps: S[]) => fc.record({ step: fc.constantFrom(...steps), which });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: one('open') },
  { weight: 5, arbitrary: one('close', 'undo', 'save', 'delete', 'delete folder', 'new plugin') },
  {
    weight: 6,
    arbitrary: fc.record({ step: fc.constantFrom('type' as const, 'change on disk' as const), which, seed: fc.nat() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ step: fc.constantFrom('rename' as const, 'create' as const), which, from: which }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      step: fc.constantFrom('use a word' as const, 'paste lines' as const),
      which,
      at: fc.nat(),
      from: which,
      what: fc.nat(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ step: fc.constantFrom('ask' as const, 'rest' as const, 'wait' as const) }) },
);
export const sequences = fc.array(step, { minLength: 2, maxLength: 14 });

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

export class World {
  private readonly disk = new Map(Object.entries(tree));
  private readonly files = new MemoryFiles({ ...tree });
  /** Path → texts, the last one shown. */
  private readonly open = new Map<string, string[]>();
  private readonly indexes = this.server();
  /** What bugs of our own were met: file or function, and the error. */
  readonly failures: string[] = [];

  /** A server that has just started, for the files as they are. */
  private server(): Indexes {
    const indexes = new Indexes(
      { files: this.files, yield: () => Promise.resolve() },
      {
        changed: () => undefined,
        progress: () => undefined,
        missing: () => undefined,
        failed: (what, error) =>
          this.failures.push(`${what}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`),
      },
    );
    indexes.setFolders([{ path: '/m', moodlePath: undefined }]);
    return indexes;
  }

  // ---- steps --------------------------------------------------------------------------------------------------

  async run(step: Step): Promise<void> {
    const { indexes } = this;
    switch (step.step) {
      case 'ask':
        answers(indexes, this.documents());
        return;
      case 'rest':
        for (const { store } of indexes.all) store.rest((path) => this.open.has(path));
        return;
      case 'wait':
        await indexes.whenScanned();
        return;
      case 'open': {
        const path = pick([...this.disk.keys()], step.which);
        if (path === undefined || this.open.has(path) || !path.endsWith('.php')) return;
        this.open.set(path, [this.disk.get(path) ?? '']);
        indexes.open(path, path, this.shown(path));
        return;
      }
      case 'create':
      case 'rename': {
        const from = pick([...this.disk.keys()], step.from);
        const to = pick([...newPlaces, ...Object.keys(tree)], step.which);
        if (from === undefined || to === undefined || this.disk.has(to)) return;
        const text = this.disk.get(from) ?? '';
        this.written({ [to]: text }, step.step === 'rename' ? [from] : []);
        return;
      }
      case 'new plugin': {
        const files = Object.keys(tree).filter((path) => path.startsWith('/m/local/shop/'));
        const moved = files.map((path) => [
          path.replace('/shop/', '/late/'),
          tree[path]?.replaceAll('local_shop', 'local_late') ?? '',
        ]);
        this.written(Object.fromEntries(moved) as Record<string, string>, []);
        return;
      }
      case 'delete folder': {
        const folder = directoryOf(pick([...this.disk.keys()], step.which) ?? '/m/none/x');
        const gone = [...this.disk.keys()].filter((path) => path.startsWith(`${folder}/`));
        if (folder === '/m') return;
        for (const path of gone) this.remove(path);
        indexes.filesChanged(new Map([[folder, true]]));
        return;
      }
      case 'delete': {
        const path = pick([...this.disk.keys()], step.which);
        if (path !== undefined) this.written({}, [path]);
        return;
      }
      case 'change on disk': {
        const path = pick([...this.disk.keys()], step.which);
        if (path !== undefined) this.written({ [path]: damaged(this.disk.get(path) ?? '', step.seed) }, []);
        return;
      }
      default:
        this.runInEditor(step);
    }
  }

  private runInEditor(step: Extract<Step, { readonly which: number }>): void {
    const path = pick([...this.open.keys()], step.which);
    if (path === undefined) return;
    const texts = this.open.get(path) ?? [];
    const text = this.shown(path);
    switch (step.step) {
      case 'close':
        this.open.delete(path);
        this.indexes.close(path);
        return;
      case 'save':
        this.written({ [path]: text }, []);
        return;
      case 'undo':
        if (texts.length > 1) texts.pop();
        break;
      case 'type':
        texts.push(damaged(text, step.seed));
        break;
      case 'use a word':
        texts.push(withWord(text, step.at, this.otherText(step.from), step.what));
        break;
      case 'paste lines':
        texts.push(withLines(text, step.at, this.otherText(step.from), step.what));
        break;
      default:
        return;
    }
    this.indexes.change(path, this.shown(path));
  }

  private shown(path: string): string {
    return this.open.get(path)?.at(-1) ?? '';
  }

  private otherText(index: number): string {
    return pick([...this.disk.values()], index) ?? '';
  }

  private remove(path: string) {
    this.disk.delete(path);
    this.files.remove(path);
  }

  /** Files are written and removed, and one event tells. */
  private written(texts: Readonly<Record<string, string>>, gone: readonly string[]) {
    for (const path of gone) this.remove(path);
    for (const [path, text] of Object.entries(texts)) {
      this.disk.set(path, text);
      this.files.write(path, text);
    }
    this.indexes.filesChanged(
      new Map([
        ...gone.map((path) => [path, true] as const),
        ...Object.keys(texts).map((path) => [path, false] as const),
      ]),
    );
  }

  // ---- answers ------------------------------------------------------------------------------------------------

  private documents(): FeatureDocument[] {
    return [...this.open.keys()].map((path) => ({
      uri: uriOfPath(path),
      path,
      languageId: 'php',
      text: TextDocument.create(uriOfPath(path), 'php', 1, this.shown(path)),
    }));
  }

  /** What this server answers otherwise (`-`) than one that starts now (`+`). */
  async differences(): Promise<string[]> {
    // While a tree is none, plugins that documents led to stay when these are closed: which ones is a matter of history.
    const missing = treeMarks.filter((path) => !this.disk.has(path));
    this.written(Object.fromEntries(missing.map((path) => [path, tree[path] ?? ''])), []);
    const fresh = this.server();
    for (const path of this.open.keys()) fresh.open(path, path, this.shown(path));
    const documents = this.documents();
    const wrong = answers(this.indexes, documents);
    const right = answers(fresh, documents);
    fresh.cancelScan();
    await fresh.whenScanned();
    if (wrong.join('\n') === right.join('\n')) return [];
    const without = (all: string[], others: string[]) => all.filter((line) => !others.includes(line));
    return [
      ...without(wrong, right).map((line) => `- ${line}`),
      ...without(right, wrong).map((line) => `+ ${line}`),
      'in this order',
    ];
  }
}

/** Everything that can be asked, a line for each thing. */
function answers(indexes: Indexes, documents: readonly FeatureDocument[]): string[] {
  const lines: string[] = [];
  const say = (what: string, value: unknown) => lines.push(`${what}: ${JSON.stringify(value, plain)}`);
  for (const index of [...indexes.all].sort((a, b) => (a.root < b.root ? -1 : 1))) {
    const { snapshot, codebase, root } = index;
    say(`components of ${root} (${index.label})`, [...codebase.components.values()]);
    for (const fn of snapshot.sortedFunctions) {
      say(`entry ${fn.name}`, fn);
      say(`function ${fn.name}`, snapshot.describe(fn));
      const { cls, method, parameters } = snapshot.implementationOf(fn);
      const place = (found: typeof method) =>
        found && [found.cls.path, found.member.nameSpan, found.member.start, found.member.end];
      say(`places of ${fn.name}`, [cls?.path, cls?.declaration.nameSpan, place(method), place(parameters)]);
    }
    say('services', snapshot.services);
    say('capabilities', snapshot.capabilities);
    for (const component of codebase.components.values())
      say(`classes of ${component.name}`, snapshot.externalClassNames(component).sort());
  }
  for (const document of documents) {
    const snapshot = indexes.indexFor(document.path)?.snapshot;
    if (!snapshot) continue;
    say(`symbols in ${document.path}`, provideDocumentSymbols(snapshot, document, 'all'));
    say(`lenses in ${document.path}`, provideCodeLenses(snapshot, document));
    const hits = checkDocument(snapshot, document);
    say(
      `diagnostics in ${document.path}`,
      hits.map(({ rule, finding }) => [rule.id, finding]),
    );
  }
  return lines;
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && 'writtenFields' in value;

/** Entries as their interface has them, however they came to be. */
function plain(_: string, value: unknown): unknown {
  if (value instanceof Map) return [...(value as Map<unknown, unknown>)];
  if (!isEntry(value)) return value;
  const { name, nameSpan, span, path, fields, writtenFields, digest, complete } = value;
  return [name, nameSpan, span, path, fields, writtenFields, digest, complete];
}

// ---- edits ----------------------------------------------------------------------------------------------------------

const damaged = (text: string, seed: number): string =>
  text === '' ? '<?php\n' : ([...cuts(text, 4, seed)].at(-1)?.text ?? '');

/** A word of one text in place of one of another: names change to names that mean something. */
function withWord(text: string, at: number, other: string, what: number): string {
  const words = [...text.matchAll(/\w{3,}/g)];
  const word = pick(words, at);
  const replacement = pick([...other.matchAll(/\w{3,}/g)], what)?.[0] ?? '';
  return word ? text.slice(0, word.index) + replacement + text.slice(word.index + word[0].length) : replacement;
}

function withLines(text: string, at: number, other: string, what: number): string {
  const lines = text.split('\n');
  const source = other.split('\n');
  const from = what % source.length;
  lines.splice(at % (lines.length + 1), 0, ...source.slice(from, from + 1 + (what % 7)));
  return lines.join('\n');
}
