import '@vscode-elements/elements/dist/vscode-button/index.js';
import { html, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';
import type { SchemaNode } from '../../webservice/src/schema/node.ts';
import type { Api, FocusTarget, PanelCommand, PanelState, PanelTexts, ToWebview } from '../src/panel/messages.ts';
import { outcomeSection } from './answer/outcome.ts';
import type { AnswerView } from './answer/outcome.ts';
import { Tree } from './answer/tree.ts';
import { ArgumentsEditor } from './argumentsEditor.ts';
import { badges } from './badges.ts';
import { format } from './format.ts';
import { FunctionBox } from './functionBox.ts';
import type { Requests } from './rpc.ts';
import { siteSection } from './siteSection.ts';

/** Draws the state that the extension tells; of its own it has only what is being typed and which parts are open. */
export class App {
  private readonly root: HTMLElement;
  private readonly requests: Requests;
  private readonly texts: PanelTexts;
  private readonly functionBox: FunctionBox;
  private readonly editor: ArgumentsEditor;
  private readonly tree: Tree;
  private state: PanelState;
  private parameters: SchemaNode | null;
  private answerView: AnswerView = 'tree';

  constructor(root: HTMLElement, requests: Requests, { state, parameters, texts }: Api['start']['result']) {
    this.root = root;
    this.requests = requests;
    this.texts = texts;
    this.state = state;
    this.parameters = parameters;
    this.functionBox = new FunctionBox({
      functions: () => requests.send('functions', null),
      choose: (name) => void requests.send('selectFunction', { name }),
      redraw: this.draw,
    });
    this.functionBox.value = state.functionName;
    this.editor = new ArgumentsEditor(state, texts, {
      edit: (text) => requests.send('edit', { text }),
      reset: () => void requests.send('resetArguments', null),
      openInEditor: () => {
        this.run('openArguments');
      },
      redraw: () => {
        this.draw();
      },
    });
    this.tree = new Tree(texts, {
      children: (path, from) => requests.send('children', { path, from }),
      find: (query) => requests.send('find', { query }),
      copy: (what, path) => void requests.send('copy', { what, path }),
      redraw: this.draw,
    });
    this.draw();
    void this.functionBox.reload();
    if (state.outcome?.ok === true) void this.tree.load();
  }

  receive(message: ToWebview): void {
    if (message.kind === 'state') this.update(message.state, message.parameters);
    if (message.kind === 'focus') this.focus(message.target);
  }

  focus(target: FocusTarget): void {
    const wanted = target === 'send' && !this.canSend ? 'arguments' : target;
    document.getElementById(wanted === 'arguments' ? this.editor.focusId(this.state) : wanted)?.focus();
  }

  private get canSend(): boolean {
    const { sending, trusted, site, functionName } = this.state;
    return !sending && trusted && site !== null && functionName !== '';
  }

  private update(state: PanelState, parameters: SchemaNode | null | undefined): void {
    const before = this.state;
    this.state = state;
    if (parameters !== undefined) this.parameters = parameters;
    this.editor.update(state, before);
    this.functionBox.value = state.functionName;
    this.draw();
    if (state.indexRevision !== before.indexRevision) void this.functionBox.reload();
    if (state.outcomeRevision === before.outcomeRevision) return;
    const drawn = state.outcome?.ok === true ? this.tree.load() : Promise.resolve();
    // An answer takes the focus where the user waits for it, not from the editor.
    if (!document.hasFocus()) return;
    this.focus('answer');
    void drawn.then(() => document.getElementById('answer')?.scrollIntoView({ block: 'start' }));
  }

  private readonly draw = (): void => {
    const { state, texts } = this;
    this.root.classList.toggle('danger', state.writing.length > 0);
    render(
      html`
        ${state.trusted ? nothing : this.untrusted()}
        ${siteSection(state, texts, {
          select: (wwwroot, user) => void this.requests.send('selectSite', { wwwroot, user }),
          run: this.run,
        })}
        ${this.functionSection()} ${this.editor.render(state, this.parameters)} ${this.buttons()} ${this.outcome()}
        <div id="announcement" class="visually-hidden" role="status" aria-live="polite">${this.announcement()}</div>
      `,
      this.root,
    );
  };

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

  private buttons(): TemplateResult {
    const { state, texts } = this;
    const off = !this.canSend;
    return html`
      <section>
        ${
          state.writing.length === 0
            ? nothing
            : html`<p id="writes" class="problem">${format(texts.writes, state.writing.join(', '))}</p>`
        }
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
        ${state.refused && state.problems.length > 0 ? this.refused() : nothing}
      </section>
    `;
  }

  private refused(): TemplateResult {
    return html`
      <div id="refused" class="notice">
        <p>${this.texts.refused}</p>
        <vscode-button
          id="send-anyway"
          secondary
          @click=${() => {
            void this.requests.send('sendAnyway', null);
          }}
          >${this.texts.sendAnyway}</vscode-button
        >
      </div>
    `;
  }

  private outcome(): TemplateResult | typeof nothing {
    const { outcome } = this.state;
    if (outcome === null) return nothing;
    return outcomeSection(outcome, this.answerView, this.texts, {
      open: () => {
        this.run('openAnswer');
      },
      openPlace: (kind) => void this.requests.send('openPlace', { kind }),
      reveal: (path) => {
        this.answerView = 'tree';
        void this.tree.reveal(path);
      },
      select: (view) => {
        this.answerView = view;
        this.draw();
      },
      tree: () => this.tree.render(),
    });
  }

  private announcement(): string {
    const { sending, functionName, outcome, refused } = this.state;
    if (sending) return format(this.texts.sending, functionName);
    return refused ? this.texts.refused : (outcome?.announcement ?? '');
  }

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
