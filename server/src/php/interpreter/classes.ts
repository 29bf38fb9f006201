/** Classes: names, inheritance, members, constants and instances. */
import type { Expr } from '../ast.ts';
import type { CodeContext } from '../context.ts';
import type { Cell, Frame, Value } from '../values.ts';
import type { MemberIsland } from '../islands.ts';
import { resolveClassName } from '../names.ts';
import type { PhpClass } from '../phpClass.ts';
import { PhpObject } from '../values.ts';
import { Abort, classContext } from './machine.ts';
import type { FoundMember, Machine, PassedArgument } from './machine.ts';

const magicConstants: Record<string, number | string> = {
  PHP_EOL: '\n',
  PHP_INT_MAX: Number.MAX_SAFE_INTEGER,
  PHP_INT_SIZE: 8,
  DIRECTORY_SEPARATOR: '/',
  M_PI: Math.PI,
  SORT_REGULAR: 0,
  SORT_NUMERIC: 1,
  SORT_STRING: 2,
  SORT_DESC: 3,
  SORT_ASC: 4,
  COUNT_RECURSIVE: 1,
  ARRAY_FILTER_USE_KEY: 2,
  ARRAY_FILTER_USE_BOTH: 1,
  PHP_VERSION: '8.2.0',
  E_ALL: 32767,
};

export function className(name: string, resolution: string, frame: Frame): string {
  if (resolution === 'rn') return resolveClassName(frame.code.scope, `namespace\\${name}`);
  return resolveClassName(frame.code.scope, resolution === 'fqn' && !name.startsWith('\\') ? `\\${name}` : name);
}

/** The class name that an expression in class position means. */
export function classNameOf(m: Machine, node: Expr, frame: Frame): string | undefined {
  switch (node.kind) {
    case 'name':
      if (node.resolution === 'uqn') {
        const word = node.name.toLowerCase();
        if (word === 'self') return frame.self?.name;
        if (word === 'static') return frame.late?.name;
      }
      return className(node.name, node.resolution, frame);
    case 'selfreference':
      return frame.self?.name;
    case 'staticreference':
      return frame.late?.name;
    case 'parentreference':
      return frame.self ? parentOf(m, frame.self)?.name : undefined;
    default: {
      const value = m.eval(node, frame);
      if (typeof value === 'string') return value.replace(/^\\/, '');
      return value instanceof PhpObject ? value.cls?.name : undefined;
    }
  }
}

export function classOf(m: Machine, node: Expr, frame: Frame): PhpClass | undefined {
  if (node.kind === 'selfreference') return frame.self;
  if (node.kind === 'staticreference') return frame.late;
  if (node.kind === 'parentreference') return frame.self && parentOf(m, frame.self);
  const name = classNameOf(m, node, frame);
  return name === undefined ? undefined : m.program.findClass(name, frame.code);
}

export function classByText(m: Machine, name: string, frame: Frame): PhpClass | undefined {
  if (name === 'self') return frame.self;
  if (name === 'static') return frame.late;
  if (name === 'parent') return frame.self && parentOf(m, frame.self);
  return m.program.findClass(name.replace(/^\\/, ''), frame.code);
}

export function parentOf(m: Machine, cls: PhpClass): PhpClass | undefined {
  const [parent] = cls.declaration.kind === 'class' ? cls.declaration.extends : [];
  return parent === undefined
    ? undefined
    : m.program.findClass(resolveClassName(cls.declaration.scope, parent), classContext(cls));
}

function traitsOf(m: Machine, cls: PhpClass): PhpClass[] {
  return cls.declaration.traits.flatMap(
    (name) => m.program.findClass(resolveClassName(cls.declaration.scope, name), classContext(cls)) ?? [],
  );
}

function interfacesOf(cls: PhpClass): string[] {
  const { declaration } = cls;
  const names = declaration.kind === 'interface' ? declaration.extends : declaration.implements;
  return names.map((name) => resolveClassName(declaration.scope, name));
}

/** A method of a class, its traits or parents; found members of traits belong to the class that uses them. */
export function findMethod(m: Machine, cls: PhpClass, name: string): FoundMember | undefined {
  return findMember(m, cls, (one) => one.methods.get(name.toLowerCase()));
}

function findMember(
  m: Machine,
  cls: PhpClass,
  pick: (cls: PhpClass) => MemberIsland | undefined,
): FoundMember | undefined {
  const seen = new Set<string>();
  for (let one: PhpClass | undefined = cls; one && !seen.has(one.name); one = parentOf(m, one)) {
    m.step();
    seen.add(one.name);
    const found = ownOrTrait(m, one, one, pick, 0);
    if (found) return found;
  }
  return undefined;
}

function ownOrTrait(
  m: Machine,
  cls: PhpClass,
  user: PhpClass,
  pick: (cls: PhpClass) => MemberIsland | undefined,
  depth: number,
): (FoundMember & { user: PhpClass }) | undefined {
  const member = pick(cls);
  if (member) return { cls, member, user };
  if (depth > 10) return undefined;
  for (const trait of traitsOf(m, cls)) {
    const found = ownOrTrait(m, trait, user, pick, depth + 1);
    if (found) return found;
  }
  return undefined;
}

