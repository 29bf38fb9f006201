import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** A button that looks like a link, for what is needed seldom. */
export function linkButton(id: string, text: string, action: () => void, disabled = false): TemplateResult {
  return html`<button id=${id} class="link" type="button" ?disabled=${disabled} @click=${action}>${text}</button>`;
}
