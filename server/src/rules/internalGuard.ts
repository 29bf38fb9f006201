/**
 * `defined('MOODLE_INTERNAL') || die();` in files of a class: Moodle's code checker (moodle.Files.MoodleInternal) wants
 * it where something runs when a file is included, and not where there is only a class.
 */
import { removeLines } from '../edits/style.ts';
import type { TextEdit } from '../edits/textEdit.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import type { StatementIsland } from '../php/arrays.ts';

const guard = /^(?:defined\s*\(\s*['"]MOODLE_INTERNAL['"]\s*\)\s*(?:\|\||or)\s*(?:die|exit)\b.*|global\s+\$CFG\s*;)$/is;

/** Removes a statement, and the guard with `global $CFG;` where nothing is left that needs them. */
export function withoutGuard(file: SourceFile, removed?: StatementIsland): TextEdit[] {
  const { text, statements, islands } = file;
  const running = statements.filter((one) => !one.isDeclaration && one !== removed);
  const isOnlyClass = islands.classes.length === 1 && islands.functions.length === 0 && islands.constants.length === 0;
  const guards = running.filter(({ start, end }) => guard.test(text.slice(start, end)));
  const isNeeded = !isOnlyClass || guards.length < running.length;
  const gone = [...(isNeeded ? [] : guards), ...(removed ? [removed] : [])].sort((a, b) => a.start - b.start);
  // Those that follow each other go together, so that one blank line is left.
  const groups: { start: number; end: number }[] = [];
  for (const { start, end } of gone) {
    const last = groups.at(-1);
    if (last && text.slice(last.end, start).trim() === '') last.end = end;
    else groups.push({ start, end });
  }
  return groups.map((span) => removeLines(file, span));
}
