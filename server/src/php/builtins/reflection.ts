/** What reflectionPrelude.ts asks about classes and their members, as arrays of facts. */
import type { FunctionLike } from '../ast.ts';
import { Cursor } from '../cursor.ts';
import type { Island, Span } from '../cursor.ts';
import {
  allTraits,
  bareInstance,
  classByText,
  classConstant,
  findMethod,
  initialValue,
  lineage,
} from '../interpreter/classes.ts';
import { classContext, PhpThrow } from '../interpreter/machine.ts';
import type { FoundMember, Machine } from '../interpreter/machine.ts';
import type { MemberIsland } from '../islands.ts';
import { lex, T } from '../lexer.ts';
import { resolveClassName } from '../names.ts';
import type { NameScope } from '../names.ts';
import type { PhpClass } from '../phpClass.ts';
import { PhpArray, PhpObject, Unknown } from '../values.ts';
import type { Value } from '../values.ts';
import type { Builtin, BuiltinContext } from './types.ts';

const facts = (record: Readonly<Record<string, Value>>) => PhpArray.of(Object.entries(record));

/** The class of an object or name; a missing one is an exception, as in PHP, where a tree could have it. */
function classOf(subject: Value | undefined, { machine, frame }: BuiltinContext): PhpClass | undefined {
  if (subject instanceof PhpObject) return subject.cls;
  const found = typeof subject === 'string' ? classByText(machine, subject, frame) : undefined;
  if (!found && typeof subject === 'string' && machine.program.dirroot !== undefined)
    throw new PhpThrow(new Unknown(`ReflectionException: ${subject}`));
  return found;
}

const ofClass =
  (run: (cls: PhpClass, machine: Machine) => Value): Builtin =>
  ([subject], context) => {
    const cls = classOf(subject, context);
    return cls && run(cls, context.machine);
  };

const text = (m: Machine, cls: PhpClass, span: Span | undefined): string | false =>
  (span && m.program.text(cls, span)) ?? false;

const bits: Readonly<Record<string, number>> = {
  public: 1,
  protected: 2,
  private: 4,
  static: 16,
  abstract: 64,
  readonly: 128,
};
const builtinTypes =
  /^(int|string|bool|float|array|iterable|mixed|object|callable|void|null|never|false|true|self|static|parent)$/i;
/** How PHP writes a union, whatever the order in the source: classes, these, null. */
const unionOrder = ['object', 'array', 'string', 'int', 'float', 'iterable', 'bool', 'false', 'true', 'null'];

/** What stands before `$name`: modifiers, type, doc comment. */
interface Head {
  readonly modifiers: number;
  readonly type: Value;
  readonly doc: string | false;
  readonly variadic: boolean;
}

function typeFacts(written: string, scope: NameScope): Value {
  if (written === '') return null;
  const all = written.includes('&');
  const names = written
    .replace(/^\?/, '')
    .split(/[|&]/)
    .map((one) => (builtinTypes.test(one) ? one.toLowerCase() : resolveClassName(scope, one)));
  const rank = (name: string) => unionOrder.indexOf(name);
  const single = names.filter((name) => name !== 'null');
  const isNull = written.startsWith('?') || names.includes('null') || names.includes('mixed');
  const shown = single.length === 1 ? single : [...names].sort((a, b) => rank(a) - rank(b));
  return facts({
    names: PhpArray.list(shown),
    builtin: PhpArray.list(shown.map((name) => builtinTypes.test(name) && !/^(self|parent)$/.test(name))),
    null: isNull,
    all,
  });
}

function headOf(c: Cursor, from: number, to: number, scope: NameScope): Head {
  let modifiers = 0;
  let type = '';
  let doc: string | false = false;
  let variadic = false;
  for (let i = from; i < to; i += 1) {
    const kind = c.kind(i);
    if (kind === T.DocComment) doc = c.text(i);
    else if (kind === T.Ellipsis) variadic = true;
    else if (kind === T.AttributeOpen) i = c.skip(i);
    else if (!c.isTrivia(i)) {
      const word = c.text(i);
      const bit = word === 'var' ? 0 : kind === T.Name ? bits[word.toLowerCase()] : undefined;
      if (bit === undefined) type += word;
      else modifiers |= bit;
    }
  }
  return { modifiers, type: typeFacts(type.replace(/&$/, ''), scope), doc, variadic };
}

/** The pieces of a parameter list, each with its name, head and default. */
function parametersOf(m: Machine, { cls, member }: FoundMember): { name: string; head: Head; facts: PhpArray }[] {
  const list = text(m, cls, member.params);
  const node = m.program.method(cls, member)?.node as FunctionLike | undefined;
  if (list === false || !node) return [];
  const c = new Cursor(lex(`<?php ${list}`));
  const { scope } = cls.declaration;
  const context = m.program.method(cls, member)?.context ?? classContext(cls);
  let from = c.next(0) + 1;
  return node.arguments.map((parameter, position) => {
    const name = parameter.name.name;
    let at = from;
    while (at < c.count && !(c.kind(at) === T.Variable && c.text(at) === `$${name}`)) at += 1;
    const head = headOf(c, from, at, scope);
    // Up to the comma behind a default.
    for (from = at; from < c.count && c.kind(from) !== 44; from += 1) if (c.opens(from)) from = c.skip(from);
    from += 1;
    const hasDefault = parameter.value !== null;
    return {
      name,
      head,
      facts: facts({
        name,
        position,
        type: head.type,
        modifiers: head.modifiers,
        variadic: head.variadic,
        optional: hasDefault || head.variadic,
        'has default': hasDefault,
        default: parameter.value
          ? m.eval(parameter.value, m.newFrame(context, { name: '', self: cls, late: cls }))
          : null,
      }),
    };
  });
}

