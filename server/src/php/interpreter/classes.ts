/** Classes: names, inheritance, members, constants and instances. */
import type { Expr } from '../ast.ts';
import type { CodeContext } from '../context.ts';
import type { Cell, Frame, Value } from '../values.ts';
import type { MemberIsland } from '../islands.ts';
import { resolveClassName } from '../names.ts';
import type { PhpClass } from '../phpClass.ts';
import { PhpObject } from '../values.ts';
import { Abort, classContext } from './machine.ts';
import type { FoundMember, Machine, PassedArgument, Plan } from './machine.ts';

const builtInConstants = new Map<string, number | string>(
  Object.entries({
    PHP_EOL: '\n',
    // As doubles, which JSON shows as any reader of PHP's own number would see them.
    PHP_INT_MAX: 2 ** 63,
    PHP_INT_MIN: -(2 ** 63),
    PHP_INT_SIZE: 8,
    PHP_FLOAT_EPSILON: Number.EPSILON,
    PHP_VERSION: '8.2.0',
    PHP_VERSION_ID: 80200,
    PHP_MAJOR_VERSION: 8,
    DIRECTORY_SEPARATOR: '/',
    M_PI: Math.PI,
    INF: Infinity,
    NAN: NaN,
    SORT_REGULAR: 0,
    SORT_NUMERIC: 1,
    SORT_STRING: 2,
    SORT_DESC: 3,
    SORT_ASC: 4,
    COUNT_RECURSIVE: 1,
    ARRAY_FILTER_USE_KEY: 2,
    ARRAY_FILTER_USE_BOTH: 1,
    STR_PAD_LEFT: 0,
    STR_PAD_RIGHT: 1,
    STR_PAD_BOTH: 2,
    CASE_LOWER: 0,
    CASE_UPPER: 1,
    ENT_QUOTES: 3,
    JSON_PRETTY_PRINT: 128,
    JSON_UNESCAPED_SLASHES: 64,
    JSON_UNESCAPED_UNICODE: 256,
    E_ALL: 32767,
    PREG_PATTERN_ORDER: 1,
    PREG_SET_ORDER: 2,
    PREG_SPLIT_NO_EMPTY: 1,
  }),
);

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
  const key = name.toLowerCase();
  return findMember(m, cls, (one) => one.methods.get(key), key);
}

type Pick = (cls: PhpClass) => MemberIsland | undefined;

function findMember(m: Machine, cls: PhpClass, pick: Pick, method?: string): FoundMember | undefined {
  let required: FoundMember | undefined;
  let one: PhpClass | undefined = cls;
  for (let level = 0; one && level < maxLineage; level += 1, one = parentOf(m, one)) {
    m.step();
    const found = ownOrTrait(m, one, one, pick, method);
    // What a trait only requires, a class above may have.
    if (found && !(found.member.isAbstract && found.cls !== found.user)) return found;
    required ??= found;
  }
  return required;
}

/** Classes above a class that are looked at: more are a circle. */
const maxLineage = 50;

/** The class and those above it, nearest first. */
export function lineage(m: Machine, cls: PhpClass): PhpClass[] {
  const classes: PhpClass[] = [];
  for (let one: PhpClass | undefined = cls; one && !classes.includes(one); one = parentOf(m, one)) {
    m.step();
    classes.push(one);
  }
  return classes;
}

type UsedMember = FoundMember & { readonly user: PhpClass };

function ownOrTrait(
  m: Machine,
  cls: PhpClass,
  user: PhpClass,
  pick: Pick,
  method: string | undefined,
  seen?: Set<PhpClass>,
): UsedMember | undefined {
  const member = pick(cls);
  if (member) return { cls, member, user };
  if (cls.declaration.traits.length === 0 || seen?.has(cls) === true) return undefined;
  seen ??= new Set();
  seen.add(cls);
  m.step();
  const { traitRules, scope } = cls.declaration;
  const is = (written: string, trait: PhpClass) =>
    resolveClassName(scope, written).toLowerCase() === trait.name.toLowerCase();
  let required: UsedMember | undefined;
  for (const trait of traitsOf(m, cls)) {
    const about = traitRules.filter((rule) => rule.trait === undefined || is(rule.trait, trait));
    const alias = about
      .find((rule) => rule.alias?.toLowerCase() === method && method !== undefined)
      ?.method.toLowerCase();
    const isReplaced = traitRules.some(
      (rule) => rule.method.toLowerCase() === method && rule.insteadof.some((written) => is(written, trait)),
    );
    const own = isReplaced ? undefined : ownOrTrait(m, trait, user, pick, method, seen);
    const found = alias === undefined ? own : ownOrTrait(m, trait, user, (one) => one.methods.get(alias), alias);
    if (found && !found.member.isAbstract) return found;
    required ??= found;
  }
  return required;
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
    return m.known(cls && classConstant(m, cls, node.offset.name), node, frame);
  }
  const cell = staticProperty(m, node, frame);
  return cell ? (cell.value ?? null) : m.unknown(node, frame);
}

