import type { FunctionBrief } from '../../server/src/protocol/requests.ts';

/** More would not be read, and would be slow to draw. */
export const maxMatches = 100;

export interface Matches {
  functions: FunctionBrief[];
  /** Matches beyond {@link maxMatches}. */
  more: number;
}

/**
 * The functions that contain every word of the query in their name, component or description; best first: names that
 * begin with the query, names that contain all its words, then the rest, each in the order of the alphabet.
 */
export function search(functions: readonly FunctionBrief[], query: string): Matches {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const ranked = functions
    .map((brief) => ({ brief, rank: rank(brief, words) }))
    .filter(({ rank }) => rank < unmatched)
    .sort((a, b) => a.rank - b.rank || (a.brief.name < b.brief.name ? -1 : 1));
  return {
    functions: ranked.slice(0, maxMatches).map(({ brief }) => brief),
    more: Math.max(0, ranked.length - maxMatches),
  };
}

const unmatched = 4;

function rank({ name, component, description, deprecated }: FunctionBrief, words: readonly string[]): number {
  const late = deprecated ? 0.5 : 0;
  if (words.every((word) => name.includes(word))) return (name.startsWith(words.join('_')) ? 0 : 1) + late;
  const text = `${name} ${component} ${description}`.toLowerCase();
  return words.every((word) => text.includes(word)) ? 2 + late : unmatched;
}
