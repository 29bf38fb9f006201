import type { ClassIsland, MemberIsland } from './islands.ts';

/** A class that was found, with its members by name. */
export interface PhpClass {
  /** Fully qualified, without leading backslash, as declared. */
  readonly name: string;
  readonly path: string;
  readonly declaration: ClassIsland;
  /** Lower-case method name → island. */
  readonly methods: ReadonlyMap<string, MemberIsland>;
  /** Constants and enum cases by name. */
  readonly constants: ReadonlyMap<string, MemberIsland>;
  readonly properties: readonly MemberIsland[];
}
