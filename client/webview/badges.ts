import '@vscode-elements/elements/dist/vscode-badge/index.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FunctionBrief } from '../../server/src/protocol/requests.ts';
import type { PanelTexts } from '../src/panel/messages.ts';

/** What kind of function it is, in a few small words. */
export function badges(brief: FunctionBrief, texts: PanelTexts): TemplateResult {
  return html`${badge(brief.type)}${brief.ajax ? badge(texts.ajax) : nothing}${
    brief.deprecated ? badge(texts.deprecated) : nothing
  }`;
}

function badge(text: string): TemplateResult | typeof nothing {
  return text === '' ? nothing : html`<vscode-badge>${text}</vscode-badge>`;
}
