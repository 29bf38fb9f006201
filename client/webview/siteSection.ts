import '@vscode-elements/elements/dist/vscode-button/index.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PanelCommand, PanelState, PanelTexts, SiteView, UserView } from '../src/panel/messages.ts';
import { format } from './format.ts';
import { linkButton } from './linkButton.ts';

export interface SitePorts {
  select(wwwroot: string, user: string): void;
  run(command: PanelCommand): void;
}

interface Choice {
  site: SiteView;
  user: UserView | undefined;
}

/** The site that is called and as whom, or how to come by the first one. */
export function siteSection(state: PanelState, texts: PanelTexts, ports: SitePorts): TemplateResult {
  const run = (command: PanelCommand) => () => {
    ports.run(command);
  };
  if (state.sites.length === 0) return noSite(state, texts, run);
  const choices = state.sites.flatMap((site): Choice[] =>
    site.users.length === 0 ? [{ site, user: undefined }] : site.users.map((user) => ({ site, user })),
  );
  const selected = choices.findIndex(
    ({ site, user }) => site.wwwroot === state.site && (user?.id ?? null) === state.user,
  );
  const current = choices[selected];
  const onChange = (event: Event): void => {
    const choice = choices[Number((event.target as HTMLSelectElement).value)];
    if (choice) ports.select(choice.site.wwwroot, choice.user?.id ?? '');
  };
  return html`
    <section>
      <div class="head">
        <label for="site">${texts.site}</label>
        <span class="links">
          ${state.mock === 'on' ? linkButton('stop-mock', texts.stopMockSite, run('stopMockSite')) : nothing}
          ${linkButton('add-site', texts.addSite, run('addSite'))}
          ${linkButton('add-user', texts.addUser, run('addUser'))}
        </span>
      </div>
      <select id="site" title=${current?.site.wwwroot ?? ''} @change=${onChange}>
        ${choices.map(
          (choice, index) =>
            html`<option value=${index} ?selected=${index === selected} .selected=${live(index === selected)}>
              ${label(choice, texts)}
            </option>`,
        )}
      </select>
      ${state.localhostOf === null ? nothing : html`<p class="muted">${format(texts.localhost, state.localhostOf)}</p>`}
      ${
        current?.user?.hasToken === true
          ? connection(state, texts, run)
          : html`<p id="no-token" class="muted">
              ${texts.noToken} ${linkButton('set-token', texts.setToken, run('setToken'))}
            </p>`
      }
    </section>
  `;
}

function noSite(state: PanelState, texts: PanelTexts, run: (command: PanelCommand) => () => void): TemplateResult {
  return html`
    <section id="no-site" class="notice">
      <p>${texts.noSite}</p>
      <div class="buttons">
        <vscode-button id="add-first-site" @click=${run('addSite')}>${texts.addSite}</vscode-button>
        <vscode-button
          id="start-mock"
          secondary
          ?disabled=${state.mock !== 'off' || !state.trusted}
          @click=${run('startMockSite')}
          >${texts.startMockSite}</vscode-button
        >
      </div>
    </section>
  `;
}

function label({ site, user }: Choice, texts: PanelTexts): string {
  const name = user ? `${site.name} · ${user.name}` : site.name;
  return site.production ? `${name} (${texts.production})` : name;
}

function connection(
  { connection: known, trusted }: PanelState,
  texts: PanelTexts,
  run: (command: PanelCommand) => () => void,
): TemplateResult {
  const test = linkButton('test-connection', texts.testConnection, run('testConnection'), !trusted);
  switch (known?.kind) {
    case undefined:
      return html`<p id="connection" class="muted">${test}</p>`;
    case 'testing':
      return html`<p id="connection" class="muted" role="status">${texts.testing}</p>`;
    case 'limited':
      return html`<p id="connection" class="muted">${texts.limited} ${test}</p>`;
    case 'ok': {
      const { fullName, userName, siteName, release, functions } = known;
      return html`<p id="connection" class="muted">
        <span class="dot" aria-hidden="true">●</span>
        ${format(texts.connectedAs, fullName, userName, siteName, release.split(' ')[0] ?? '', functions)} ${test}
      </p>`;
    }
    case 'failed':
      return html`<div id="connection" class="failed">
        <p class="problem">${format(texts.connectionFailed, known.title)}</p>
        <p>${known.cause} ${known.cure}</p>
        <p>${test}</p>
      </div>`;
  }
}
