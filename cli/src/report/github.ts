import type { Severity } from '../../../server/src/rules/rule.ts';
import { withoutHints } from './report.ts';
import type { Report } from './report.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/** Workflow commands of GitHub Actions, which shows them at their lines. Files are relative to the repository. */
export function githubReport({ findings }: Report): string {
  const lines = withoutHints(findings).map((one) => {
    const { file, line, endLine, column, endColumn, rule } = one;
    // GitHub refuses columns of a range of lines.
    const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : '';
    const place = `file=${property(file)},line=${line},endLine=${endLine}${columns},title=${property(rule)}`;
    return `::${commands[one.severity]} ${place}::${data(one.message)}\n`;
  });
  return lines.join('');
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
