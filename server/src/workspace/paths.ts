/**
 * Paths inside the server: absolute, `/` only, an upper-case drive letter, two slashes before the name of another
 * computer. One spelling, so that maps can key on them.
 */
import { URI } from 'vscode-uri';

export function normalPath(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  const drive = /^\/?([A-Za-z]):/.exec(slashed);
  const whole = drive ? `${(drive[1] ?? '').toUpperCase()}:${slashed.slice(drive[0].length)}` : slashed;
  const isRemote = /^\/\/[^/]/.test(whole);
  const parts: string[] = [];
  for (const part of whole.split('/')) {
    if (part === '..') {
      // Nothing is above the root.
      if (parts.length > 1) parts.pop();
    } else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part);
  }
  return parts.length === 1 && parts[0] === '' ? '/' : `${isRemote ? '/' : ''}${parts.join('/')}`;
}

/** The path of a `file:` URI; undefined for other schemes. `c%3A` and `C:` are one drive. */
export function pathOfUri(uri: string): string | undefined {
  if (!/^file:/i.test(uri)) return undefined;
  const { authority, path } = URI.parse(uri);
  return normalPath(authority === '' ? path : `//${authority}${path}`);
}

/** False for what is no file: `untitled:Untitled-1`. */
export const isAbsolute = (path: string): boolean => /^(\/|[A-Z]:)/.test(path);

export const uriOfPath = (path: string): string => URI.file(path).toString();

export const directoryOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 1));

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Whether `path` is `directory` or below it. */
export const isInside = (path: string, directory: string): boolean =>
  path === directory || path.startsWith(directory.endsWith('/') ? directory : `${directory}/`);

/** `path` as seen from `directory`; unchanged when it lies elsewhere. */
export const relativePath = (path: string, directory: string): string =>
  isInside(path, directory) ? path.slice(directory.length + 1) : path;