export function isA(m: Machine, cls: PhpClass, name: string, from: CodeContext): boolean {
  const wanted = (m.program.findClass(name, from)?.name ?? name).toLowerCase();
  const seen = new Set<string>();
  const queue = [cls];
  for (let one = queue.pop(); one; one = queue.pop()) {
    if (one.name.toLowerCase() === wanted) return true;
    if (seen.has(one.name)) continue;
    seen.add(one.name);
    const parent = parentOf(m, one);
    if (parent) queue.push(parent);
    for (const contract of interfacesOf(one)) {
      if (contract.toLowerCase() === wanted) return true;
      const found = m.program.findClass(contract, classContext(one));
      if (found) queue.push(found);
    }
  }
  return false;
}

export function staticLookup(m: Machine, node: Extract<Expr, { kind: 'staticlookup' }>, frame: Frame): Value {
  if (node.offset.kind === 'identifier') {
    if (node.offset.name.toLowerCase() === 'class') return classNameOf(m, node.what, frame) ?? m.unknown(node, frame);
    const cls = classOf(m, node.what, frame);
    return (cls && classConstant(m, cls, node.offset.name)) ?? m.unknown(node, frame);
  }
  const cell = staticProperty(m, node, frame);
  return cell ? (cell.value ?? null) : m.unknown(node, frame);
}

export function classConstant(m: Machine, cls: PhpClass, name: string): Value | undefined {
  let found = findMember(m, cls, (one) => one.constants.get(name));
  for (const contract of found ? [] : interfacesOf(cls)) {
    const inherited = m.program.findClass(contract, classContext(cls));
    found ??= inherited && findMember(m, inherited, (one) => one.constants.get(name));
  }
  if (!found) return undefined;
  const owner = found.cls;
  const key = `${owner.name}::${name}`;
  let cell = m.statics.get(key);
  if (!cell) {
    if (m.constantsInProgress.has(key)) throw new Abort(`${key} refers to itself.`);
    m.constantsInProgress.add(key);
    const code = m.program.value(owner, found.member);
    const value = code
      ? m.eval(code.node as Expr, m.newFrame(code.context, { name: '', self: owner, late: cls }))
      : undefined;
    m.constantsInProgress.delete(key);
    if (found.member.kind === 'case') {
      const instance = new PhpObject(owner);
      instance.init('name', name);
      if (value !== undefined) instance.init('value', value);
      cell = { value: instance };
    } else cell = { value };
    m.statics.set(key, cell);
  }
  return cell.value;
}

export function staticProperty(
  m: Machine,
  node: Extract<Expr, { kind: 'staticlookup' }>,
  frame: Frame,
): Cell | undefined {
  const cls = classOf(m, node.what, frame);
  if (!cls) return undefined;
  const name = node.offset.kind === 'variable' && typeof node.offset.name === 'string' ? node.offset.name : undefined;
  if (name === undefined) return undefined;
  const found = findMember(m, cls, (one) =>
    one.properties.find((property) => property.isStatic && property.name === name),
  );
  if (!found) return undefined;
  const key = `${found.cls.name}::$${name}`;
  let cell = m.statics.get(key);
  if (!cell) {
    const code = m.program.value(found.cls, found.member);
    cell = {
      value: code
        ? m.eval(code.node as Expr, m.newFrame(code.context, { name: '', self: found.cls, late: found.cls }))
        : null,
    };
    m.statics.set(key, cell);
  }
  return cell;
}

export function instantiate(m: Machine, cls: PhpClass, args: readonly PassedArgument[]): PhpObject {
  const object = new PhpObject(cls);
  initProperties(m, object, cls);
  const constructor = findMethod(m, cls, '__construct');
  if (constructor) m.callMethod(constructor, cls, object, args);
  return object;
}

function initProperties(m: Machine, object: PhpObject, cls: PhpClass) {
  const chain: PhpClass[] = [];
  for (let one: PhpClass | undefined = cls; one && !chain.includes(one); one = parentOf(m, one)) chain.push(one);
  for (const owner of chain.reverse()) {
    for (const source of [...traitsOf(m, owner), owner]) {
      for (const property of source.properties) {
        if (property.isStatic) continue;
        const code = m.program.value(source, property);
        object.init(
          property.name,
          code ? m.eval(code.node as Expr, m.newFrame(code.context, { name: '', self: owner, late: cls })) : null,
        );
      }
    }
  }
}

export function constantByNames(m: Machine, names: readonly string[], from: CodeContext): Value | undefined {
  const last = names.at(-1) ?? '';
  if (last in magicConstants) return magicConstants[last];
  const key = `const ${last}`;
  const known = m.statics.get(key);
  if (known) return known.value;
  const code = m.program.findConstant(names, from);
  if (!code || m.constantsInProgress.has(key)) return undefined;
  m.constantsInProgress.add(key);
  const value = m.eval(code.node as Expr, m.newFrame(code.context, { name: '' }));
  m.constantsInProgress.delete(key);
  m.statics.set(key, { value });
  return value;
}
