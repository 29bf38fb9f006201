import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Writes a file; one that is not UTF-8 stays in the encoding in which it is read (server/src/workspace/nodeFiles.ts). */
export function nodeWrite(path: string, text: string): string | undefined {
  try {
    const isUtf8 = !existsSync(path) || !readFileSync(path, 'utf8').includes('\ufffd');
    writeFileSync(path, text, isUtf8 ? 'utf8' : 'latin1');
    return undefined;
  } catch (error) {
    return `${path} cannot be written: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`;
  }
}
