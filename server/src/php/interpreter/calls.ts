/** Calls of functions, methods, closures and constructors. */
import type { Argument, Block, Expr, FunctionLike } from '../ast.ts';
import { builtins } from '../builtins/index.ts';
import { nativeOnly } from '../builtins/moodle.ts';
import type { Builtin } from '../builtins/types.ts';
import { nativeConstructor } from '../descriptions.ts';
import type { CodeContext } from '../context.ts';
import type { Alias, Frame, Value } from '../values.ts';
import { resolveFallbackName } from '../names.ts';
import type { PhpClass } from '../phpClass.ts';
import type { Code } from '../program.ts';
import { Closure, isUnknown, looseEquals, PhpArray, PhpObject, toText } from '../values.ts';
import { joined } from './branches.ts';
import { Abort, bytes, limits, PhpThrow } from './machine.ts';
import type { FoundMember, FrameParts, Machine, PassedArgument } from './machine.ts';
import { classByText, classConstant, classNameOf, classOf, findMethod, instantiate } from './classes.ts';
import { lookupVariable, placeOf } from './places.ts';
import { callSelfContained } from './selfContained.ts';
export function newObject(m: Machine, node: Extract<Expr, { kind: 'new' }>, frame: Frame): Value {
  if (node.what.kind === 'class') return m.unknown(node, frame);
  const name = classNameOf(m, node.what, frame);
  m.allocate(bytes.object);
  if (name?.toLowerCase() === 'stdclass') return new PhpObject(undefined);
  const cls = classOf(m, node.what, frame);
  if (!cls) {
    passArguments(m, node.arguments, frame);
    return m.unknown(node, frame);
  }
  return instantiate(m, cls, passArguments(m, node.arguments, frame));
}

function passArguments(m: Machine, nodes: readonly Argument[], frame: Frame): PassedArgument[] {
  const passed: PassedArgument[] = [];
  for (const node of nodes) {
    if (node.kind === 'variadic') {
      const value = m.eval(node.what, frame);
      if (value instanceof PhpArray)
        for (const [key, one] of value.entries())
          passed.push(typeof key === 'string' ? { value: one, name: key } : { value: one });
      else passed.push({ value });
    } else if (node.kind === 'namedargument') passed.push({ value: m.eval(node.value, frame), name: node.name });
    else if (node.kind !== 'variadicplaceholder') passed.push({ value: m.eval(node, frame), node, frame });
  }
  return passed;
}

export function evaluateCall(m: Machine, node: Extract<Expr, { kind: 'call' }>, frame: Frame): Value {
  const { what } = node;
  if (node.arguments[0]?.kind === 'variadicplaceholder') return m.eval(asClosure(node), frame);
  if (what.kind === 'name') return callNamed(m, what.name, what.resolution, node, frame);
  if (what.kind === 'staticlookup') return callStaticLookup(m, what, node, frame);
  if (what.kind === 'propertylookup' || what.kind === 'nullsafepropertylookup') {
    const object = m.eval(what.what, frame);
    if (object === null && what.kind === 'nullsafepropertylookup') return null;
    const name = toText(m.eval(what.offset, frame));
    const args = passArguments(m, node.arguments, frame);
    if (!(object instanceof PhpObject) || name === undefined) {
      if (object instanceof Closure && name === '__invoke') return callClosure(m, object, args);
      return m.unknown(node, frame);
    }
    const property = object.get(name);
    if (object.cls) {
      const found = findMethod(m, object.cls, name);
      if (found) return callMethod(m, found, object.cls, object, args);
    }
    if (property instanceof Closure) return callClosure(m, property, args);
    const magic = object.cls && findMethod(m, object.cls, '__call');
    return magic ? callMethod(m, magic, object.cls, object, magicArguments(name, args)) : m.unknown(node, frame);
  }
  const callee = m.eval(what, frame);
  return m.known(callValue(m, callee, passArguments(m, node.arguments, frame), frame), node, frame);
}

/** `f(...)` is `fn(...$args) => f(...$args)`, with a name for them that no code has. */
function asClosure(node: Extract<Expr, { kind: 'call' }>): Expr {
  const all = { kind: 'variable', name: '(arguments)' } as const;
  const parameter = { kind: 'parameter', value: null, byref: false, variadic: true, flags: 0 } as const;
  return {
    kind: 'arrowfunc',
    arguments: [{ ...parameter, name: { kind: 'identifier', name: all.name }, type: null, nullable: false }],
    body: { ...node, arguments: [{ kind: 'variadic', what: all }] },
    type: null,
    loc: node.loc ?? null,
  };
}

