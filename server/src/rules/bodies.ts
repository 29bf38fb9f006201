/** The code that a method runs: its own, and that of the methods of its component which it calls. */
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import type { MemberIsland } from '../php/islands.ts';
import { resolveClassName } from '../php/names.ts';
import type { PhpClass } from '../php/phpClass.ts';
import { bodyFacts } from './bodyFacts.ts';
import type { BodyCall, BodyFacts } from './bodyFacts.ts';
import { isWhole, parentsOf } from './classes.ts';

/** A method with the file that its tokens are in. */
export interface Body {
  /** The class, or trait, that declares it. */
  readonly cls: PhpClass;
  /** The class on which it is called: what `static` means in it. */
  readonly called: PhpClass;
  readonly member: MemberIsland;
  readonly file: SourceFile;
  /** False for those of other classes of the component. */
  readonly isOwn: boolean;
  readonly facts: BodyFacts;
}

/** What a method reaches. */
export interface Reach {
  /** The method, and what it calls directly or through others; each once, nearest first. Empty where there is no method. */
  readonly bodies: readonly Body[];
  /** False where more is called than was found, or than is followed: then nothing can be said of what is missing. */
  readonly isWhole: boolean;
}

/** More methods than this are not followed. */
const maxBodies = 80;

/** What external_api has itself (lib/external/classes/external_api.php), lower case. It is known, and not looked into. */
const baseMethods = new Set([
  'call_external_function',
  'clean_returnvalue',
  'external_function_info',
  'get_context_from_params',
  'get_context_parameters',
  'set_context_restriction',
  'set_timeout',
  'validate_context',
  'validate_parameters',
]);

/** Key: the code of a revision (typing in db/services.php leaves it as it is), a class and the name of a method. Gone with the code. */
const memory = new WeakMap<object, Map<PhpClass, Map<string, Reach>>>();

/** What a method of a class reaches. */
export function reachOf(snapshot: IndexSnapshot, cls: PhpClass, name: string): Reach {
  let classes = memory.get(snapshot.code);
  if (!classes) memory.set(snapshot.code, (classes = new Map<PhpClass, Map<string, Reach>>()));
  let methods = classes.get(cls);
  if (!methods) classes.set(cls, (methods = new Map<string, Reach>()));
  let reach = methods.get(name.toLowerCase());
  if (!reach) methods.set(name.toLowerCase(), (reach = follow(snapshot, cls, name)));
  return reach;
}

/** Calls by one of these names, lower case, in what a method reaches. */
export function* callsReached(
  { bodies }: Reach,
  ...names: readonly string[]
): Generator<{ body: Body; call: BodyCall }> {
  for (const body of bodies) for (const call of body.facts.named(...names)) yield { body, call };
}

export const reaches = (reach: Reach, ...names: readonly string[]): boolean =>
  callsReached(reach, ...names).next().done !== true;

function follow(snapshot: IndexSnapshot, cls: PhpClass, name: string): Reach {
  const first = methodOf(snapshot, cls, name);
  const bodies: Body[] = first ? [bodyOf(first, cls, true)] : [];
  const seen = new Set<string>(first ? [placeOf(first)] : []);
  let whole = true;
  // It grows while it is walked.
  for (const body of bodies)
    for (const call of body.facts.calls) {
      const found = target(snapshot, body, call);
      if (found === 'elsewhere') continue;
      if (found === 'unknown' || (bodies.length >= maxBodies && !seen.has(placeOf(found)))) whole = false;
      else if (!seen.has(placeOf(found))) {
        seen.add(placeOf(found));
        bodies.push(bodyOf(found, found.called, body.isOwn && isSame(found.called, cls)));
      }
    }
  return { bodies, isWhole: whole };
}

// Structure that was given back and read again is of other objects: the same is what stands at the same place.
const placeOf = ({ cls, member }: FoundMethod): string => `${cls.path} ${member.start}`;
const isSame = (a: PhpClass, b: PhpClass): boolean => a.path === b.path && a.name === b.name;

interface FoundMethod {
  readonly cls: PhpClass;
  readonly member: MemberIsland;
  readonly file: SourceFile;
}

