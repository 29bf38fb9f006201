/** Rules that look at one method after the other that Moodle calls for an external function. */
import type { SingleNode } from '../../../webservice/src/schema/node.ts';
import { fieldFlag } from '../index/entry.ts';
import type { FunctionDeclaration } from '../index/evaluateFunction.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import { char } from '../php/cursor.ts';
import type { Cursor } from '../php/cursor.ts';
import type { MemberIsland } from '../php/islands.ts';
import type { PhpClass } from '../php/phpClass.ts';
import { statementsIn } from './blocks.ts';
import { reachOf } from './bodies.ts';
import type { Reach } from './bodies.ts';
import { bodyFacts } from './bodyFacts.ts';
import type { BodyCall, BodyFacts } from './bodyFacts.ts';
import { parametersOf as keysOf } from './described.ts';
import { implementedFunctions } from './implementations.ts';
import { perDocument } from './perDocument.ts';
import { parametersOf } from './phpParameters.ts';
import type { Finding, Related, Rule, RuleContext, RuleFacts } from './rule.ts';
import { validationsIn } from './validations.ts';
import type { ValidatingMethod, Validation } from './validations.ts';
import { variablesIn } from './variables.ts';
import type { VariableUse } from './variables.ts';

/** A method that is written in the document, with the functions that it is. */
export class MethodSubject implements ValidatingMethod {
  readonly snapshot: IndexSnapshot;
  private keysMemo: { readonly keys: SingleNode['keys'] | undefined } | undefined;
  private phpMemo: readonly string[] | undefined;
  private validationsMemo: readonly Validation[] | undefined;
  private variablesMemo: readonly VariableUse[] | undefined;

  constructor(
    readonly context: RuleContext,
    /** At least one. */
    readonly functions: FunctionDeclaration[],
    /** The class that the entry names: the one that has the method, or that inherits it. */
    readonly cls: PhpClass,
    /** The class that has it. */
    readonly declaring: PhpClass,
    readonly member: MemberIsland,
    readonly file: SourceFile,
    /** Where the function is declared. */
    readonly related: readonly Related[],
  ) {
    this.snapshot = context.snapshot;
  }

  get facts(): BodyFacts {
    return bodyFacts(this.file, this.member);
  }

  get cursor(): Cursor {
    return this.facts.cursor;
  }

  get reach(): Reach {
    return reachOf(this.snapshot, this.cls, this.member.name);
  }

  /** The parameters that the schema names, in order; undefined where they are not known in full. */
  get keys(): SingleNode['keys'] | undefined {
    this.keysMemo ??= { keys: keysOf(this.snapshot, this.functions[0]?.name ?? '')?.keys };
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

  /** Whether one of its functions is called by users that are logged in. */
  get needsLogin(): boolean {
    return this.functions.some(({ entry }) => fieldFlag(entry, 'loginrequired', true));
  }
}

/** The methods that are written in a document and that Moodle calls for functions; each once. */
const methodsIn = perDocument((context): readonly MethodSubject[] => {
  const { snapshot, document } = context;
  const file = document.path.endsWith('.php') ? snapshot.file(document.path) : undefined;
  const subjects = new Map<MemberIsland, MethodSubject>();
  for (const { fn, implementation, related } of file ? implementedFunctions(context) : []) {
    const { cls, method } = implementation;
    if (!file || method?.cls.path !== document.path || !method.member.body) continue;
    const same = subjects.get(method.member);
    if (same) same.functions.push(fn);
    else subjects.set(method.member, new MethodSubject(context, [fn], cls, method.cls, method.member, file, related));
  }
  return [...subjects.values()];
});

/** A rule about each method that is written in a document and that Moodle calls for a function. */
export function methodRule(facts: RuleFacts, check: (method: MethodSubject) => Iterable<Finding>): Rule {
  return {
    ...facts,
    *check(context) {
      for (const method of methodsIn(context)) yield* check(method);
    },
  };
}

/** Whether a call is the end of a statement that is in no block of the body. */
export function endsStatement({ facts: { body, cursor: c } }: MethodSubject, { close }: BodyCall): boolean {
  const semicolon = c.next(close + 1);
  return c.kind(semicolon) === char(';') && statementsIn(c, body).some(({ last }) => last === semicolon + 1);
}