function propertyFacts(m: Machine, cls: PhpClass, source: PhpClass, member: MemberIsland): PhpArray {
  const before = text(m, source, { start: member.start, end: member.nameSpan.start });
  const c = new Cursor(lex(`<?php ${before === false ? '' : before}`));
  let end = 0;
  while (end < c.count && c.kind(end) !== T.Variable && c.text(end) !== '$') end += 1;
  const head = headOf(c, c.next(0), end, source.declaration.scope);
  const value = initialValue(m, { cls: source, member }, cls);
  return facts({
    name: member.name,
    class: cls.name,
    doc: text(m, source, member.doc),
    modifiers: (head.modifiers & ~7) | (bits[member.visibility] ?? 1),
    type: head.type,
    promoted: false,
    'has default': value !== undefined || head.type === null,
    default: value ?? null,
  });
}

/** What one class declares, promoted properties where its constructor stands. */
function ownProperties(m: Machine, cls: PhpClass): [name: string, found: PhpArray][] {
  const own: [offset: number, name: string, found: PhpArray][] = cls.properties.map((member) => [
    member.start,
    member.name,
    propertyFacts(m, cls, cls, member),
  ]);
  const constructor = cls.methods.get('__construct');
  for (const { name, head } of constructor ? parametersOf(m, { cls, member: constructor }) : []) {
    if (head.modifiers === 0) continue;
    const modifiers = (head.modifiers & 7) === 0 ? head.modifiers | 1 : head.modifiers;
    const { doc, type } = head;
    const promoted = {
      name,
      class: cls.name,
      doc,
      modifiers,
      type,
      promoted: true,
      'has default': false,
      default: null,
    };
    own.push([constructor?.start ?? 0, name, facts(promoted)]);
  }
  return own.sort(([a], [b]) => a - b).map(([, name, found]) => [name, found]);
}

/** In PHP's order: the class's own, those of its parent, those of its traits. */
const properties = ofClass((cls, m) => {
  let all: [string, PhpArray][] = [];
  for (const one of lineage(m, cls).reverse()) {
    const inherited = all.filter(([, found]) => (Number(found.get('modifiers')) & 4) === 0);
    const fromTraits = allTraits(m, one).flatMap((trait) =>
      trait.properties.map((member): [string, PhpArray] => [member.name, propertyFacts(m, one, trait, member)]),
    );
    const seen = new Set<string>();
    all = [...ownProperties(m, one), ...inherited, ...fromTraits].filter(([name]) => !seen.has(name) && seen.add(name));
  }
  return PhpArray.of(all);
});

function methodFacts(m: Machine, found: FoundMember): PhpArray {
  const { cls, member } = found;
  const { visibility, isStatic, isAbstract } = member;
  return facts({
    name: member.name,
    class: (found.user ?? cls).name,
    doc: text(m, cls, member.doc),
    modifiers: (bits[visibility] ?? 1) | (isStatic ? 16 : 0) | (isAbstract ? 64 : 0),
    type: returnType(m, cls, member),
    parameters: PhpArray.list(parametersOf(m, found).map((one) => one.facts)),
  });
}

/** Between the parameters and the body. */
function returnType(m: Machine, cls: PhpClass, { params, body, end }: MemberIsland & Island): Value {
  const between = params && text(m, cls, { start: params.end, end: body?.start ?? end });
  return typeof between === 'string' ? typeFacts(between.replace(/[\s:;]/g, ''), cls.declaration.scope) : null;
}

const methods = ofClass((cls, m) => {
  const names = new Set(
    lineage(m, cls)
      .flatMap((one) => [one, ...allTraits(m, one)])
      .flatMap((one) => [...one.methods.keys()]),
  );
  return PhpArray.of(
    [...names].flatMap((name) => {
      const found = findMethod(m, cls, name);
      return found ? [[name, methodFacts(m, found)] as const] : [];
    }),
  );
});

const traitClasses = (m: Machine, cls: PhpClass): PhpClass[] =>
  cls.declaration.traits.flatMap(
    (name) => m.program.findClass(resolveClassName(cls.declaration.scope, name), classContext(cls)) ?? [],
  );

const constants = ofClass((cls, m) =>
  PhpArray.of(
    [...new Set(lineage(m, cls).flatMap((one) => [...one.constants.keys()]))].map(
      (name) => [name, classConstant(m, cls, name) ?? null] as const,
    ),
  ),
);

const classFacts = ofClass((cls, m) => {
  const { declaration } = cls;
  return facts({
    name: cls.name,
    short: declaration.name,
    namespace: declaration.scope.namespace,
    doc: text(m, cls, declaration.doc),
    file: cls.path,
    kind: declaration.kind,
    abstract: declaration.isAbstract,
    parent: lineage(m, cls)[1]?.name ?? null,
    traits: PhpArray.list(traitClasses(m, cls).map(({ name }) => name)),
  });
});

/** No PHP of a plugin has these names. */
export const reflectionBuiltins: Record<string, Builtin> = {
  'moodle_ws\\class_facts': classFacts,
  'moodle_ws\\properties': properties,
  'moodle_ws\\methods': methods,
  'moodle_ws\\constants': constants,
  'moodle_ws\\bare_instance': ofClass((cls, m) => bareInstance(m, cls)),
};
