import { explain } from '../../../webservice/src/errors/explain.ts';
import type { CallReport } from '../../../webservice/src/transport/callFunction.ts';
import type { MoodleWarning } from '../../../webservice/src/wire/outcome.ts';
import type { OutcomeView } from './messages.ts';

/** The sentences of a screen reader, translated. */
export interface OutcomeWords {
  answered(status: number, items: number | null, milliseconds: number): string;
  failed(code: string): string;
  cancelled(): string;
}

/** More than a person reads in a side bar, less than what makes it slow. */
const maxShown = 200_000;

/** What a call came to, as the panel shows it, and its whole text. No token is in a report, whatever the site echoed. */
export function viewOutcome(report: CallReport, words: OutcomeWords): { view: OutcomeView; document: string } {
  const { outcome, http, elapsedMs } = report;
  const sent = report.warnings.map(({ message }) => message);
  if (outcome.kind === 'value') {
    const document = JSON.stringify(outcome.value, null, 2);
    const items = Array.isArray(outcome.value) ? outcome.value.length : null;
    const view = {
      ok: true,
      summary: facts(report).join(' · '),
      announcement: words.answered(http?.status ?? 200, items, elapsedMs),
      explanation: null,
      warnings: [...sent, ...outcome.warnings.map(warningText)],
      ...shown(document),
    };
    return { view, document };
  }
  const { code, title, cause, cure, detail } = explain(outcome);
  const document = detail ?? '';
  const view = {
    ok: false,
    summary: [code, ...facts(report)].join(' · '),
    announcement: outcome.kind === 'cancelled' ? words.cancelled() : words.failed(code),
    explanation: { title, cause, cure },
    warnings: sent,
    ...shown(document),
  };
  return { view, document };
}

function facts({ http, elapsedMs }: CallReport): string[] {
  const time = `${elapsedMs} ms`;
  return http === null ? [time] : [String(http.status), time, sizeText(http.bytes)];
}

function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function warningText({ item, itemid, warningcode, message }: MoodleWarning): string {
  const subject = [item, itemid].filter((part) => part !== null).join(' ');
  return `${subject === '' ? '' : `${subject}: `}${message} (${warningcode})`;
}

function shown(document: string): { text: string; hidden: number } {
  return { text: document.slice(0, maxShown), hidden: Math.max(0, document.length - maxShown) };
}
