import { readFileSync, writeFileSync } from 'node:fs';
import { reasonOf } from './nodeWrite.ts';

/** The bytes of a file, or why they cannot be had. */
export function readBytes(path: string): Uint8Array | { readonly failure: string } {
  try {
    return readFileSync(path);
  } catch (error) {
    return { failure: `${path} cannot be read: ${reasonOf(error, 'there is no such file')}.` };
  }
}

/** Makes a new file; says why it cannot, also where there is one already. */
export function writeNew(path: string, content: Uint8Array): string | undefined {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return undefined;
  } catch (error) {
    return `${path} cannot be written: ${reasonOf(error)}.`;
  }
}
