/** Methods that run when Moodle calls a function, in the document that is looked at. */
import type { SingleNode } from '../../../webservice/src/schema/node.ts';
import { fieldFlag } from '../index/entry.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import type { Cursor, Span } from '../php/cursor.ts';
import type { MemberIsland } from '../php/islands.ts';
import { statementOf } from './blocks.ts';
import { reachOf } from './bodies.ts';
import type { Body, Reach } from './bodies.ts';
import type { BodyCall, BodyFacts } from './bodyFacts.ts';
import { parametersOf as keysOf } from './described.ts';
import { implementedFunctions } from './implementations.ts';
import type { Implemented } from './implementations.ts';
import { perDocument } from './remembered.ts';
import { parametersOf } from './phpParameters.ts';
import type { Finding, Fix, Related, Rule, RuleContext, RuleFacts } from './rule.ts';
import { validationsIn } from './validations.ts';
import type { ValidatingMethod, Validation } from './validations.ts';
import { variablesIn } from './variables.ts';
import type { VariableUse } from './variables.ts';

/** A method that functions run: their own, or one of the same class that it calls. */
export class RunningMethod implements ValidatingMethod {
  /** The functions that run it; one at least. */
  readonly fns: Implemented[] = [];
  readonly snapshot: IndexSnapshot;
  private keysMemo: { readonly keys: SingleNode['keys'] | undefined } | undefined;
  private phpMemo: readonly string[] | undefined;
  private validationsMemo: readonly Validation[] | undefined;
  private variablesMemo: readonly VariableUse[] | undefined;

  constructor(
    readonly context: RuleContext,
    readonly body: Body,
    /** What the method of its first function reaches. */
    readonly reach: Reach,
  ) {
    this.snapshot = context.snapshot;
  }

  get member(): MemberIsland {
    return this.body.member;
  }

  get file(): SourceFile {
    return this.body.file;
  }

  get facts(): BodyFacts {
    return this.body.facts;
  }

  get cursor(): Cursor {
    return this.facts.cursor;
  }

  /** Where its first function is declared. */
  get related(): readonly Related[] {
    return this.fns[0]?.related ?? [];
  }

  /** Whether one of its functions is called by users that are logged in. */
  get needsLogin(): boolean {
    return this.fns.some(({ fn }) => fieldFlag(fn.entry, 'loginrequired', true));
  }

  /** The parameters that the schema of its first function names, in order; undefined where they are not known in full. */
  get keys(): SingleNode['keys'] | undefined {
    this.keysMemo ??= { keys: keysOf(this.snapshot, this.fns[0]?.fn.name ?? '')?.keys };
    return this.keysMemo.keys;
  }

  /** Names of the PHP parameters, without `$`. */
  get php(): readonly string[] {
    return (this.phpMemo ??= parametersOf(this.file, this.member).map(({ name }) => name));
  }

  /** Calls of validate_parameters() in it. */
  get validations(): readonly Validation[] {
    return (this.validationsMemo ??= validationsIn(this));
  }

  /** Where its variables are read and written. */
  get variables(): readonly VariableUse[] {
    return (this.variablesMemo ??= variablesIn(this.facts));
  }

  /** Calls of global functions by one of these names. */
  functions(...names: readonly string[]): BodyCall[] {
    return this.facts.named(...names).filter(({ receiver }) => receiver === undefined);
  }

  /** How code of the class writes a class of the global namespace. */
  globalName(name: string): string {
    const { namespace, classes } = this.body.cls.declaration.scope;
    return namespace === '' || classes.has(name) ? name : `\\${name}`;
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
  statementOf(call: BodyCall): Span | undefined {
    return statementOf(this.cursor, call.island);
  }
}

/** The methods of a document that functions run, each once; of what a function reaches, those that `among` leaves. */
const methodsIn = (among: (reach: Reach) => readonly Body[]) =>
  perDocument((context): readonly RunningMethod[] => {
    const { snapshot, document } = context;
    const found = new Map<number, RunningMethod>();
    for (const implemented of document.path.endsWith('.php') ? implementedFunctions(context) : []) {
      const { cls, method } = implemented.implementation;
      if (method?.cls.path !== document.path) continue;
      const reach = reachOf(snapshot, cls, method.member.name);
      for (const body of among(reach)) {
        if (!body.isOwn || !body.member.body || body.file.path !== document.path) continue;
        const running = found.get(body.member.start) ?? new RunningMethod(context, body, reach);
        running.fns.push(implemented);
        found.set(body.member.start, running);
      }
    }
    return [...found.values()];
  });

const calledMethods = methodsIn(({ bodies }) => bodies.slice(0, 1));
const runningMethods = methodsIn(({ bodies }) => bodies);

/** A rule about each method that Moodle calls for a function. */
export function methodRule(facts: RuleFacts, check: (method: RunningMethod) => Iterable<Finding>): Rule {
  return {
    ...facts,
    *check(context) {
      for (const method of calledMethods(context)) yield* check(method);
    },
  };
}

/**
 * A rule about each method that runs when functions are called, those that their own methods call included; `mark`: what
 * a text has where it finds something.
 */
export function runningRule(facts: RuleFacts, mark: RegExp, check: (method: RunningMethod) => Iterable<Finding>): Rule {
  return {
    ...facts,
    *check(context) {
      if (!mark.test(context.document.text.getText())) return;
      for (const method of runningMethods(context)) yield* check(method);
    },
  };
}
