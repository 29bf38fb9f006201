/** Functions about types, classes and calls. */
import { Closure, isUnknown, PhpArray, PhpObject, toText, Unknown } from '../values.ts';
import type { Value } from '../values.ts';
import {
  classByText,
  classConstant,
  constantByNames,
  findMethod,
  isA as isInstanceOf,
  lineage,
  parentOf,
} from '../interpreter/classes.ts';
import type { PhpClass } from '../phpClass.ts';
import type { Builtin, BuiltinContext } from './types.ts';

const typeCheck =
  (test: (value: Value) => boolean): Builtin =>
  ([value = null]) =>
    isUnknown(value) ? undefined : test(value);

function classOf(value: Value | undefined, { machine, frame }: BuiltinContext): PhpClass | undefined {
  if (value instanceof PhpObject) return value.cls;
  return typeof value === 'string' ? classByText(machine, value, frame) : undefined;
}

/** Without a Moodle tree, a class that is not found may be one of Moodle's. */
const exists: Builtin = ([name = null], context) => {
  if (typeof name !== 'string') return undefined;
  if (classOf(name, context)) return true;
  return context.machine.program.dirroot === undefined ? undefined : false;
};

const isA =
  (allowsText: boolean, allowsSame: boolean): Builtin =>
  (args, context) => {
    const [subject = null, name = null] = args;
    if (isUnknown(subject) || typeof name !== 'string') return undefined;
    if (typeof subject === 'string' && !allowsText && args[2] !== true) return false;
    const cls = classOf(subject, context);
    if (!cls) return undefined;
    const wanted = name.replace(/^\\/, '');
    if (!allowsSame && cls.name.toLowerCase() === wanted.toLowerCase()) return false;
    return isInstanceOf(context.machine, cls, wanted, context.frame.code);
  };

export const classBuiltins: Record<string, Builtin> = {
  is_array: typeCheck((value) => value instanceof PhpArray),
  is_string: typeCheck((value) => typeof value === 'string'),
  is_int: typeCheck((value) => Number.isInteger(value)),
  is_integer: typeCheck((value) => Number.isInteger(value)),
  is_float: typeCheck((value) => typeof value === 'number' && !Number.isInteger(value)),
  is_bool: typeCheck((value) => typeof value === 'boolean'),
  is_null: typeCheck((value) => value === null),
  is_object: typeCheck((value) => value instanceof PhpObject || value instanceof Closure),
  is_scalar: typeCheck((value) => value !== null && typeof value !== 'object'),
  is_countable: typeCheck((value) => value instanceof PhpArray),
  is_iterable: typeCheck((value) => value instanceof PhpArray),
  is_callable: ([value = null]) => (value instanceof Closure ? true : undefined),
  gettype: ([value = null]) => {
    if (isUnknown(value)) return undefined;
    if (value === null) return 'NULL';
    if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'double';
    return value instanceof PhpArray ? 'array' : typeof value;
  },
  get_class_methods: ([subject], context) => {
    const cls = classOf(subject, context);
    const names = cls && lineage(context.machine, cls).flatMap((one) => [...one.methods.values()]);
    return names && PhpArray.list([...new Set(names.map(({ name }) => name))]);
  },
  class_exists: exists,
  interface_exists: exists,
  trait_exists: exists,
  enum_exists: exists,
  method_exists: ([subject, name], context) => {
    const cls = classOf(subject, context);
    if (!cls) return typeof subject === 'string' && context.machine.program.dirroot !== undefined ? false : undefined;
    return typeof name === 'string' ? findMethod(context.machine, cls, name) !== undefined : undefined;
  },
  property_exists: ([subject, name], context) => {
    const cls = classOf(subject, context);
    if (subject instanceof PhpObject && typeof name === 'string' && subject.properties.has(name)) return true;
    if (!cls) return undefined;
    return lineage(context.machine, cls).some((one) => one.properties.some((property) => property.name === name));
  },
  get_class: ([subject], { frame }) =>
    subject instanceof PhpObject ? subject.cls?.name : subject === undefined ? frame.self?.name : undefined,
  get_called_class: (_, { frame }) => frame.late?.name,
  get_parent_class: ([subject], context) => {
    const cls = subject === undefined ? context.frame.self : classOf(subject, context);
    return cls ? (parentOf(context.machine, cls)?.name ?? false) : undefined;
  },
  get_object_vars: ([subject]) =>
    subject instanceof PhpObject
      ? PhpArray.of(
          [...subject.properties].flatMap(([name, cell]) =>
            cell.value === undefined ? [] : [[name, cell.value] as const],
          ),
        )
      : undefined,
  is_a: isA(false, true),
  is_subclass_of: isA(true, false),
  call_user_func: ([callee = null], { machine, frame, args }) => machine.callValue(callee, args.slice(1), frame),
  call_user_func_array: ([callee = null, list], { machine, frame }) =>
    list instanceof PhpArray
      ? machine.callValue(
          callee,
          list.entries().map(([key, value]) => (typeof key === 'string' ? { value, name: key } : { value })),
          frame,
        )
      : undefined,
  func_get_args: (_, { frame }) => PhpArray.list(frame.arguments),
  func_num_args: (_, { frame }) => frame.arguments.length,
  constant: ([name = null], { machine, frame }) => {
    const text = isUnknown(name) ? undefined : toText(name);
    if (text === undefined) return undefined;
    const [cls, constant] = text.split('::');
    if (constant === undefined) return constantByNames(machine, [text], frame.code);
    const found = classByText(machine, cls ?? '', frame);
    return found && classConstant(machine, found, constant);
  },
  defined: ([name = null], { machine, frame }) => {
    if (typeof name !== 'string') return undefined;
    if (name === 'MOODLE_INTERNAL' || constantByNames(machine, [name], frame.code) !== undefined) return true;
    return machine.program.dirroot === undefined ? undefined : false;
  },
  define: () => true,
  spl_object_hash: () => new Unknown('spl_object_hash()'),
};
