/** Methods that run when Moodle calls a function, in the file that is looked at. */
import { fieldFlag } from '../index/entry.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import { char } from '../php/cursor.ts';
import type { Cursor, Span } from '../php/cursor.ts';
import type { MemberIsland } from '../php/islands.ts';
import type { NameScope } from '../php/names.ts';
import { reachOf } from './bodies.ts';
import type { Body, Reach } from './bodies.ts';
import type { BodyCall } from './bodyFacts.ts';
import { implementedFunctions } from './implementations.ts';
import type { Implemented } from './implementations.ts';
import { perDocument } from './perDocument.ts';
import type { Finding, Fix, Rule, RuleContext, RuleFacts } from './rule.ts';

/** A method that functions run: their own, or one of the same class that it calls. */
export class RunningMethod {
  /** The functions that run it; one at least. */
  readonly fns: Implemented[] = [];

  constructor(
    readonly context: RuleContext,
    readonly body: Body,
    /** What the method of its first function reaches. */
    readonly reach: Reach,
  ) {}

  get file(): SourceFile {
    return this.body.file;
  }

  get cursor(): Cursor {
    return this.body.facts.cursor;
  }

  get scope(): NameScope {
    return this.body.cls.declaration.scope;
  }

  /** Whether Moodle calls it itself. */
  get isCalled(): boolean {
    return this.reach.bodies[0] === this.body;
  }

  /** Whether nobody need be logged in for any of the functions. */
  get isPublic(): boolean {
    return this.fns.every(({ fn }) => !fieldFlag(fn.entry, 'loginrequired', true));
  }

  /** Calls of global functions by one of these names. */
  functions(...names: readonly string[]): BodyCall[] {
    return this.body.facts.named(...names).filter(({ receiver }) => receiver === undefined);
  }

  /** How code of the class writes a class of the global namespace. */
  globalName(name: string): string {
    return this.scope.namespace === '' || this.scope.classes.has(name) ? name : `\\${name}`;
  }

  /** The code of an argument; undefined where it is not given. */
  argument({ args }: BodyCall, at: number): string | undefined {
    const arg = args[at];
    return arg && this.file.text.slice(arg.start, arg.end);
  }

  /** Code instead of what stands at a place. */
  replace({ start, end }: Span, code: string, title: string): Fix {
    return { title, edits: [{ path: this.file.path, start, end, text: code }] };
  }

  /** The statement that a call is, with its `;`; undefined where the call is part of one. */
  statementOf({ island: { first, last } }: BodyCall): Span | undefined {
    const c = this.cursor;
    const before = c.kind(c.previous(first - 1));
    const end = c.next(last);
    const isFirst = before === char(';') || before === char('{') || before === char('}');
    return isFirst && c.kind(end) === char(';') ? { start: c.start(first), end: c.end(end) } : undefined;
  }
}

/** Those in a document, each once. */
const runningMethods = perDocument((context): readonly RunningMethod[] => {
  const { snapshot, document } = context;
  const found = new Map<MemberIsland, RunningMethod>();
  for (const implemented of implementedFunctions(context)) {
    const { cls, method } = implemented.implementation;
    if (method?.cls.path !== document.path) continue;
    const reach = reachOf(snapshot, cls, method.member.name);
    for (const body of reach.bodies) {
      if (!body.isOwn || body.file.path !== document.path) continue;
      const running = found.get(body.member) ?? new RunningMethod(context, body, reach);
      running.fns.push(implemented);
      found.set(body.member, running);
    }
  }
  return [...found.values()];
});

/** A rule about methods that run when functions are called; `mark`: what a text has where it finds something. */
export function runningRule(facts: RuleFacts, mark: RegExp, check: (method: RunningMethod) => Iterable<Finding>): Rule {
  return {
    ...facts,
    *check(context) {
      const { path, text } = context.document;
      if (!path.endsWith('.php') || !mark.test(text.getText())) return;
      for (const method of runningMethods(context)) yield* check(method);
    },
  };
}
