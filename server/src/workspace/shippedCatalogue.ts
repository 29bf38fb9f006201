import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { Catalogue } from '../catalogue/catalogue.ts';

/**
 * The facts beside the program (`catalogue.br`, packed by the build from catalogue/moodle.jsonl), read at the first
 * call. A copy of the program without the file works without facts; `log` hears of it once.
 */
export function shippedCatalogue(path: string, log: (line: string) => void): () => Catalogue | undefined {
  let known: { catalogue: Catalogue | undefined } | undefined;
  return () => {
    if (known) return known.catalogue;
    try {
      known = { catalogue: new Catalogue(brotliDecompressSync(readFileSync(path)).toString('utf8')) };
    } catch (error) {
      known = { catalogue: undefined };
      log(`Facts about Moodle's own functions cannot be read from ${path}: ${String(error)}`);
    }
    return known.catalogue;
  };
}
