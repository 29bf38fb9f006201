import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { OutcomeView, PanelTexts, Path, PlaceView } from '../../src/panel/messages.ts';
import { format } from '../format.ts';
import { linkButton } from '../linkButton.ts';
import { tabList } from '../tabs.ts';

export interface OutcomePorts {
  open: () => void;
  openPlace(kind: PlaceView['kind']): void;
  reveal(path: Path): void;
  select: (view: AnswerView) => void;
  tree(): TemplateResult;
}

export type AnswerView = 'tree' | 'raw';

/** The first of them are listed above the tree; in the tree they all are where they belong. */
const listed = 10;

/** The answer or the failure. Everything that came from the site is a text node, never markup. */
export function outcomeSection(
  outcome: OutcomeView,
  view: AnswerView,
  texts: PanelTexts,
  ports: OutcomePorts,
): TemplateResult {
  const { ok, summary, explanation, warnings, deviations, text } = outcome;
  const head = html`
    <h2 id="answer-title">
      <span class="mark" aria-hidden="true">${ok ? '✓' : '✗'}</span> <span id="answer-summary">${summary}</span>
    </h2>
  `;
  return html`
    <section id="answer" class=${ok ? 'ok' : 'failed'} tabindex="-1" aria-labelledby="answer-title">
      <div class="head">${head}${text === '' ? nothing : linkButton('open-answer', texts.openAnswer, ports.open)}</div>
      ${explanation === null ? nothing : reasons(outcome, texts, ports)}
      ${warnings.length === 0 ? nothing : warningList(warnings, texts)}
      ${deviations.length === 0 ? nothing : deviationList(deviations, texts, ports)}
      ${ok ? answer(outcome, view, texts, ports) : raw(outcome, texts)}
    </section>
  `;
}

function answer(outcome: OutcomeView, view: AnswerView, texts: PanelTexts, ports: OutcomePorts): TemplateResult {
  const tabs = [
    { name: 'tree', label: texts.tree },
    { name: 'raw', label: texts.raw },
  ] as const;
  return html`
    ${tabList<AnswerView>('answer-view', texts.answer, tabs, view, ports.select)}
    <div id="answer-view-panel" role="tabpanel" aria-labelledby="answer-view-${view}">
      ${view === 'tree' ? ports.tree() : raw(outcome, texts)}
    </div>
  `;
}

function raw({ text, hidden }: OutcomeView, texts: PanelTexts): TemplateResult {
  return html`
    ${text === '' ? nothing : html`<pre id="answer-text" role="region" tabindex="0" aria-label=${texts.answer}>${text}</pre>`}
    ${hidden === 0 ? nothing : html`<p class="muted">${format(texts.hidden, hidden)}</p>`}
  `;
}

function reasons({ explanation, places }: OutcomeView, texts: PanelTexts, ports: OutcomePorts): TemplateResult {
  if (!explanation) return html``;
  const { title, exception, cause, cure, stage, works } = explanation;
  return html`
    <p id="failure-title" class="title">${title}</p>
    <dl>
      <dt>${texts.cause}</dt>
      <dd id="failure-cause">${cause}</dd>
      <dt>${texts.cure}</dt>
      <dd id="failure-cure">
        ${cure}
        ${places.map(({ kind, label }) => {
          return html`<br />${linkButton(`place-${kind}`, label, () => {
              ports.openPlace(kind);
            })}`;
        })}
      </dd>
      <dt>${texts.stage}</dt>
      <dd id="failure-stage">${stage}</dd>
      <dt>${texts.works}</dt>
      <dd id="failure-works">${works}</dd>
      ${
        exception === ''
          ? nothing
          : html`<dt>${texts.exception}</dt>
              <dd id="failure-exception"><code>${exception}</code></dd>`
      }
    </dl>
  `;
}

function warningList(warnings: readonly string[], texts: PanelTexts): TemplateResult {
  return html`
    <p class="title">${texts.warnings}</p>
    <ul id="answer-warnings">
      ${warnings.map((warning) => html`<li>${warning}</li>`)}
    </ul>
  `;
}

function deviationList(deviations: OutcomeView['deviations'], texts: PanelTexts, ports: OutcomePorts): TemplateResult {
  return html`
    <p id="deviations-title" class="title problem">${format(texts.deviations, deviations.length)}</p>
    <ul id="deviations" class="plain" aria-labelledby="deviations-title">
      ${deviations.slice(0, listed).map(
        ({ path, place, message }) =>
          html`<li>
            ${
              place === ''
                ? nothing
                : html`<button
                    class="link"
                    type="button"
                    @click=${() => {
                      ports.reveal(path);
                    }}
                  >
                    ${place}
                  </button>`
            }
            ${message}
          </li>`,
      )}
      ${deviations.length > listed ? html`<li class="muted">…</li>` : nothing}
    </ul>
  `;
}