function callNamed(
  m: Machine,
  name: string,
  resolution: string,
  node: Extract<Expr, { kind: 'call' }>,
  frame: Frame,
): Value {
  const written = resolution === 'fqn' && !name.startsWith('\\') ? `\\${name}` : name;
  const names = resolveFallbackName(frame.code.scope, written, 'functions');
  const builtin = builtins.get((names.at(-1) ?? name).toLowerCase());
  const args = passArguments(m, node.arguments, frame);
  if (builtin) return m.known(callBuiltin(m, builtin, args, frame), node, frame);
  const code = m.program.findFunction(names, frame.code);
  return code ? callFunction(m, code, args, name) : m.unknown(node, frame);
}

function callBuiltin(m: Machine, builtin: Builtin, args: readonly PassedArgument[], frame: Frame): Value | undefined {
  const values = args.map(({ value }) => value);
  let weight = 0;
  for (const value of values) {
    if (typeof value === 'string') m.step(value.length >> 8);
    else if (value instanceof PhpArray) {
      m.step(value.weight >> 4);
      weight += value.weight;
    }
  }
  // What is made of several is checked before it is made.
  if (weight > limits.weight) throw new Abort('An array grew too large.');
  const result = builtin(values, { machine: m, frame, args });
  if (!(result instanceof PhpArray)) return typeof result === 'string' ? m.bounded(result) : result;
  // The arrays in it may be new as well.
  m.allocate(result.values().filter((value) => value instanceof PhpArray).length * bytes.array);
  return m.bounded(result);
}

function callStaticLookup(
  m: Machine,
  what: Extract<Expr, { kind: 'staticlookup' }>,
  node: Extract<Expr, { kind: 'call' }>,
  frame: Frame,
): Value {
  const cls = classOf(m, what.what, frame);
  const name = toText(m.eval(what.offset, frame));
  const className = cls?.name ?? classNameOf(m, what.what, frame);
  const args = passArguments(m, node.arguments, frame);
  if (name === undefined) return m.unknown(node, frame);
  const builtin =
    className === undefined ? undefined : builtins.get(`${className.toLowerCase()}::${name.toLowerCase()}`);
  if (builtin) return m.known(callBuiltin(m, builtin, args, frame), node, frame);
  if (!cls || nativeOnly.has(cls.name.toLowerCase())) return m.unknown(node, frame);
  const found = findMethod(m, cls, name);
  if (!found) {
    const magic = findMethod(m, cls, '__callStatic');
    if (magic) return callMethod(m, magic, cls, undefined, magicArguments(name, args));
    return m.known(enumMethod(m, cls, name, args[0]?.value), node, frame);
  }
  const known = what.what.kind === 'name' && args.length === 0 ? callSelfContained(m, found, cls) : undefined;
  if (known !== undefined) return known;
  // parent::, self:: and static:: forward the object and the late static class.
  const forwards = what.what.kind.endsWith('reference');
  const late = forwards && frame.late ? frame.late : cls;
  const object = found.member.isStatic ? undefined : frame.object;
  return callMethod(m, found, what.what.kind === 'staticreference' ? cls : late, object, args);
}

const magicArguments = (name: string, args: readonly PassedArgument[]): PassedArgument[] => [
  { value: name },
  { value: PhpArray.list(args.map(({ value }) => value)) },
];

/** `cases()`, and `from()` and `tryFrom()` of backed enums, which PHP itself provides. */
function enumMethod(m: Machine, cls: PhpClass, name: string, wanted: Value | undefined): Value | undefined {
  if (cls.declaration.kind !== 'enum') return undefined;
  const cases = [...cls.constants.values()]
    .filter(({ kind }) => kind === 'case')
    .map((one) => classConstant(m, cls, one.name) ?? null);
  switch (name.toLowerCase()) {
    case 'cases':
      return PhpArray.list(cases);
    case 'from':
    case 'tryfrom': {
      if (wanted === undefined || isUnknown(wanted)) return undefined;
      const found = cases.find((one) => one instanceof PhpObject && looseEquals(one.get('value') ?? null, wanted));
      if (found !== undefined) return found;
      if (name.toLowerCase() === 'tryfrom') return null;
      throw new PhpThrow(wanted);
    }
    default:
      return undefined;
  }
}

/** Calls what `call_user_func` accepts; undefined when it cannot be resolved. */
export function callValue(m: Machine, callee: Value, args: readonly PassedArgument[], frame: Frame): Value | undefined {
  if (callee instanceof Closure) return callClosure(m, callee, args);
  if (typeof callee === 'string' && callee.includes('::')) {
    const [cls, method] = callee.split('::');
    return callValue(m, PhpArray.list([cls ?? '', method ?? '']), args, frame);
  }
  if (typeof callee === 'string') {
    const builtin = builtins.get(callee.toLowerCase().replace(/^\\/, ''));
    if (builtin) return callBuiltin(m, builtin, args, frame);
    const code = m.program.findFunction([callee.replace(/^\\/, '')], frame.code);
    return code && callFunction(m, code, args, callee);
  }
  if (callee instanceof PhpArray) {
    const [target, method] = [callee.get(0), callee.get(1)];
    if (typeof method !== 'string') return undefined;
    const cls =
      target instanceof PhpObject ? target.cls : typeof target === 'string' ? classByText(m, target, frame) : undefined;
    const found = cls && findMethod(m, cls, method.replace(/^parent::/, ''));
    return found && callMethod(m, found, cls, target instanceof PhpObject ? target : undefined, args);
  }
  if (callee instanceof PhpObject && callee.cls) {
    const found = findMethod(m, callee.cls, '__invoke');
    return found && callMethod(m, found, callee.cls, callee, args);
  }
  return undefined;
}

