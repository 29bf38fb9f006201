import '@vscode-elements/elements/dist/vscode-badge/index.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FunctionView, PanelTexts } from '../src/panel/messages.ts';

/** What kind of function it is, and who knows it, in a few small words. */
export function badges(view: FunctionView, texts: PanelTexts): TemplateResult {
  const words = [view.type, view.ajax ? texts.ajax : '', view.deprecated ? texts.deprecated : ''];
  const notes = [view.indexed ? '' : texts.notIndexed, view.available === false ? texts.notAvailable : ''];
  return html`<span class="badges">
    ${words.filter((word) => word !== '').map((word) => html`<vscode-badge>${word}</vscode-badge>`)}
    ${notes.map((note) => (note === '' ? nothing : html`<span class="note">${note}</span>`))}
  </span>`;
}
