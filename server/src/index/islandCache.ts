import type { Island } from '../php/cursor.ts';
import type { Tokens } from '../php/lexer.ts';
import { parseIsland } from '../php/parse.ts';
import type { IslandKind, Parsed } from '../php/parse.ts';
import { quickParse } from '../php/quickParse.ts';

/**
 * ASTs of islands. Key: kind and text, so an edit re-parses the island that changed and nothing else. Always valid.
 * Evicts the least recently used beyond `capacity` characters of island text (an AST is some fifty times its text).
 */
export class IslandCache {
  private readonly map = new Map<string, Parsed>();
  private size = 0;
  /** Islands parsed so far: what tests count. */
  parsed = 0;

  constructor(private readonly capacity = 200_000) {}

  clear() {
    this.map.clear();
    this.size = 0;
  }

  /** The AST of a piece of the text that `tokens` are of. */
  parse(kind: IslandKind, tokens: Tokens, island: Island): Parsed {
    const text = tokens.text.slice(island.start, island.end);
    const key = `${kind}\n${text}`;
    const known = this.map.get(key);
    if (known) {
      this.map.delete(key);
      this.map.set(key, known);
      return known;
    }
    const node = quickParse(tokens, island, kind);
    const result = node ? { node, offset: 0 } : parseIsland(kind, text);
    this.parsed += 1;
    this.map.set(key, result);
    this.size += key.length;
    for (const [oldest] of this.map) {
      if (this.size <= this.capacity) break;
      this.map.delete(oldest);
      this.size -= oldest.length;
    }
    return result;
  }
}
