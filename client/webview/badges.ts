import '@vscode-elements/elements/dist/vscode-badge/index.js';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { FunctionBrief } from '../../server/src/protocol/requests.ts';
import type { PanelTexts } from '../src/panel/messages.ts';

/** What kind of function it is, in a few small words. */
export function badges(brief: FunctionBrief, texts: PanelTexts): TemplateResult {
  const words = [brief.type, brief.ajax ? texts.ajax : '', brief.deprecated ? texts.deprecated : ''];
  return html`<span class="badges">
    ${words.filter((word) => word !== '').map((word) => html`<vscode-badge>${word}</vscode-badge>`)}
  </span>`;
}
