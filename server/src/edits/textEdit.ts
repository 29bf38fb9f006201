import type { Span } from '../php/cursor.ts';

/** A piece of a file and what stands there instead. A file that does not exist is made by an edit at 0. */
export interface TextEdit extends Span {
  readonly path: string;
  readonly text: string;
}

/** The text after edits of one file, given in any order; they must not overlap. What is inserted at one place keeps its order. */
export function applyEdits(text: string, edits: readonly Omit<TextEdit, 'path'>[]): string {
  let result = '';
  let at = 0;
  for (const edit of inOrder(edits)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** What is inserted at a place stands before what replaces the text that begins there. */
const inOrder = <T extends Span>(edits: readonly T[]): T[] =>
  [...edits].sort((a, b) => a.start - b.start || a.end - b.end);

/** Whether two edits cannot both be made: they change the same text, or one inserts inside what the other replaces. */
function collide(a: TextEdit, b: TextEdit): boolean {
  if (a.path !== b.path) return false;
  return a.start < b.end && b.start < a.end;
}

/**
 * Groups of edits that can be made together: a group that collides with an earlier one is left out as a whole, edits
 * that are there already are made once.
 */
export function mergeEdits(groups: Iterable<readonly TextEdit[]>): TextEdit[] {
  const merged: TextEdit[] = [];
  const isSame = (a: TextEdit, b: TextEdit) =>
    a.path === b.path && a.start === b.start && a.end === b.end && a.text === b.text;
  for (const group of groups) {
    const added = group.filter((edit) => !merged.some((one) => isSame(one, edit)));
    if (!added.some((edit) => merged.some((one) => collide(one, edit)))) merged.push(...added);
  }
  return merged;
}
