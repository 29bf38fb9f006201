import type { Codebase } from '../workspace/codebase.ts';
import { topOf } from '../workspace/codebase.ts';
import { isInside, normalPath } from '../workspace/paths.ts';

/**
 * Where the files of a codebase are, and nothing else: PHP source can name any path (another computer's, too), and what
 * lies outside is not even looked for.
 */
export class Territory {
  private readonly roots: readonly string[];
  private readonly moved: readonly (readonly [from: string, to: string])[];

  constructor(codebase: Codebase) {
    const top = topOf(codebase);
    const outside = [...codebase.components.values()].map(({ directory }) => directory);
    this.roots = [top, ...outside.filter((directory) => !isInside(directory, top))];
    this.moved = [...codebase.moved];
  }

  /** The one path of a file that source or the index names; undefined for what is outside. */
  place(written: string): string | undefined {
    const path = /\\|\/\/|\/\.\.?(\/|$)/.test(written) ? normalPath(written) : written;
    const move = this.moved.find(([from]) => isInside(path, from));
    const place = move ? move[1] + path.slice(move[0].length) : path;
    return this.roots.some((root) => isInside(place, root)) ? place : undefined;
  }
}
