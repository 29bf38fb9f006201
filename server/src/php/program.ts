/** The program an interpreter runs in: classes, functions, constants and files, found on demand and recorded as read. */
import type { Expr, Stmt } from './ast.ts';
import type { CodeContext } from './context.ts';
import type { Span } from './cursor.ts';
import type { MemberIsland } from './islands.ts';
import type { PhpClass } from './phpClass.ts';
import type { Value } from './values.ts';

/** Parsed code, ready to run. */
export interface Code {
  readonly node: Expr | Stmt;
  readonly context: CodeContext;
}

/** The answer of a call that is the same in every request (interpreter/selfContained.ts), and what making it took. */
export interface SelfContained {
  readonly value: Value;
  /** Static variables and properties that it leaves, by their keys; the answer is this one where none of them is there yet. */
  readonly statics: ReadonlyMap<string, Value | undefined>;
  readonly steps: number;
  readonly bytes: number;
  /** Calls within calls. */
  readonly depth: number;
}

/**
 * What evaluation may ask of the outside. Every answer, also "there is none", is recorded as something the result
 * depends on. Answers never throw.
 */
export interface Program {
  findClass(name: string, from: CodeContext): PhpClass | undefined;
  /** The declaration of a method; undefined when it does not parse. */
  method(cls: PhpClass, member: MemberIsland): Code | undefined;
  /** The value expression of a constant, case or property; undefined when absent or broken. */
  value(cls: PhpClass, member: MemberIsland): Code | undefined;
  /** A piece of the file of a class: doc comments and types are read from there. */
  text(cls: PhpClass, span: Span): string | undefined;
  findFunction(names: readonly string[], from: CodeContext): Code | undefined;
  findConstant(names: readonly string[], from: CodeContext): Code | undefined;
  /** The top-level statements of a file, by absolute path. */
  statements(path: string): readonly Code[] | undefined;
  fileExists(path: string): boolean;
  /** Absolute path of the tree's root (`$CFG->dirroot`); undefined when only a plugin is known. */
  readonly dirroot: string | undefined;
  /** `$CFG->branch` (`404`), `$CFG->release` and `$CFG->version`, where the tree's version.php says them. */
  readonly branch: string | undefined;
  readonly release: string | undefined;
  readonly version: string | undefined;
  /** Whether the tree runs on PHP 8.1 or later, where an inherited method shares its static variables. */
  readonly inheritsStatics: boolean;
  /** Plugin name → absolute directory: `core_component::get_plugin_list($type)`. */
  pluginList(type: string): ReadonlyMap<string, string>;
  /** Absolute directory of a component: `core_component::get_component_directory($name)`. */
  componentDirectory(component: string): string | undefined;
  /** An English text, as `get_string()` finds it without site customisation. */
  languageString(key: string, component: string): string | undefined;
  /**
   * What is known of a call of a static method without arguments, or what `make` answers in a program that shares nothing with this one
   * but the code; undefined: it has to be made here.
   */
  selfContained(
    cls: PhpClass,
    method: string,
    make: (program: Program) => SelfContained | undefined,
  ): SelfContained | undefined;
  /** False for Moodle ≤ 4.2, whose structures have no fifth argument. */
  readonly structuresHaveAllowNull: boolean;
}
