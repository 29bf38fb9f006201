import type { Rule, Severity } from '../../../server/src/rules/rule.ts';
import type { ReportedFinding } from '../check/findings.ts';

/** What a check has found. */
export interface Report {
  /** Of this program. */
  readonly version: string;
  /** Absolute; what the files of findings are relative to. */
  readonly root: string;
  /** The rules that were looked for. */
  readonly rules: readonly Rule[];
  /** What a rule is about, in one sentence; undefined where that is not known. */
  readonly summaryOf: (ruleId: string) => string | undefined;
  readonly findings: readonly ReportedFinding[];
}

/** For people: what a report shows of itself. Hints are for editors; machine formats have them all. */
export const withoutHints = (findings: readonly ReportedFinding[]): ReportedFinding[] =>
  findings.filter(({ severity }) => severity !== 'hint');

export const countOf = (findings: readonly ReportedFinding[], severity: Severity): number =>
  findings.filter((one) => one.severity === severity).length;

/** Findings by file, in their order. */
export function byFile(findings: readonly ReportedFinding[]): Map<string, ReportedFinding[]> {
  const files = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const list = files.get(finding.file);
    if (list) list.push(finding);
    else files.set(finding.file, [finding]);
  }
  return files;
}
