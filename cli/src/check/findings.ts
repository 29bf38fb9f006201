import type { IndexSnapshot } from '../../../server/src/index/snapshot.ts';
import type { Hit } from '../../../server/src/rules/check.ts';
import type { Severity } from '../../../server/src/rules/rule.ts';
import type { FeatureDocument } from '../../../server/src/features/shared/document.ts';
import type { TextEdit } from '../../../server/src/edits/textEdit.ts';
import { relativePath } from '../../../server/src/workspace/paths.ts';

/** Lines and columns from 1; columns in UTF-16. */
interface Place {
  /** Relative to the root of the report; absolute for what lies elsewhere. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A hit of a rule as reports have it. */
export interface ReportedFinding extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly endLine: number;
  readonly endColumn: number;
  /** Its first line, without the blanks around it: what stays when lines above come and go. */
  readonly code: string;
  readonly related: readonly (Place & { readonly message: string })[];
  /** The edits of its safe fix; made when asked for. */
  readonly fix: (() => readonly TextEdit[]) | undefined;
}

/** A hit with its places, as seen from `root`. */
export function reported(
  root: string,
  snapshot: IndexSnapshot,
  { path, text }: FeatureDocument,
  { rule, severity, finding }: Hit,
): ReportedFinding {
  const start = text.positionAt(finding.start);
  const end = text.positionAt(finding.end);
  const line = text.getText({ start: { line: start.line, character: 0 }, end: { line: start.line + 1, character: 0 } });
  return {
    rule: rule.id,
    severity,
    message: finding.message,
    file: relativePath(path, root),
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    code: line.trim(),
    related: (finding.related ?? []).flatMap((one) => {
      const place = snapshot.file(one.path)?.positionAt(one.start);
      if (!place) return [];
      const { line, character } = place;
      return [{ file: relativePath(one.path, root), line: line + 1, column: character + 1, message: one.message }];
    }),
    fix: finding.fix && (() => finding.fix?.().edits ?? []),
  };
}

/** What a finding is, wherever its lines are: equal for the same finding before and after other edits. */
export const identity = ({ file, rule, message, code }: Pick<ReportedFinding, 'file' | 'rule' | 'message' | 'code'>) =>
  JSON.stringify([file, rule, message, code]);

/** The findings that are not among `known`. What is known once is taken away once. */
export function without<T extends Pick<ReportedFinding, 'file' | 'rule' | 'message' | 'code'>>(
  findings: readonly T[],
  known: readonly Pick<ReportedFinding, 'file' | 'rule' | 'message' | 'code'>[],
): T[] {
  const counts = new Map<string, number>();
  for (const one of known) counts.set(identity(one), (counts.get(identity(one)) ?? 0) + 1);
  return findings.filter((one) => {
    const left = counts.get(identity(one)) ?? 0;
    counts.set(identity(one), left - 1);
    return left <= 0;
  });
}
