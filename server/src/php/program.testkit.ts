/** Runs a piece of PHP by itself: its classes, functions and constants are all there are. */
import type { Json } from '../../../webservice/src/schema/node.ts';
import { statementsOf } from './arrays.ts';
import type { Island, Span } from './cursor.ts';
import { toJson } from './descriptions.ts';
import { Interpreter } from './interpreter.ts';
import { Abort, PhpThrow } from './interpreter/machine.ts';
import { islandsOf } from './islands.ts';
import type { ClassIsland } from './islands.ts';
import type { NameScope } from './names.ts';
import { parseIsland } from './parse.ts';
import type { IslandKind } from './parse.ts';
import type { PhpClass } from './phpClass.ts';
import type { Code, Program, SelfContained } from './program.ts';

const path = '/test/code.php';

function phpClass(declaration: ClassIsland): PhpClass {
  const { members } = declaration;
  const methods = members.filter(({ kind }) => kind === 'method');
  const constants = members.filter(({ kind }) => kind === 'constant' || kind === 'case');
  return {
    name: declaration.fqn,
    path,
    declaration,
    methods: new Map(methods.map((one) => [one.name.toLowerCase(), one])),
    constants: new Map(constants.map((one) => [one.name, one])),
    properties: members.filter(({ kind }) => kind === 'property'),
  };
}

class TextProgram implements Program {
  readonly dirroot = '/test';
  readonly branch = '404';
  readonly release = '4.4 (Build: 1)';
  readonly version = '2024042200';
  readonly inheritsStatics = true;
  readonly structuresHaveAllowNull = true;
  private readonly islands;
  private readonly classes;
  private readonly calls = new Map<string, SelfContained | undefined>();

  constructor(private readonly source: string) {
    this.islands = islandsOf(source);
    this.classes = new Map(this.islands.classes.map((one) => [one.fqn.toLowerCase(), phpClass(one)]));
  }

  code(kind: IslandKind, island: Island, scope: NameScope): Code | undefined {
    const text = this.source.slice(island.start, island.end);
    const parsed = parseIsland(kind, text);
    return 'error' in parsed ? undefined : { node: parsed.node, context: { path, scope, text, offset: parsed.offset } };
  }

  /** The code that runs; a piece that does not parse is a mistake of the test. */
  get main(): Code[] {
    return statementsOf(this.islands.tokens)
      .filter(({ isDeclaration }) => !isDeclaration)
      .map((statement) => {
        const code = this.code('statements', statement, this.islands.scope);
        if (!code) throw new Error(`Does not parse: ${this.source.slice(statement.start, statement.end)}`);
        return code;
      });
  }

  findClass(name: string) {
    return this.classes.get(name.toLowerCase());
  }
  text(_: PhpClass, span: Span) {
    return this.source.slice(span.start, span.end);
  }
  method(cls: PhpClass, member: Island) {
    return this.code('member', member, cls.declaration.scope);
  }
  value(cls: PhpClass, member: { readonly value: Island | undefined }) {
    return member.value && this.code('expression', member.value, cls.declaration.scope);
  }
  findFunction(names: readonly string[]) {
    const found = names
      .map((name) => this.islands.functions.find(({ fqn }) => fqn.toLowerCase() === name.toLowerCase()))
      .find((one) => one !== undefined);
    return found && this.code('function', found, found.scope);
  }
  findConstant(names: readonly string[]) {
    const found = names
      .map((name) => this.islands.constants.find(({ fqn }) => fqn === name))
      .find((one) => one !== undefined);
    return found && this.code('expression', found, found.scope);
  }
  selfContained(cls: PhpClass, method: string, make: (program: Program) => SelfContained | undefined) {
    const key = `${cls.name}::${method}`;
    if (!this.calls.has(key)) {
      this.calls.set(key, undefined);
      this.calls.set(key, make(this));
    }
    return this.calls.get(key);
  }
  statements() {
    return undefined;
  }
  fileExists() {
    return false;
  }
  pluginList() {
    return new Map<string, string>();
  }
  componentDirectory() {
    return undefined;
  }
  languageString() {
    return undefined;
  }
}

/** What `$r` holds in the end; `"throws …"` and `"aborts: …"` where the code does not get there. */
export function run(php: string): Json {
  const program = new TextProgram(`<?php ${php}`);
  try {
    return toJson(new Interpreter(program).runFile(program.main, 'r') ?? null);
  } catch (error) {
    if (error instanceof PhpThrow) return `throws ${JSON.stringify(toJson(error.thrown))}`;
    if (error instanceof Abort) return `aborts: ${error.message}`;
    throw error;
  }
}
