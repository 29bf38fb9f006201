import type { Json } from '../schema/node.ts';

/** Deeper values break JSON.stringify and structuredClone (at about 5,000) and are no answer of any function. */
export const maxJsonNesting = 512;

export type ParsedJson = { kind: 'json'; value: Json } | { kind: 'too-deep' } | { kind: 'invalid' };

/** Parses JSON text; refuses values that are nested too deep before anything could recurse into them. */
export function parseJson(text: string): ParsedJson {
  if (nestingExceeds(text, maxJsonNesting)) return { kind: 'too-deep' };
  try {
    return { kind: 'json', value: JSON.parse(text) as Json };
  } catch {
    return { kind: 'invalid' };
  }
}

/**
 * Finds the JSON object or list that a server printed other text around (a debug message, a stray `echo`).
 * Null when there is none.
 */
export function findJson(text: string): { before: string; after: string } | null {
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1;
  let start = -1;
  for (let attempts = 0; attempts < 8; attempts++) {
    start = nextBracket(text, start + 1);
    if (start < 0 || start >= end) return null;
    if (parseJson(text.slice(start, end)).kind === 'json')
      return { before: text.slice(0, start), after: text.slice(end) };
  }
  return null;
}

function nextBracket(text: string, from: number): number {
  const found = [text.indexOf('{', from), text.indexOf('[', from)].filter((position) => position >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
}

/** One pass over the text, without recursion; brackets inside of strings do not count. */
function nestingExceeds(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 0x5c) i++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > limit) return true;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return false;
}
