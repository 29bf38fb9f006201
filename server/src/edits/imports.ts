import type { SourceFile } from '../index/sourceFile.ts';
import { Cursor } from '../php/cursor.ts';
import { eolOf } from './style.ts';
import type { TextEdit } from './textEdit.ts';

/** Adds `use` lines (`core_external\util as external_util`) at their place in the alphabet, among those at the top of a file. */
export function insertImports(file: SourceFile, clauses: readonly string[]): TextEdit[] {
  const { path, text, statements } = file;
  const c = new Cursor(file.islands.tokens);
  const eol = eolOf(text);
  const uses = statements.filter(({ first }) => c.isWord(first, 'use'));
  const last = uses.at(-1);
  const code = statements.find(({ first }) => !c.isWord(first, 'namespace') && !c.isWord(first, 'declare'));
  const added = clauses.map((clause) => ({ clause, line: `use ${clause};${eol}` }));
  const insert = (start: number, lines: string): TextEdit => ({ path, start, end: start, text: lines });
  if (!last) {
    const lines = added.map(({ line }) => line).sort();
    const doc = file.islands.classes.find(({ start }) => start === code?.start)?.doc;
    const at = doc?.start ?? code?.start ?? text.length;
    return lines.length === 0 ? [] : [insert(lineStart(text, at), lines.join('') + eol)];
  }
  const newline = text.indexOf('\n', last.end);
  const behind = newline < 0 ? text.length : newline + 1;
  return added
    .sort((a, b) => (a.line < b.line ? -1 : 1))
    .map(({ clause, line }) => {
      const next = uses.find(({ start, end }) => importedBy(text.slice(start, end)) > clause.toLowerCase());
      return insert(next ? lineStart(text, next.start) : behind, line);
    });
}

const importedBy = (use: string): string => use.replace(/^use\s+\\?/i, '').toLowerCase();

const lineStart = (text: string, offset: number): number => (offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1);
