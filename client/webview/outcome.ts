import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { OutcomeView, PanelTexts } from '../src/panel/messages.ts';
import { format } from './format.ts';
import { linkButton } from './linkButton.ts';

/** The answer or the failure. Everything that came from the site is a text node, never markup. */
export function outcomeSection(outcome: OutcomeView, texts: PanelTexts, open: () => void): TemplateResult {
  const { ok, summary, explanation, warnings, text, hidden } = outcome;
  return html`
    <section id="answer" class=${ok ? 'ok' : 'failed'} tabindex="-1" aria-labelledby="answer-title">
      <div class="head">
        <h2 id="answer-title">
          <span class="mark" aria-hidden="true">${ok ? '✓' : '✗'}</span> <span id="answer-summary">${summary}</span>
        </h2>
        ${text === '' ? nothing : linkButton('open-answer', texts.openAnswer, open)}
      </div>
      ${explanation === null ? nothing : reasons(explanation, texts)}
      ${warnings.length === 0 ? nothing : warningList(warnings, texts)}
      ${text === '' ? nothing : html`<pre id="answer-text" tabindex="0" aria-label=${texts.answer}>${text}</pre>`}
      ${hidden === 0 ? nothing : html`<p class="muted">${format(texts.hidden, hidden)}</p>`}
    </section>
  `;
}

function reasons({ title, cause, cure }: NonNullable<OutcomeView['explanation']>, texts: PanelTexts): TemplateResult {
  return html`
    <p id="failure-title" class="title">${title}</p>
    <dl>
      <dt>${texts.cause}</dt>
      <dd id="failure-cause">${cause}</dd>
      <dt>${texts.cure}</dt>
      <dd id="failure-cure">${cure}</dd>
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
