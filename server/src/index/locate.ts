/** Where classes, and files that a file includes, are: Moodle's autoload rule and `require` expressions. */
import { Cursor, literalText } from '../php/cursor.ts';
import { T } from '../php/lexer.ts';
import type { Codebase } from '../workspace/codebase.ts';
import { directoryOf, normalPath } from '../workspace/paths.ts';
import type { SourceFile } from './sourceFile.ts';

/**
 * Files in which Moodle's autoloader would look for a class: `classes/<rest>.php` of its component
 * (lib/classes/component.php: namespaced names, and `component_rest` for files directly in classes/).
 */
export function autoloadCandidates(codebase: Codebase, name: string): string[] {
  const cut = name.indexOf('\\');
  if (cut > 0) {
    const component = codebase.components.get(name.slice(0, cut));
    return component ? [`${component.directory}/classes/${name.slice(cut + 1).replaceAll('\\', '/')}.php`] : [];
  }
  const candidates: string[] = [];
  for (let at = name.indexOf('_'); at > 0; at = name.indexOf('_', at + 1)) {
    const component = codebase.components.get(name.slice(0, at));
    if (component) candidates.push(`${component.directory}/classes/${name.slice(at + 1)}.php`);
  }
  return candidates.reverse();
}

const includesMemo = new WeakMap<SourceFile, readonly string[]>();

/** Absolute paths that the file includes outside functions, where the expression says them. Memoised per version of the file. */
export function includesOf(file: SourceFile, dirroot: string | undefined): readonly string[] {
  let paths = includesMemo.get(file);
  if (!paths) includesMemo.set(file, (paths = readIncludes(file, dirroot)));
  return paths;
}

function readIncludes(file: SourceFile, dirroot: string | undefined): string[] {
  const { includes } = file;
  if (includes.length === 0) return [];
  const c = new Cursor(file.islands.tokens);
  return includes.flatMap((island) => {
    const path = pathExpression(c, island.first, island.last, file.path, dirroot);
    return path === undefined ? [] : [normalPath(path)];
  });
}

/** `$CFG->dirroot . '/x.php'`, `__DIR__ . '/x.php'`, `"$CFG->libdir/x.php"`; undefined for anything else. */
function pathExpression(
  c: Cursor,
  first: number,
  last: number,
  path: string,
  dirroot: string | undefined,
): string | undefined {
  let text = '';
  for (let i = c.next(first); i < last; i = c.next(i + 1)) {
    const kind = c.kind(i);
    if (kind === 40 || kind === 41 || kind === 46) continue; // ( ) .
    if (kind === T.Variable && c.text(i) === '$CFG' && c.kind(i + 1) === T.Arrow) {
      const value = configuredPath(c.text(i + 2), dirroot);
      if (value === undefined) return undefined;
      text += value;
      i += 2;
    } else if (kind === T.Name && c.isWord(i, '__dir__')) text += directoryOf(path);
    else if (kind === T.Name && c.isWord(i, 'dirname')) {
      const close = c.skip(c.next(i + 1));
      const inner = c.tokens.text.slice(c.end(c.next(i + 1)), c.start(close)).trim();
      if (!/^__(FILE|DIR)__$/i.test(inner)) return undefined;
      text += /file/i.test(inner) ? directoryOf(path) : directoryOf(directoryOf(path));
      i = close;
    } else if (kind === T.String) {
      const literal = literalText(c.text(i)) ?? interpolated(c.text(i), dirroot);
      if (literal === undefined) return undefined;
      text += literal;
    } else return undefined;
  }
  return text.startsWith('/') || /^[A-Z]:/i.test(text) ? text : undefined;
}

function configuredPath(name: string, dirroot: string | undefined): string | undefined {
  if (dirroot === undefined) return undefined;
  if (name === 'dirroot') return dirroot;
  if (name === 'libdir') return `${dirroot}/lib`;
  return name === 'admin' ? 'admin' : undefined;
}

function interpolated(token: string, dirroot: string | undefined): string | undefined {
  const match = /^"\{?\$CFG->(\w+)\}?([^"$\\]*)"$/.exec(token);
  const base = match && configuredPath(match[1] ?? '', dirroot);
  return base === undefined || base === null ? undefined : base + (match?.[2] ?? '');
}
