import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import type { SchemaNode } from '../../../webservice/src/schema/node.ts';
import { toSchemaNode } from '../php/descriptions.ts';
import { Interpreter } from '../php/interpreter.ts';
import { Abort, PhpThrow } from '../php/interpreter/machine.ts';
import type { FoundMember } from '../php/interpreter/machine.ts';
import { globalScope } from '../php/names.ts';
import type { PhpClass } from '../php/phpClass.ts';
import { toBoolean } from '../php/values.ts';
import { storedComponent } from '../workspace/codebase.ts';
import type { Component } from '../workspace/codebase.ts';
import { relativePath } from '../workspace/paths.ts';
import type { DeclarationFile } from './declarations.ts';
import { fieldFlag, fieldList, fieldText } from './entry.ts';
import type { Entry } from './entry.ts';
import type { Read } from './reads.ts';
import { TreeProgram } from './treeProgram.ts';
import type { World } from './treeProgram.ts';

/** An entry of `$functions` with the component whose db/services.php holds it. */
export interface FunctionDeclaration {
  readonly name: string;
  readonly entry: Entry;
  readonly component: Component;
  /** Without leading backslash; empty when the entry has none. */
  readonly classname: string;
  readonly methodname: string;
}

/** The class and the methods that Moodle would look for (lib/external/classes/external_api.php, external_function_info). */
export interface Implementation {
  readonly cls: PhpClass | undefined;
  readonly method: FoundMember | undefined;
  readonly parameters: FoundMember | undefined;
  readonly returns: FoundMember | undefined;
  readonly isDeprecated: FoundMember | undefined;
}

export interface Evaluated<T> {
  readonly value: T;
  readonly reads: readonly Read[];
}

/** Where the method is that a function was found to be, by lower-case names. */
export interface EvaluatedFunction extends Evaluated<ExternalFunction> {
  readonly method: { readonly path: string; readonly cls: string; readonly name: string } | undefined;
}

/** Made again for hundreds of entries when one is edited, so it is no more than its entry until it is asked. */
class Declared implements FunctionDeclaration {
  constructor(
    readonly entry: Entry,
    readonly component: Component,
  ) {}

  get name() {
    return this.entry.name;
  }

  get classname() {
    return (fieldText(this.entry, 'classname') ?? '').replace(/^\\+/, '');
  }

  get methodname() {
    return fieldText(this.entry, 'methodname') ?? 'execute';
  }
}

export const declareFunction = (entry: Entry, component: Component): FunctionDeclaration =>
  new Declared(entry, component);

/** A file belongs to its component for good. */
const declaredMemo = new WeakMap<DeclarationFile, readonly FunctionDeclaration[]>();

/** The functions that a component's db/services.php declares: the same objects as long as it is the same file. */
export function declaredIn(file: DeclarationFile, component: Component): readonly FunctionDeclaration[] {
  const known = declaredMemo.get(file);
  if (known && (known.length === 0 || known[0]?.component === component)) return known;
  const functions = file.functions.map((entry) => declareFunction(entry, component));
  declaredMemo.set(file, functions);
  return functions;
}

/** Key: a declaration; gone with it. */
const methodMemo = new WeakMap<FunctionDeclaration, string>();

/** The method that a function names: `class::method` in lower case. Asked of all functions in every revision. */
export function namedMethod(fn: FunctionDeclaration): string {
  let name = methodMemo.get(fn);
  if (name === undefined) {
    name = `${fn.classname}::${fn.methodname}`.toLowerCase();
    methodMemo.set(fn, name);
  }
  return name;
}

/** Files that Moodle loads for a function whose class does not autoload. */
export function homeFiles({ codebase }: World, { entry, component }: FunctionDeclaration): string[] {
  const classpath = fieldText(entry, 'classpath') ?? '';
  if (classpath === '') return [`${component.directory}/externallib.php`];
  const parts = classpath.split(/[\\/]+/).filter((part) => part !== '');
  if (codebase.kind !== 'plugin') return [`${codebase.root}/${parts.join('/')}`];
  // The path is one in a tree: what comes behind the plugin's folder there is below its folder here.
  const folder = parts.lastIndexOf(component.name.slice(component.name.indexOf('_') + 1));
  return [parts, parts.slice(folder + 1)].map((below) => `${component.directory}/${below.join('/')}`);
}

export function programOf(world: World, fn: FunctionDeclaration): TreeProgram {
  return new TreeProgram(world, homeFiles(world, fn));
}

export const notImplemented: Implementation = {
  cls: undefined,
  method: undefined,
  parameters: undefined,
  returns: undefined,
  isDeprecated: undefined,
};

