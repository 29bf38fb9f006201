import { applyEdits, mergeEdits } from '../../../server/src/edits/textEdit.ts';
import type { TextEdit } from '../../../server/src/edits/textEdit.ts';
import type { Files } from '../../../server/src/workspace/files.ts';
import { isInside } from '../../../server/src/workspace/paths.ts';
import type { ReportedFinding } from './findings.ts';

/** Makes the safe fixes of findings in files below `root`: path → its new text. Of fixes that collide, the first is made. */
export function fixedTexts(files: Files, root: string, findings: readonly ReportedFinding[]): Map<string, string> {
  const edits = mergeEdits(findings.flatMap(({ fix }) => (fix ? [fix()] : [])).filter((group) => group.every(isBelow)));
  function isBelow({ path }: TextEdit): boolean {
    return isInside(path, root);
  }
  const byPath = new Map<string, TextEdit[]>();
  for (const edit of edits) byPath.set(edit.path, [...(byPath.get(edit.path) ?? []), edit]);
  return new Map([...byPath].map(([path, list]) => [path, applyEdits(files.read(path) ?? '', list)]));
}
