import type { FunctionView } from '../src/panel/messages.ts';

/** More would not be read, and would be slow to draw. */
export const maxMatches = 100;

export interface Matches {
  functions: FunctionView[];
  /** Matches beyond {@link maxMatches}. */
  more: number;
}

/**
 * The functions that contain every word of the query in their name, component or description; best first: names that
 * begin with the query, names that contain all its words, then the rest, each in the order of the alphabet.
 */
export function search(functions: readonly FunctionView[], query: string): Matches {
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

/** What is deprecated, or may not be called, comes last among equals. */
function rank({ name, component, description, deprecated, available }: FunctionView, words: readonly string[]): number {
  const late = (deprecated ? 0.5 : 0) + (available === false ? 0.25 : 0);
  if (words.every((word) => name.includes(word))) return (name.startsWith(words.join('_')) ? 0 : 1) + late;
  const text = `${name} ${component} ${description}`.toLowerCase();
  return words.every((word) => text.includes(word)) ? 2 + late : unmatched;
}