export function implementationOf(program: TreeProgram, fn: FunctionDeclaration): Implementation {
  if (fn.classname === '') return notImplemented;
  const cls = program.findClass(fn.classname, { path: fn.entry.path, scope: globalScope, text: '', offset: 0 });
  if (!cls) return notImplemented;
  const interpreter = new Interpreter(program);
  const find = (suffix: string) => interpreter.findMethod(cls, fn.methodname + suffix);
  return {
    cls,
    method: find(''),
    parameters: find('_parameters'),
    returns: find('_returns'),
    isDeprecated: find('_is_deprecated'),
  };
}

/**
 * One function with its schemas, from source; its place is that of its entry (see {@link placeOf}). Never throws: what
 * cannot be known is marked `complete: false`.
 */
export function evaluateFunction(world: World, fn: FunctionDeclaration): EvaluatedFunction {
  const program = programOf(world, fn);
  const implementation = implementationOf(program, fn);
  // One after the other in one request, as in external_function_info(): what the first leaves in statics the others see.
  const interpreter = new Interpreter(program);
  const deprecated = isDeprecated(interpreter, implementation, fn.methodname);
  const parameters = schemaOf(interpreter, implementation, implementation.parameters, fn.methodname, '_parameters');
  const returns = schemaOf(interpreter, implementation, implementation.returns, fn.methodname, '_returns');
  const declared = declaredOnly(world, fn);
  const value: ExternalFunction = {
    ...declared,
    deprecated,
    parameters: parameters.node,
    returns: returns.node,
    complete: fn.entry.complete && parameters.complete && returns.complete,
  };
  const { method } = implementation;
  return {
    value,
    reads: program.reads.list(world.sources),
    method: method && {
      path: method.cls.path,
      cls: method.cls.name.toLowerCase(),
      name: method.member.name.toLowerCase(),
    },
  };
}

/** What the entry alone tells of a function, marked incomplete. */
export function declaredOnly(world: World, fn: FunctionDeclaration): ExternalFunction {
  const { entry } = fn;
  const capabilities = entry.values.get('capabilities');
  return {
    name: fn.name,
    component: storedComponent(fn.component.name),
    classname: fn.classname,
    methodname: fn.methodname,
    type: fieldText(entry, 'type') ?? '',
    ajax: fieldFlag(entry, 'ajax', false),
    loginrequired: fieldFlag(entry, 'loginrequired', true),
    readonlysession: fieldFlag(entry, 'readonlysession', false),
    capabilities: Array.isArray(capabilities)
      ? fieldList(entry, 'capabilities').join(', ')
      : (fieldText(entry, 'capabilities') ?? ''),
    deprecated: false,
    description: fieldText(entry, 'description') ?? '',
    services: fieldList(entry, 'services'),
    ...placeOf(world, fn, undefined),
    parameters: null,
    returns: null,
    complete: false,
  };
}

/** Where a function is: at its method, or at its entry where that is not found. */
export function placeOf(
  world: World,
  { entry }: FunctionDeclaration,
  method: EvaluatedFunction['method'],
): Pick<ExternalFunction, 'file' | 'line'> {
  const found = method && world.sources.file(method.path)?.classes.get(method.cls)?.methods.get(method.name);
  const file = world.sources.file(found ? method.path : entry.path);
  return {
    file: relativePath(found ? method.path : entry.path, world.codebase.root),
    line: (file?.positionAt(found ? found.nameSpan.start : entry.span.start).line ?? 0) + 1,
  };
}

function schemaOf(
  interpreter: Interpreter,
  { cls }: Implementation,
  found: FoundMember | undefined,
  method: string,
  suffix: '_parameters' | '_returns',
): { node: SchemaNode | null; complete: boolean } {
  if (!cls || !found) return { node: null, complete: false };
  try {
    const value = interpreter.request(cls, method + suffix);
    // No return value: a function that returns nothing (external_api.php accepts null for returns only).
    if (value === null) return { node: null, complete: suffix === '_returns' };
    const node = toSchemaNode(value);
    return { node, complete: node.complete };
  } catch (error) {
    // RangeError: code nested deeper than the stack, in spite of the limits. All others are bugs.
    if (error instanceof Abort || error instanceof PhpThrow || error instanceof RangeError)
      return { node: null, complete: false };
    throw error;
  }
}

function isDeprecated(interpreter: Interpreter, implementation: Implementation, method: string): boolean {
  if (!implementation.cls || !implementation.isDeprecated) return false;
  try {
    return toBoolean(interpreter.request(implementation.cls, `${method}_is_deprecated`)) === true;
  } catch (error) {
    if (error instanceof Abort || error instanceof PhpThrow || error instanceof RangeError) return false;
    throw error;
  }
}
