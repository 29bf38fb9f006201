import type { PhpClass } from '../php/phpClass.ts';
import type { SelfContained } from '../php/program.ts';
import type { Read } from './reads.ts';
import type { SourceFile } from './sourceFile.ts';

/** A call that is the same in every request, with what its evaluation read. */
export interface KnownCall {
  readonly result: SelfContained;
  readonly reads: readonly Read[];
  /** Whether something was looked for in the files that belong to the function that is described. */
  readonly looksHome: boolean;
  /** Files made from facts, by path. */
  readonly facts: ReadonlyMap<string, SourceFile>;
}

/** By class, method and, where it looks there, home. Valid as long as no code has changed; emptied after a scan. */
export class KnownCalls {
  /** Null: it is made in each request. */
  private readonly classes = new Map<PhpClass, Map<string, KnownCall | null>>();

  find(
    cls: PhpClass,
    method: string,
    home: readonly string[],
    make: () => KnownCall | undefined,
  ): KnownCall | undefined {
    let calls = this.classes.get(cls);
    if (!calls) this.classes.set(cls, (calls = new Map<string, KnownCall | null>()));
    const anywhere = calls.get(method);
    if (anywhere !== undefined) return anywhere ?? undefined;
    const here = [method, ...home].join('\n');
    const known = calls.get(here);
    if (known) return known;
    // While it is made it is not known: it may lead back here.
    calls.set(method, null);
    const made = make();
    if (!made) return undefined;
    calls.delete(method);
    calls.set(made.looksHome ? here : method, made);
    return made;
  }

  clear() {
    this.classes.clear();
  }
}
