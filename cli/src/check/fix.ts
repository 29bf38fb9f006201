import { applyEdits, mergeEdits } from '../../../server/src/edits/textEdit.ts';
import type { TextEdit } from '../../../server/src/edits/textEdit.ts';
import type { Files } from '../../../server/src/workspace/files.ts';
import { isInside } from '../../../server/src/workspace/paths.ts';
import type { ReportedFinding } from './findings.ts';

/** What safe fixes make of files. */
interface Fixed {
  /** Path → its new text. */
  readonly texts: ReadonlyMap<string, string>;
  /** Findings whose fix is made. */
  readonly count: number;
}

/** Makes the safe fixes of findings in files below `folder`. Of fixes that collide, the first is made. */
export function fixedTexts(files: Files, folder: string, findings: readonly ReportedFinding[]): Fixed {
  const groups = findings.flatMap(({ fix }) => (fix ? [fix()] : [])).filter((group) => group.every(isBelow));
  const edits = mergeEdits(groups);
  function isBelow({ path }: TextEdit): boolean {
    return isInside(path, folder);
  }
  const byPath = new Map<string, TextEdit[]>();
  for (const edit of edits) byPath.set(edit.path, [...(byPath.get(edit.path) ?? []), edit]);
  const made = new Set(edits.map(keyOf));
  return {
    texts: new Map([...byPath].map(([path, list]) => [path, applyEdits(files.read(path) ?? '', list)])),
    count: groups.filter((group) => group.length > 0 && group.every((edit) => made.has(keyOf(edit)))).length,
  };
}

const keyOf = ({ path, start, end, text }: TextEdit): string => [path, start, end, text].join('\n');
