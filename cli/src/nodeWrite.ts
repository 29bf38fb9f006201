import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const reasons: Readonly<Record<string, string | undefined>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EEXIST: 'it is there already',
  EISDIR: 'it is a folder',
  EACCES: 'that is not allowed',
  EPERM: 'that is not allowed',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

/** Writes a file; one that is not UTF-8 stays in the encoding in which it is read (server/src/workspace/nodeFiles.ts). */
export function nodeWrite(path: string, text: string): string | undefined {
  try {
    const isUtf8 = !existsSync(path) || !readFileSync(path, 'utf8').includes('\ufffd');
    writeFileSync(path, text, isUtf8 ? 'utf8' : 'latin1');
    return undefined;
  } catch (error) {
    return `${path} cannot be written: ${reasonOf(error)}.`;
  }
}

/** Why a file cannot be read or written. `absent`: what it means that nothing is there. */
export function reasonOf(error: unknown, absent = reasons['ENOENT']): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return (code === 'ENOENT' ? absent : reasons[code]) ?? message;
}
