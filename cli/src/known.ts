import type { Catalogue } from '../../server/src/catalogue/catalogue.ts';
import { readCatalogueFile } from '../../server/src/catalogue/catalogueFile.ts';
import { KnownFunctions } from '../../server/src/index/knownFunctions.ts';
import type { Files } from '../../server/src/workspace/files.ts';
import { maxCatalogueSize } from '../../server/src/workspace/files.ts';

/** The functions that are known beside the code: those of a file, where one is named, and the facts of `catalogue`. */
export function knownFunctions(
  files: Files,
  path: string | undefined,
  catalogue: () => Catalogue | undefined,
): { readonly known: KnownFunctions } | { readonly failure: string } {
  if (path === undefined) return { known: new KnownFunctions(catalogue) };
  if (!files.isFile(path)) return { failure: `There is no file ${path}.` };
  const text = files.read(path, maxCatalogueSize);
  if (text === undefined) return { failure: `${path} cannot be read.` };
  const read = readCatalogueFile(text);
  if ('failure' in read) return { failure: `${path}: ${read.failure}` };
  return { known: new KnownFunctions(catalogue, () => read.functions) };
}