export function callMethod(
  m: Machine,
  found: FoundMember & { user?: PhpClass },
  late: PhpClass,
  object: PhpObject | undefined,
  args: readonly PassedArgument[],
): Value {
  const native = object && nativeConstructor(found.cls, found.member.name);
  if (native) {
    native(object, args, m.program);
    return null;
  }
  const code = m.program.method(found.cls, found.member);
  if (!code) throw new Abort(`${found.cls.name}::${found.member.name}() does not parse.`);
  return runFunction(m, code.node as FunctionLike, args, code.context, {
    name: found.member.name,
    arguments: args.map(({ value }) => value),
    self: found.user ?? found.cls,
    late,
    object: found.member.isStatic ? undefined : object,
  });
}

function callFunction(m: Machine, code: Code, args: readonly PassedArgument[], name: string): Value {
  return runFunction(m, code.node as FunctionLike, args, code.context, {
    name,
    arguments: args.map(({ value }) => value),
  });
}

function callClosure(m: Machine, closure: Closure, args: readonly PassedArgument[]): Value {
  const { frame } = closure;
  return runFunction(
    m,
    closure.node,
    args,
    frame.code,
    {
      name: '{closure}',
      self: frame.self,
      late: frame.late,
      object: frame.object,
      arguments: args.map(({ value }) => value),
    },
    closure,
  );
}

function runFunction(
  m: Machine,
  node: FunctionLike,
  args: readonly PassedArgument[],
  code: CodeContext,
  parts: FrameParts,
  closure?: Closure,
): Value {
  if (m.depth >= limits.depth) throw new Abort('Calls are nested too deep.');
  m.depth += 1;
  try {
    m.allocate(bytes.object);
    const frame = m.newFrame(code, parts);
    if (closure) {
      for (const [name, value] of closure.captured) m.variable(frame, name).value = value;
      for (const [name, alias] of closure.references) frame.aliases.set(name, alias);
    }
    bindParameters(m, node, args, frame);
    if (node.body === null) return null;
    if (node.kind === 'arrowfunc') return m.eval(node.body as Expr, frame);
    const value = runBody(m, node.body as Block, frame);
    return frame.yielded ? m.bounded(frame.yielded.build()) : value;
  } finally {
    m.depth -= 1;
  }
}

/** What the body returns, or may return where it could not be decided. */
function runBody(m: Machine, body: Block, frame: Frame): Value {
  const possible = frame.possibleReturns;
  try {
    const completion = m.exec(body, frame);
    const value = completion?.type === 'return' ? completion.value : null;
    return possible.length === 0 ? value : (joined(m, [...possible, value], `${frame.name}()`) ?? null);
  } catch (error) {
    // It throws unless it has returned before.
    if (!(error instanceof PhpThrow) || possible.length === 0) throw error;
    return joined(m, possible, `${frame.name}()`) ?? null;
  }
}

const noNames = new Map<string, PassedArgument>();

function bindParameters(m: Machine, node: FunctionLike, args: readonly PassedArgument[], frame: Frame) {
  const hasNames = args.some((arg) => arg.name !== undefined);
  const named = hasNames ? new Map(args.flatMap((arg) => (arg.name === undefined ? [] : [[arg.name, arg]]))) : noNames;
  const positional = hasNames ? args.filter((arg) => arg.name === undefined) : args;
  for (const [index, parameter] of node.arguments.entries()) {
    const { name } = parameter.name;
    if (parameter.variadic) {
      const rest = positional.slice(index).map(({ value }, i) => [i, value] as const);
      m.variable(frame, name).value = m.bounded(
        PhpArray.of([...rest, ...[...named].map(([key, { value }]) => [key, value] as const)]),
      );
      break;
    }
    const arg = positional[index] ?? named.get(name);
    named.delete(name);
    const place = arg && parameter.byref ? placeOfArgument(m, arg) : undefined;
    if (place) frame.aliases.set(name, place);
    else m.variable(frame, name).value = arg ? arg.value : parameter.value ? m.eval(parameter.value, frame) : null;
    // A promoted constructor parameter is a property as well.
    if (parameter.flags !== 0 && frame.object) frame.object.init(name, lookupVariable(name, frame) ?? null);
  }
}

function placeOfArgument(m: Machine, { place, node, frame }: PassedArgument): Alias | undefined {
  return place ?? (node && frame ? placeOf(m, node, frame) : undefined);
}
