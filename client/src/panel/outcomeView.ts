import { explain } from '../../../webservice/src/errors/explain.ts';
import type { CallReport } from '../../../webservice/src/transport/callFunction.ts';
import { checkAnswer } from '../../../webservice/src/schema/checkAnswer.ts';
import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import type { Json } from '../../../webservice/src/schema/node.ts';
import type { MoodleWarning } from '../../../webservice/src/wire/outcome.ts';
import { AnswerTree, pathText } from './answerTree.ts';
import type { OutcomeView, PlaceView, Problem } from './messages.ts';

/** The sentences of a screen reader, translated. */
export interface OutcomeWords {
  answered(status: number, items: number | null, milliseconds: number): string;
  failed(code: string): string;
  cancelled(): string;
}

/** More than a person reads in a side bar, less than what makes it slow. */
const maxShown = 200_000;

export interface ViewedOutcome {
  view: OutcomeView;
  /** Its whole text. */
  document: string;
  /** Of an answer. */
  tree: AnswerTree | null;
  /** Of a failure: which lines of the function are worth a look. */
  related: readonly PlaceView['kind'][];
}

/**
 * What a call came to, as the panel shows it; an answer is compared with what the function declares to return, where that
 * is known. No token is in a report, whatever the site echoed.
 */
export function viewOutcome(
  report: CallReport,
  words: OutcomeWords,
  known: Pick<ExternalFunction, 'returns'> | null,
): ViewedOutcome {
  const { outcome, http, elapsedMs } = report;
  const sent = report.warnings.map(({ message }) => message);
  if (outcome.kind === 'value') {
    const document = JSON.stringify(outcome.value, null, 2);
    const items = Array.isArray(outcome.value) ? outcome.value.length : null;
    const deviations = deviationsOf(known, outcome.value);
    const view = {
      ok: true,
      summary: facts(report).join(' · '),
      announcement: words.answered(http?.status ?? 200, items, elapsedMs),
      explanation: null,
      places: [],
      warnings: [...sent, ...outcome.warnings.map(warningText)],
      deviations: deviations.map((each) => ({ ...each, place: pathText(each.path) })),
      ...shown(document),
    };
    return { view, document, tree: new AnswerTree(outcome.value, deviations), related: [] };
  }
  const { code, title, cause, cure, stage, detail } = explain(outcome);
  const exception = outcome.kind === 'exception' ? outcome.exceptionClass : '';
  const document = detail ?? '';
  const view = {
    ok: false,
    summary: [code, ...facts(report)].join(' · '),
    announcement: outcome.kind === 'cancelled' ? words.cancelled() : words.failed(code),
    explanation: { title, exception, cause, cure, stage: stage.name, works: stage.works },
    places: [],
    warnings: sent,
    deviations: [],
    ...shown(document),
  };
  return { view, document, tree: null, related: stage.places };
}

/** Without a schema nothing deviates. */
function deviationsOf(known: Pick<ExternalFunction, 'returns'> | null, value: Json): Problem[] {
  if (!known) return [];
  return checkAnswer(known.returns, value).deviations.map(({ path, text }) => ({ path: [...path], message: text }));
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
