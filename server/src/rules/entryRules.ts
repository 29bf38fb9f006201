/** Rules that look at one entry of db/services.php after the other. */
import * as l10n from '@vscode/l10n';
import type { Json } from '../../../webservice/src/schema/node.ts';
import { isDynamic } from '../../../webservice/src/schema/node.ts';
import { arrayAt, insertItem, itemWithKey, removeItem } from '../edits/arrayEdits.ts';
import type { ArrayLiteral } from '../edits/arrayEdits.ts';
import { replaceText } from '../edits/style.ts';
import type { Entry, Field } from '../index/entry.ts';
import type { FunctionDeclaration } from '../index/evaluateFunction.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import { Cursor } from '../php/cursor.ts';
import type { Span } from '../php/cursor.ts';
import { T } from '../php/lexer.ts';
import { tokenAt } from '../edits/arrayEdits.ts';
import type { Component } from '../workspace/codebase.ts';
import { functionsOf, isQuoted, servicesFile, unquoted, valuePlace } from './places.ts';
import { perObject } from './remembered.ts';
import type { Finding, Fix, Rule, RuleContext, RuleFacts } from './rule.ts';

/** An entry of `$functions` or `$services`, and changes of it. */
export class EntrySubject {
  constructor(
    readonly context: RuleContext,
    readonly file: SourceFile,
    readonly component: Component,
    readonly entry: Entry,
  ) {}

  get snapshot(): IndexSnapshot {
    return this.context.snapshot;
  }

  get name(): Span {
    return unquoted(this.file, this.entry.nameSpan);
  }

  field(key: string): Field | undefined {
    return this.entry.fields.get(key);
  }

  /** The value of a key; undefined when it is absent or cannot be known. */
  known(key: string): Json | undefined {
    // Most rules ask most entries for nothing else: values need no place, which an edit above has moved.
    const value = this.entry.values.get(key);
    return value === undefined || isDynamic(value) ? undefined : value;
  }

  /** Whether a key is surely not there. */
  lacks(key: string): boolean {
    return this.entry.complete && !this.entry.values.has(key);
  }

  /** Where the value of a key is written, without quotes; the name of the entry where it is not. */
  place(key: string): Span {
    return valuePlace(this.file, this.entry, this.field(key));
  }

  /** The key and its value. */
  whole(key: string): Span {
    const field = this.field(key);
    return field ? { start: field.keySpan.start, end: field.valueSpan.end } : this.name;
  }

  /** Whether the value of a key is written in this entry, so that it can be changed. */
  isWritten(key: string): boolean {
    return this.literal !== undefined && itemWithKey(this.literal, key) >= 0;
  }

  /** The array that the entry is; undefined where code makes it. */
  get literal(): ArrayLiteral | undefined {
    const { file, entry } = this;
    const c = new Cursor(file.islands.tokens);
    const arrow = c.next(tokenAt(c, entry.nameSpan.end));
    return c.kind(arrow) === T.DoubleArrow ? arrayAt(file, c.span(c.next(arrow + 1))) : undefined;
  }

  /** Adds a key with a value of PHP code, behind the first of `after` that is there. */
  insert(key: string, code: string, ...after: string[]): (() => Fix) | undefined {
    const { literal, file } = this;
    if (!literal) return undefined;
    const anchor = after.map((one) => itemWithKey(literal, one)).find((at) => at >= 0);
    const item = { key, value: code, ...(anchor === undefined ? {} : { after: anchor }) };
    return () => ({
      title: l10n.t("Insert '{0}' => {1}", key, code),
      edits: insertItem(file, literal, item),
    });
  }

  /** Adds a key before all others. */
  insertFirst(key: string, code: string): (() => Fix) | undefined {
    const { literal, file } = this;
    if (!literal) return undefined;
    return () => ({
      title: l10n.t("Insert '{0}' => {1}", key, code),
      edits: insertItem(file, literal, { key, value: code, after: -1 }),
    });
  }

  /** Writes other code as the value of a key. */
  replace(key: string, code: string): (() => Fix) | undefined {
    const field = this.field(key);
    if (!field || !this.isWritten(key)) return undefined;
    const { path } = this.file;
    return () => ({ title: l10n.t('Change to {0}', code), edits: [{ path, ...field.valueSpan, text: code }] });
  }

  /** Gives the entry another name, and nothing else. */
  rename(name: string): (() => Fix) | undefined {
    const { file, entry } = this;
    if (!isQuoted(file, entry.nameSpan)) return undefined;
    return () => ({ title: l10n.t('Rename to {0}', name), edits: [replaceText(file, entry.nameSpan, name)] });
  }

  remove(key: string): (() => Fix) | undefined {
    const { literal, file } = this;
    const at = literal ? itemWithKey(literal, key) : -1;
    if (!literal || at < 0) return undefined;
    return () => ({ title: l10n.t("Remove '{0}'", key), edits: [removeItem(file, literal, at)] });
  }
}

/** An entry of `$functions`. */
export class FunctionSubject extends EntrySubject {
  constructor(
    context: RuleContext,
    file: SourceFile,
    readonly fn: FunctionDeclaration,
  ) {
    super(context, file, fn.component, fn.entry);
  }
}

/** A rule about each entry of `$functions`. */
export function functionRule(facts: RuleFacts, check: (subject: FunctionSubject) => Iterable<Finding>): Rule {
  return {
    ...facts,
    *check(context) {
      for (const subject of functionSubjects(context)) yield* check(subject);
    },
  };
}

/** For one check of one document: dozens of rules look at the same entries. */
const functionSubjects = perObject((context: RuleContext): readonly FunctionSubject[] => {
  const services = servicesFile(context);
  const functions = services ? functionsOf(context.snapshot, services) : [];
  return services ? functions.map((fn) => new FunctionSubject(context, services.file, fn)) : [];
});

/** A rule about each entry of `$services`. */
export function serviceRule(facts: RuleFacts, check: (subject: EntrySubject) => Iterable<Finding>): Rule {
  return {
    ...facts,
    *check(context) {
      const services = servicesFile(context);
      for (const entry of services?.declared.services ?? [])
        if (services) yield* check(new EntrySubject(context, services.file, services.component, entry));
    },
  };
}

/** Those changes that can be made, to choose from. */
export function choices(...fixes: readonly ((() => Fix) | undefined)[]): (() => readonly Fix[]) | undefined {
  const possible = fixes.filter((fix) => fix !== undefined);
  return possible.length === 0 ? undefined : () => possible.map((fix) => fix());
}