export function classConstant(m: Machine, cls: PhpClass, name: string): Value | undefined {
  const pick: Pick = (one) => one.constants.get(name);
  const found = findMember(m, cls, pick) ?? inInterfaces(m, cls, pick);
  if (!found) return undefined;
  const owner = found.user ?? found.cls;
  const key = `${owner.name}::${name}`;
  let cell = m.statics.get(key);
  if (!cell) {
    if (m.constantsInProgress.has(key)) throw new Abort(`${key} refers to itself.`);
    const value = inProgress(m, key, () => initialValue(m, found, owner));
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

function inProgress<T>(m: Machine, key: string, run: () => T): T {
  m.constantsInProgress.add(key);
  try {
    return run();
  } finally {
    m.constantsInProgress.delete(key);
  }
}

/** In the interfaces of a class and of those above, and in what these extend. */
function inInterfaces(m: Machine, cls: PhpClass, pick: Pick): FoundMember | undefined {
  const queue = lineage(m, cls);
  const seen = new Set<PhpClass>();
  for (const one of queue) {
    if (seen.has(one)) continue;
    seen.add(one);
    m.step();
    const member = one.declaration.kind === 'interface' ? pick(one) : undefined;
    if (member) return { cls: one, member };
    for (const contract of interfacesOf(one)) {
      const found = m.program.findClass(contract, classContext(one));
      if (found) queue.push(found);
    }
  }
  return undefined;
}

/** The value that a constant or property is declared with; undefined without one. */
export function initialValue(m: Machine, { cls, member }: FoundMember, user: PhpClass): Value | undefined {
  const code = m.program.value(cls, member);
  return code && m.eval(code.node as Expr, m.newFrame(code.context, { name: '', self: user, late: user }));
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
  const owner = found.user ?? found.cls;
  const key = `${owner.name}::$${name}`;
  return m.statics.get(key) ?? m.touch(key, { value: initialValue(m, found, owner) ?? null });
}

export function instantiate(m: Machine, cls: PhpClass, args: readonly PassedArgument[]): PhpObject {
  const object = bareInstance(m, cls);
  const { constructor } = planOf(m, cls);
  if (constructor) m.callMethod(constructor, cls, object, args);
  return object;
}

/** An object whose constructor has not run. */
export function bareInstance(m: Machine, cls: PhpClass): PhpObject {
  const object = new PhpObject(cls);
  for (const [name, value] of planOf(m, cls).properties) object.init(name, value);
  return object;
}

function planOf(m: Machine, cls: PhpClass): Plan {
  let plan = m.plans.get(cls);
  if (!plan) m.plans.set(cls, (plan = readPlan(m, cls)));
  return plan;
}

function readPlan(m: Machine, cls: PhpClass): Plan {
  const properties: [string, Value][] = [];
  for (const owner of lineage(m, cls).reverse())
    for (const source of [...allTraits(m, owner), owner])
      for (const member of source.properties)
        if (!member.isStatic) properties.push([member.name, initialValue(m, { cls: source, member }, owner) ?? null]);
  return { properties, constructor: findMethod(m, cls, '__construct') };
}

/** The traits of a class and of its traits, innermost first. */
export function allTraits(m: Machine, cls: PhpClass, seen = new Set<PhpClass>()): PhpClass[] {
  return traitsOf(m, cls).flatMap((trait) => {
    if (seen.has(trait)) return [];
    seen.add(trait);
    m.step();
    return [...allTraits(m, trait, seen), trait];
  });
}

export function constantByNames(m: Machine, names: readonly string[], from: CodeContext): Value | undefined {
  const builtIn = builtInConstants.get(names.at(-1) ?? '');
  if (builtIn !== undefined) return builtIn;
  const key = `const ${names.join()}`;
  const known = m.statics.get(key);
  if (known) return known.value;
  const code = m.program.findConstant(names, from);
  if (!code || m.constantsInProgress.has(key)) return undefined;
  const value = inProgress(m, key, () => m.eval(code.node as Expr, m.newFrame(code.context, { name: '' })));
  m.statics.set(key, { value });
  return value;
}
