/** Calls of validate_parameters() in the methods of external functions. */
import { arrayAt } from '../edits/arrayEdits.ts';
import type { ArrayLiteral } from '../edits/arrayEdits.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import { char, literalText } from '../php/cursor.ts';
import type { Cursor, Island, Span } from '../php/cursor.ts';
import type { EntryIsland } from '../php/arrays.ts';
import { T } from '../php/lexer.ts';
import { resolveClassName } from '../php/names.ts';
import type { SingleNode } from '../../../webservice/src/schema/node.ts';
import { statementOf } from './blocks.ts';
import type { Body } from './bodies.ts';
import type { BodyCall } from './bodyFacts.ts';
import { parametersOf } from './described.ts';
import { isAssignment } from './variables.ts';

/** A method that may validate its parameters. */
export interface ValidatingMethod {
  readonly snapshot: IndexSnapshot;
  readonly body: Body;
  /** The parameters that its schema names; undefined where they are not known in full. */
  readonly keys: SingleNode['keys'] | undefined;
}

/** One value that is passed to be validated. */
interface Passed {
  readonly key: string;
  readonly keySpan: Span;
  /** The variable that it is, without `$`; undefined for another expression. */
  readonly variable: string | undefined;
  /** Of a literal array; undefined in compact(). */
  readonly item: EntryIsland | undefined;
}

export interface Validation {
  readonly call: BodyCall;
  /** The call that gives the schema: `self::execute_parameters()`. */
  readonly schema: BodyCall | undefined;
  /** The keys of that schema, in order; undefined where they are not known in full. */
  readonly keys: SingleNode['keys'] | undefined;
  /** The expression of what is validated. */
  readonly values: Island | undefined;
  /** That expression, where it is a literal array. */
  readonly array: ArrayLiteral | undefined;
  /** What is passed under names that are written there; from a literal array or compact(). */
  readonly passed: readonly Passed[];
  /** Whether these are all that is passed. */
  readonly isComplete: boolean;
  /** What becomes of the result. */
  readonly result: ValidationResult;
}

type ValidationResult =
  /** The call is a statement. */
  | { readonly kind: 'discarded' }
  /** `$params = …`, the name without `$`. */
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'other' };

export function validationsIn(method: ValidatingMethod): Validation[] {
  const calls = method.body.facts.named('validate_parameters');
  return calls.filter((call) => isOwnCall(method, call)).map((call) => read(method, call));
}

/** Whether a call is on the class itself, or on `external_api`. */
export function isOwnCall({ body: { cls, called } }: ValidatingMethod, call: BodyCall): boolean {
  if (call.isOwn) return true;
  if (call.receiver === undefined || !call.isStatic || call.receiver.startsWith('$')) return false;
  const name = resolveClassName(cls.declaration.scope, call.receiver).toLowerCase();
  return /(^|\\)external_api$/.test(name) || [called, cls].some((one) => one.name.toLowerCase() === name);
}

function read(method: ValidatingMethod, call: BodyCall): Validation {
  const { facts, file } = method.body;
  const { cursor: c } = facts;
  const [first, second] = call.args;
  const schema = first && facts.calls.find((one) => one.close === first.last - 1 && one.island.start === first.start);
  const array = second && arrayAt(file, second);
  const whole = array?.end === second?.end ? array : undefined;
  const compact =
    second && facts.named('compact').find((one) => one.close === second.last - 1 && one.at === second.first);
  const passed = whole ? itemsOf(c, whole) : compact ? compacted(c, compact) : [];
  const count = whole ? whole.items.length : compact ? compact.args.length : -1;
  return {
    ...{ call, schema, values: second, array: whole, passed },
    keys: schema && schemaKeys(method, schema),
    isComplete: count === passed.length,
    result: resultOf(c, call),
  };
}

/** The parameters that `self::x_parameters()` describes. */
function schemaKeys(method: ValidatingMethod, schema: BodyCall): SingleNode['keys'] | undefined {
  const name = /^(\w+)_parameters$/i.exec(schema.name)?.[1];
  if (name === undefined || !isOwnCall(method, schema) || schema.args.length > 0) return undefined;
  if (schema.receiver?.toLowerCase() === 'parent') return undefined;
  if (name.toLowerCase() === method.body.member.name.toLowerCase()) return method.keys;
  const [fn] = method.snapshot.functionsImplementedBy(method.body.called.name, name);
  return fn && parametersOf(method.snapshot, fn.name)?.keys;
}

function itemsOf(c: Cursor, { items }: ArrayLiteral): Passed[] {
  return items.flatMap((item) => {
    if (item.key === undefined || !item.keySpan || c.kind(item.first) === T.Ellipsis) return [];
    const { first, last } = item.value;
    const variable = c.kind(first) === T.Variable && last === first + 1 ? c.text(first).slice(1) : undefined;
    return [{ key: item.key, keySpan: item.keySpan, variable, item }];
  });
}

function compacted(c: Cursor, { args }: BodyCall): Passed[] {
  return args.flatMap(({ first, last }) => {
    const key = last === first + 1 && c.kind(first) === T.String ? literalText(c.text(first)) : undefined;
    return key === undefined ? [] : [{ key, keySpan: c.span(first), variable: key, item: undefined }];
  });
}

function resultOf(c: Cursor, call: BodyCall): ValidationResult {
  if (statementOf(c, call.island)) return { kind: 'discarded' };
  const equals = c.previous(call.first - 1);
  const target = c.previous(equals - 1);
  const isWhole = c.kind(c.next(call.close + 1)) === char(';');
  if (isWhole && c.kind(equals) === char('=') && isAssignment(c, equals) && c.kind(target) === T.Variable)
    return { kind: 'variable', name: c.text(target).slice(1) };
  return { kind: 'other' };
}
