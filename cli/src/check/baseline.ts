import { parse } from 'jsonc-parser';
import type { ReportedFinding } from './findings.ts';

type Known = Pick<ReportedFinding, 'file' | 'rule' | 'message' | 'code'>;

/** A file of findings that are known: those of a check, without their lines, so that edits elsewhere keep it true. */
export function writeBaseline(findings: readonly ReportedFinding[]): string {
  const known = findings.map(({ file, rule, message, code }): Known => ({ file, rule, message, code }));
  known.sort((a, b) => compare(a.file, b.file) || compare(a.rule, b.rule) || compare(a.code, b.code));
  return `${JSON.stringify({ findings: known }, null, 2)}\n`;
}

/** The findings of such a file; undefined for another file. */
export function readBaseline(text: string): Known[] | undefined {
  const { findings } = (parse(text) ?? {}) as { findings?: unknown };
  return Array.isArray(findings) && findings.every(isKnown) ? findings : undefined;
}

const isKnown = (one: unknown): one is Known =>
  typeof one === 'object' &&
  one !== null &&
  ['file', 'rule', 'message', 'code'].every((key) => typeof (one as Record<string, unknown>)[key] === 'string');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
