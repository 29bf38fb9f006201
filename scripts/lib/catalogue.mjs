import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { inRoot } from './root.mjs';

/** The facts about Moodle's functions, as the programs in dist/ read them. */
export const packedCatalogue = 'dist/catalogue.br';

/** Packs catalogue/moodle.jsonl. */
export function packCatalogue(into = inRoot(packedCatalogue)) {
  writeFileSync(into, brotliCompressSync(readFileSync(inRoot('catalogue', 'moodle.jsonl'))));
}
