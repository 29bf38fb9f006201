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
  readonly paths: readonly string[];
  /** By kind and name; null: none of them has it. */
  readonly found: Map<string, Found | null>;
}

/**
 * The files that every page loads, and what was found in them: the most asked for. Valid over revisions until one of
 * these files changes.
 */
export class Libraries {
  private versions = '';
  private found = new Map<string, Found | null>();

  /** As one revision has them; looked at when first asked for. */
  in(sources: Sources, dirroot: string | undefined): LibrariesNow {
    let now: LibrariesNow | undefined;
    const look = () => (now ??= this.look(sources, dirroot));
    return {
      get paths() {
        return look().paths;
      },
      get found() {
        return look().found;
      },
    };
  }

  private look(sources: Sources, dirroot: string | undefined): LibrariesNow {
    const paths = dirroot === undefined ? [] : librariesOf(sources, dirroot);
    const versions = paths.map((path) => sources.version(path)).join();
    if (versions !== this.versions) this.found = new Map();
    this.versions = versions;
    return { paths, found: this.found };
  }
}

/** Moodle's externallib.php, and what lib/setup.php includes, the largest first. */
function librariesOf(sources: Sources, dirroot: string): string[] {
  const first = ['moodlelib', 'weblib', 'externallib'].map((name) => `${dirroot}/lib/${name}.php`);
  const setup = sources.file(`${dirroot}/lib/setup.php`);
  return [...new Set([...first, ...(setup ? includesOf(setup, dirroot) : [])])];
}
