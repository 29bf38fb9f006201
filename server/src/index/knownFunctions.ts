/** Functions that are known though no indexed source declares them: Moodle's own, while only a plugin is open. */
import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import type { Json } from '../../../webservice/src/schema/node.ts';
import type { Catalogue, FunctionHistory } from '../catalogue/catalogue.ts';
import { externalClassText, methodsOf } from '../catalogue/externalClass.ts';
import { factsScheme } from '../php/prelude.ts';
import type { Span } from '../php/cursor.ts';
import type { BranchRange } from '../workspace/moodleVersions.ts';
import type { Entry, Field } from './entry.ts';
import type { FunctionDeclaration } from './evaluateFunction.ts';
import { SourceFile } from './sourceFile.ts';

/** Known functions as seen by a plugin that runs on certain branches of Moodle. */
export interface KnownSet {
  /** All, also those that only other branches have. */
  readonly functions: ReadonlyMap<string, FunctionDeclaration>;
  /** Those that one of the branches has. */
  readonly offered: readonly FunctionDeclaration[];
  describe(name: string): ExternalFunction | undefined;
  /** A class that implements some of them, by its lower-case name, as a PHP file: schemas without code. */
  classFile(key: string, name: string): SourceFile | undefined;
  /** The version of Moodle that the description is of; undefined for one from the user's file. */
  version(name: string): string | undefined;
}

/** Both parts are read when first asked for. */
export class KnownFunctions {
  /** Key: branches; holds for good. A plugin changes its branches about once a year. */
  private readonly sets = new Map<string, KnownSet>();
  private fileMemo: ReadonlyMap<string, ExternalFunction> | undefined;
  private readonly describedMemo = new Map<string, ExternalFunction | undefined>();

  constructor(
    /** The facts that the extension ships. */
    private readonly catalogue: () => Catalogue | undefined,
    /** The functions of the user's catalogue file, which have texts: they come before the facts. */
    private readonly readFile: () => ReadonlyMap<string, ExternalFunction> = () => new Map(),
  ) {}

  history(name: string): FunctionHistory | undefined {
    return this.catalogue()?.history(name);
  }

  for(branches: BranchRange): KnownSet {
    const key = `${branches.first} ${branches.last}`;
    let set = this.sets.get(key);
    if (!set) this.sets.set(key, (set = this.read(key, branches)));
    return set;
  }

  private read(key: string, branches: BranchRange): KnownSet {
    const catalogue = this.catalogue();
    const file = (this.fileMemo ??= this.readFile());
    const functions = new Map<string, FunctionDeclaration>();
    for (const name of new Set([...(catalogue?.names ?? []), ...file.keys()])) {
      const brief = file.get(name) ?? catalogue?.brief(name, branches);
      if (brief) functions.set(name, declarationOf(brief));
    }
    const isOffered = (name: string) => file.has(name) || catalogue?.isIn(name, branches) === true;
    const classFiles = new Map<string, SourceFile | undefined>();
    const describe = (name: string) => {
      const id = `${key} ${name}`;
      if (!this.describedMemo.has(id))
        this.describedMemo.set(id, file.get(name) ?? catalogue?.describe(name, branches));
      return this.describedMemo.get(id);
    };
    return {
      functions,
      offered: [...functions.values()].filter(({ name }) => isOffered(name)),
      version: (name) => (file.has(name) ? undefined : catalogue?.version(name, branches)),
      describe,
      classFile: (id, name) => {
        if (!classFiles.has(id)) {
          const methods = methodsOf(id, functions.keys());
          const path = `${factsScheme}${id.replaceAll('\\', '/')}.php`;
          classFiles.set(id, methods && new SourceFile(path, externalClassText(name, methods, describe)));
        }
        return classFiles.get(id);
      },
    };
  }
}

const nowhere: Span = { start: 0, end: 0 };

/** Whether an indexed file declares the function, so that it has a place. */
export const isDeclared = ({ entry }: FunctionDeclaration): boolean => entry.path !== '';

function declarationOf(fn: ExternalFunction): FunctionDeclaration {
  const { name, classname, methodname, type, ajax, loginrequired, readonlysession, capabilities, description } = fn;
  const values: Record<string, Json> = {
    ...{ classname, methodname, type, ajax, loginrequired, readonlysession, capabilities, description },
    deprecated: fn.deprecated,
    services: fn.services,
  };
  const fields = Object.entries(values).map(([key, value]): [string, Field] => [
    key,
    { key, keySpan: nowhere, valueSpan: nowhere, value },
  ]);
  const entry: Entry = {
    ...{ name, nameSpan: nowhere, span: nowhere, path: '', digest: 0 },
    values: new Map(Object.entries(values)),
    fields: new Map(fields),
    writtenFields: [],
    complete: true,
  };
  const component = { name: fn.component === 'moodle' ? 'core' : fn.component, directory: '' };
  return { name, entry, component, classname, methodname };
}
