import type { Report } from './report.ts';

/** All findings as one JSON object; lines and columns from 1. */
export function jsonReport({ version, findings }: Report): string {
  const list = findings.map(({ rule, severity, file, line, column, endLine, endColumn, message, related, fix }) => ({
    rule,
    severity,
    file,
    line,
    column,
    endLine,
    endColumn,
    message,
    related,
    fixable: fix !== undefined,
  }));
  return `${JSON.stringify({ version, findings: list }, null, 2)}\n`;
}
