import type { Code } from '../php/program.ts';
import { includesOf } from './locate.ts';
import type { Sources } from './sources.ts';

/** A function or constant: where it is declared. */
export interface Found {
  readonly path: string;
  readonly code: Code;
  readonly digest: number | undefined;
}

/** What one revision knows of the files that every page loads. */
export interface LibrariesNow {
  /** The file that says which they are; undefined without a tree. */
  readonly setup: string | undefined;
  /** In the order in which they are asked. Going through them reads one after the other. */
  readonly paths: Iterable<string>;
  /** By kind and name; null: none of them has it. */
  readonly found: Map<string, Found | null>;
}

/**
 * The files that every page loads, and what was found in them: the most asked for. Valid over revisions until one of
 * those that were asked changes.
 */
export class Libraries {
  private readonly asked = new Map<string, number | undefined>();
  private found = new Map<string, Found | null>();
  private setup: { readonly version: number | undefined; readonly paths: readonly string[] } | undefined;

  /** As one revision has them; looked at when first asked for. */
  in(sources: Sources, dirroot: string | undefined): LibrariesNow {
    let now: LibrariesNow | undefined;
    const look = () => (now ??= this.look(sources, dirroot));
    return {
      setup: setupOf(dirroot),
      get paths() {
        return look().paths;
      },
      get found() {
        return look().found;
      },
    };
  }

  private look(sources: Sources, dirroot: string | undefined): LibrariesNow {
    const setup = setupOf(dirroot);
    const version = setup === undefined ? undefined : sources.version(setup);
    const known = this.setup?.version === version ? this.setup : undefined;
    if (!known || [...this.asked].some(([path, seen]) => sources.version(path) !== seen)) {
      this.asked.clear();
      this.found = new Map();
    }
    this.setup = known ?? { version, paths: librariesOf(sources, dirroot, setup) };
    const { paths } = this.setup;
    const ask = (path: string) => this.asked.set(path, sources.version(path));
    return { setup, paths: { [Symbol.iterator]: () => each(paths, ask) }, found: this.found };
  }
}

const setupOf = (dirroot: string | undefined) => (dirroot === undefined ? undefined : `${dirroot}/lib/setup.php`);

/** Moodle's externallib.php, and what lib/setup.php includes, the largest first. */
function librariesOf(sources: Sources, dirroot: string | undefined, setup: string | undefined): string[] {
  if (dirroot === undefined || setup === undefined) return [];
  const first = ['moodlelib', 'weblib', 'externallib'].map((name) => `${dirroot}/lib/${name}.php`);
  const file = sources.file(setup);
  return [...new Set([...first, ...(file ? includesOf(file, dirroot) : [])])];
}

function* each(paths: readonly string[], ask: (path: string) => void): Generator<string> {
  for (const path of paths) {
    ask(path);
    yield path;
  }
}