const bodyOf = (found: FoundMethod, called: PhpClass, isOwn: boolean): Body => ({
  ...{ cls: found.cls, member: found.member, file: found.file, called, isOwn },
  facts: bodyFacts(found.file, found.member),
});

/** The method that is called, when it is one of the component. */
function target(
  snapshot: IndexSnapshot,
  body: Body,
  { receiver, name, isStatic }: BodyCall,
): (FoundMethod & { called: PhpClass }) | 'elsewhere' | 'unknown' {
  if (receiver === undefined || receiver === '' || (receiver.startsWith('$') && receiver !== '$this'))
    return 'elsewhere';
  const { cls, called } = body;
  const own = receiver.toLowerCase();
  const isParent = own === 'parent';
  // What `self` means in a trait is the class that uses it.
  const on = own === 'self' && cls.declaration.kind !== 'trait' ? cls : called;
  const isOwn = isParent || own === 'self' || own === 'static' || receiver === '$this';
  const other = isOwn || !isStatic ? undefined : componentClass(snapshot, body, receiver);
  if (!isOwn && !other) return 'elsewhere';
  const found = isParent ? inherited(snapshot, cls, name) : methodOf(snapshot, other ?? on, name);
  // What another class inherits from outside the component is not looked at.
  const isOutside = other && found && snapshot.componentOf(found.cls.path) !== snapshot.componentOf(other.path);
  if (found) return isOutside || isBase(found.cls) ? 'elsewhere' : { ...found, called: other ?? called };
  return other || baseMethods.has(name.toLowerCase()) ? 'elsewhere' : 'unknown';
}

/** Key: the code of a revision, a file of it and the name of a class. Gone with the code. */
const classMemory = new WeakMap<object, Map<string, PhpClass | undefined>>();

/** A class of the component that the code belongs to, by its name in the code. */
function componentClass(snapshot: IndexSnapshot, { cls, called }: Body, written: string): PhpClass | undefined {
  const name = resolveClassName(cls.declaration.scope, written);
  for (const one of [called, cls]) if (one.name.toLowerCase() === name.toLowerCase()) return one;
  const component = snapshot.componentOf(cls.path);
  if (!component) return undefined;
  // Classes of activities may begin without `mod_`.
  const plain = component.name.startsWith('mod_') ? component.name.slice(4) : component.name;
  const isNamedSo = [component.name, plain].some((prefix) => new RegExp(`^${prefix}([_\\\\]|$)`, 'i').test(name));
  if (!isNamedSo && !snapshot.file(cls.path)?.classes.has(name.toLowerCase())) return undefined;
  let known = classMemory.get(snapshot.code);
  if (!known) classMemory.set(snapshot.code, (known = new Map<string, PhpClass | undefined>()));
  const key = `${cls.path}\n${name}`;
  if (!known.has(key)) known.set(key, snapshot.findClass(name, cls.path));
  const found = known.get(key);
  return found && snapshot.componentOf(found.path) === component ? found : undefined;
}

const isBase = ({ name }: PhpClass): boolean => /^(core_external\\)?external_api$/i.test(name);

/** The method of a class, its parents or traits. */
function methodOf(snapshot: IndexSnapshot, cls: PhpClass, name: string, depth = 0): FoundMethod | undefined {
  const member = cls.methods.get(name.toLowerCase());
  if (!member) return inherited(snapshot, cls, name, depth);
  const file = snapshot.file(cls.path);
  return file && { cls, member, file };
}

function inherited(snapshot: IndexSnapshot, cls: PhpClass, name: string, depth = 0): FoundMethod | undefined {
  if (depth > 20) return undefined;
  for (const found of parentsOf(snapshot, cls)) {
    const method = found && found !== cls ? methodOf(snapshot, found, name, depth + 1) : undefined;
    if (method) return method;
  }
  return undefined;
}

/**
 * Whether a call of a method of this name on the class itself fails for sure: no class or trait that it is made of has
 * the method or takes any, and all of them are known.
 */
export function lacksMethod(snapshot: IndexSnapshot, cls: PhpClass, name: string): boolean {
  if (baseMethods.has(name.toLowerCase()) || !isWhole(snapshot, cls)) return false;
  return ![name, '__callStatic', '__call'].some((one) => methodOf(snapshot, cls, one) !== undefined);
}
