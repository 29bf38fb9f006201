import { counted } from '../counted.ts';
import type { Severity } from '../../../server/src/rules/rule.ts';
import { printable } from '../style.ts';
import type { Style } from '../style.ts';
import { byFile, countOf, withoutHints } from './report.ts';
import type { Report } from './report.ts';

/** For people: findings below the name of their file, and how many there are. */
export function textReport({ findings }: Report, style: Style): string {
  const shown = withoutHints(findings);
  const colour: Record<Severity, (text: string) => string> = {
    error: (text) => style.red(text),
    warning: (text) => style.yellow(text),
    info: (text) => style.blue(text),
    hint: (text) => style.dim(text),
  };
  const blocks = [...byFile(shown)].map(([file, list]) => {
    const places = list.map(({ line, column }) => `${line}:${column}`);
    const width = Math.max(...places.map(({ length }) => length));
    const lines = list.map(({ severity, message, rule }, at) => {
      const place = (places[at] ?? '').padStart(width);
      return `  ${style.dim(place)}  ${colour[severity](severity.padEnd(7))}  ${printable(message, 1000)}  ${style.dim(rule)}\n`;
    });
    return `${style.bold(printable(file, 1000))}\n${lines.join('')}\n`;
  });
  const counts = [
    counted(countOf(shown, 'error'), 'error'),
    counted(countOf(shown, 'warning'), 'warning'),
    ...(countOf(shown, 'info') > 0 ? [`${countOf(shown, 'info')} info`] : []),
  ].join(', ');
  const hints = countOf(findings, 'hint');
  const more = hints > 0 ? style.dim(` (and ${counted(hints, 'hint')} for the editor)`) : '';
  return `${blocks.join('')}${shown.length === 0 ? 'No problems.' : `${counts}.`}${more}\n`;
}
