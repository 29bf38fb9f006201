/** What of a component's db/services.php Moodle keeps in its database, now and at a git base. */
import { arrayAt, insertItem } from '../edits/arrayEdits.ts';
import { eolOf, quoted } from '../edits/style.ts';
import { applyEdits } from '../edits/textEdit.ts';
import type { TextEdit } from '../edits/textEdit.ts';
import type { DeclarationFile } from '../index/declarations.ts';
import type { Entry } from '../index/entry.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { Span } from '../php/cursor.ts';
import { isCore } from '../workspace/codebase.ts';
import type { Component } from '../workspace/codebase.ts';
import { EntrySubject } from './entryRules.ts';
import type { ServicesFile } from './places.ts';
import type { RuleContext } from './rule.ts';
import { numberIn, versionFileOf } from './versionFile.ts';

/** Keys that an upgrade writes to the database; the others are read from the file at each call (lib/upgradelib.php, external_api.php). */
const storedKeys = {
  functions: ['classname', 'methodname', 'classpath', 'capabilities', 'services'],
  services: ['functions', 'shortname', 'requiredcapability', 'restrictedusers', 'downloadfiles', 'uploadfiles'],
} as const;

type List = keyof typeof storedKeys;

/** Names of entries of which something stored is not as it was: new, gone, or changed. Entries that are not known in full count as unchanged. */
export function storedChanges(
  before: DeclarationFile,
  now: DeclarationFile,
): { list: List; name: string; entry: Entry | undefined }[] {
  return (['functions', 'services'] as const).flatMap((list) => {
    const old = new Map(before[list].map((entry) => [entry.name, entry]));
    const current = new Map(now[list].map((entry) => [entry.name, entry]));
    return [...new Set([...old.keys(), ...current.keys()])].flatMap((name) => {
      const [one, other] = [old.get(name), current.get(name)];
      const isSame = one && other && (!one.complete || !other.complete || stored(list, one) === stored(list, other));
      return isSame ? [] : [{ list, name, entry: other }];
    });
  });
}

const stored = (list: List, { fields }: Entry): string =>
  JSON.stringify(storedKeys[list].map((key) => fields.get(key)?.value ?? (key === 'methodname' ? 'execute' : null)));

/** Puts an entry of the base back behind the others of `$functions`, with another description where one is given. */
export function restoredEntry(
  context: RuleContext,
  { file, component }: ServicesFile,
  old: Entry,
  description?: string,
): TextEdit[] {
  const before = context.base?.file(old.path);
  const subject = before && new EntrySubject(context, before, component, old);
  const entry = subject?.literal;
  const list = file.statements.find(({ array }) => array?.variable === 'functions')?.array?.literal;
  const literal = list && arrayAt(file, list);
  if (!subject || !entry || !literal) return [];
  const described =
    description === undefined ? [] : (subject.replace('description', quoted(description))?.().edits ?? []);
  const moved = described.map((one) => ({ ...one, start: one.start - entry.start, end: one.end - entry.start }));
  const code = applyEdits(subject.file.text.slice(entry.start, entry.end), moved).replace(/\r?\n/g, eolOf(file.text));
  return insertItem(file, literal, { key: old.name, value: code });
}

/** The version of a component, and where it is written. */
export interface Version extends Span {
  readonly value: number;
  readonly path: string;
}

/** Undefined where it cannot be read. Moodle's own is that of the tree. */
export function versionOf(snapshot: IndexSnapshot, component: Component): Version | undefined {
  if (isCore(component)) {
    const path = `${snapshot.codebase.root}/version.php`;
    const match = /^\s*\$version\s*=\s*([\d.]+)\s*;/m.exec(snapshot.file(path)?.text ?? '');
    const [whole = '', value = ''] = match ?? [];
    const start = (match?.index ?? 0) + whole.lastIndexOf(value);
    return match ? { value: Number(value), path, start, end: start + value.length } : undefined;
  }
  const version = versionFileOf(snapshot, component);
  const value = version && numberIn(version, 'version');
  const span = version?.values.get('version');
  return version && span && value !== undefined
    ? { value, path: version.file.path, start: span.start, end: span.end }
    : undefined;
}
