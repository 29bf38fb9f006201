import '@vscode-elements/elements/dist/vscode-button/index.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PanelCommand, PanelState, PanelTexts } from '../src/panel/messages.ts';
import { linkButton } from './linkButton.ts';

export interface SitePorts {
  select(wwwroot: string): void;
  run(command: PanelCommand): void;
}

/** The site that is called, or how to add the first one. */
export function siteSection(state: PanelState, texts: PanelTexts, ports: SitePorts): TemplateResult {
  const addSite = () => {
    ports.run('addSite');
  };
  if (state.sites.length === 0) {
    return html`
      <section id="no-site" class="notice">
        <p>${texts.noSite}</p>
        <vscode-button id="add-first-site" @click=${addSite}>${texts.addSite}</vscode-button>
      </section>
    `;
  }
  const selected = state.sites.find((site) => site.wwwroot === state.site);
  return html`
    <section>
      <div class="head">
        <label for="site">${texts.site}</label>
        <span>${linkButton('add-site', texts.addSite, addSite)}</span>
      </div>
      <select id="site" title=${selected?.wwwroot ?? ''} @change=${changed(ports)}>
        ${state.sites.map(
          ({ name, wwwroot }) => html`<option value=${wwwroot} ?selected=${wwwroot === state.site}>${name}</option>`,
        )}
      </select>
      ${
        selected === undefined || selected.hasToken
          ? nothing
          : html`<p id="no-token" class="muted">
              ${texts.noToken}
              ${linkButton('set-token', texts.setToken, () => {
                ports.run('setToken');
              })}
            </p>`
      }
    </section>
  `;
}

function changed(ports: SitePorts): (event: Event) => void {
  return (event) => {
    ports.select((event.target as HTMLSelectElement).value);
  };
}
