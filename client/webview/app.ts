import '@vscode-elements/elements/dist/vscode-button/index.js';
import { html, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';
import type { FocusTarget, PanelCommand, PanelState, PanelTexts, ToWebview } from '../src/panel/messages.ts';
import { argumentsProblem } from './argumentsProblem.ts';
import { badges } from './badges.ts';
import { format } from './format.ts';
import { FunctionBox } from './functionBox.ts';
import { linkButton } from './linkButton.ts';
import { outcomeSection } from './outcome.ts';
import type { Requests } from './rpc.ts';
import { siteSection } from './siteSection.ts';

/** Draws the state that the extension tells; of its own it has only what is being typed. */
export class App {
  private readonly root: HTMLElement;
  private readonly requests: Requests;
  private readonly texts: PanelTexts;
  private readonly functionBox: FunctionBox;
  private state: PanelState;
  private text: string;
  /** Edits that the extension has not taken yet: until then its text is older than ours. */
  private edits = 0;

  constructor(root: HTMLElement, requests: Requests, texts: PanelTexts, state: PanelState) {
    this.root = root;
    this.requests = requests;
    this.texts = texts;
    this.state = state;
    this.text = state.arguments;
    this.functionBox = new FunctionBox({
      functions: () => requests.send('functions', null),
      choose: (name) => void requests.send('selectFunction', { name }),
      redraw: () => {
        this.draw();
      },
    });
    this.functionBox.value = state.functionName;
    this.draw();
    void this.functionBox.reload();
  }

  receive(message: ToWebview): void {
    if (message.kind === 'state') this.update(message.state);
    if (message.kind === 'focus') this.focus(message.target);
  }

  focus(target: FocusTarget): void {
    const wanted = target === 'send' && !this.canSend ? 'arguments' : target;
    document.getElementById(wanted)?.focus();
  }

  private get canSend(): boolean {
    const { sending, trusted, site, functionName } = this.state;
    return !sending && trusted && site !== null && functionName !== '';
  }

  private update(state: PanelState): void {
    const before = this.state;
    this.state = state;
    if (state.argumentsRevision !== before.argumentsRevision && this.edits === 0) this.text = state.arguments;
    this.functionBox.value = state.functionName;
    this.draw();
    if (state.indexRevision !== before.indexRevision) void this.functionBox.reload();
    // An answer takes the focus where the user waits for it, not from the editor.
    if (state.outcomeRevision !== before.outcomeRevision && document.hasFocus()) this.focus('answer');
  }

  private draw(): void {
    const { state, texts } = this;
    render(
      html`
        ${state.trusted ? nothing : this.untrusted()}
        ${siteSection(state, texts, {
          select: (wwwroot) => void this.requests.send('selectSite', { wwwroot }),
          run: this.run,
        })}
        ${this.functionSection()} ${this.argumentsSection()} ${this.buttons()}
        ${
          state.outcome === null
            ? nothing
            : outcomeSection(state.outcome, texts, () => {
                this.run('openAnswer');
              })
        }
        <div id="announcement" class="visually-hidden" role="status" aria-live="polite">${this.announcement()}</div>
      `,
      this.root,
    );
  }

  private untrusted(): TemplateResult {
    return html`
      <section id="untrusted" class="notice">
        <p>${this.texts.untrusted}</p>
        <vscode-button
          id="manage-trust"
          @click=${() => {
            this.run('manageTrust');
          }}
          >${this.texts.manageTrust}</vscode-button
        >
      </section>
    `;
  }

  private functionSection(): TemplateResult {
    const { state, texts } = this;
    const { brief, functionName } = state;
    const unknown = functionName === '' ? '' : texts.unknownFunction;
    return html`
      <section>
        <label for="function">${texts.function}</label>
        ${this.functionBox.render(texts)}
        <p id="function-description" class="muted">
          ${brief === null ? unknown : html`${badges(brief, texts)} ${brief.description}`}
        </p>
      </section>
    `;
  }

  private argumentsSection(): TemplateResult {
    const { texts, text } = this;
    const problem = argumentsProblem(text, texts);
    return html`
      <section>
        <div class="head">
          <label for="arguments">${texts.arguments}</label>
          ${linkButton('reset-arguments', texts.reset, () => void this.requests.send('resetArguments', null))}
        </div>
        <textarea
          id="arguments"
          rows="3"
          spellcheck="false"
          aria-invalid=${problem === null ? 'false' : 'true'}
          aria-describedby="arguments-problem"
          .value=${text}
          @input=${this.onEdit}
        ></textarea>
        <p id="arguments-problem" class="problem" aria-live="polite" ?hidden=${problem === null}>${problem}</p>
      </section>
    `;
  }

  private buttons(): TemplateResult {
    const { state, texts } = this;
    const off = !this.canSend;
    return html`
      <div class="buttons">
        <vscode-button id="send" ?disabled=${off} aria-disabled=${off ? 'true' : 'false'} @click=${this.send}
          >${texts.send}</vscode-button
        >
        ${
          state.sending
            ? html`<vscode-button id="cancel" secondary @click=${this.cancel}>${texts.cancel}</vscode-button>`
            : nothing
        }
      </div>
    `;
  }

  private announcement(): string {
    const { sending, functionName, outcome } = this.state;
    return sending ? format(this.texts.sending, functionName) : (outcome?.announcement ?? '');
  }

  private readonly onEdit = async (event: Event): Promise<void> => {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.draw();
    this.edits++;
    try {
      await this.requests.send('edit', { text: this.text });
    } finally {
      this.edits--;
    }
  };

  private readonly send = (): void => {
    void this.requests.send('send', null);
  };

  private readonly cancel = (): void => {
    void this.requests.send('cancel', null);
  };

  private readonly run = (command: PanelCommand): void => {
    void this.requests.send('run', { command });
  };
}
