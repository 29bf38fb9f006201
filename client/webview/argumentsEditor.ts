import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Json, SchemaNode } from '../../webservice/src/schema/node.ts';
import type { PanelState, PanelTexts, Problem } from '../src/panel/messages.ts';
import { argumentsProblem, parseArguments } from './argumentsProblem.ts';
import { Form } from './form/form.ts';
import { linkButton } from './linkButton.ts';
import { tabList } from './tabs.ts';

export interface ArgumentsPorts {
  /** Tells the extension what was typed. */
  edit(text: string): Promise<unknown>;
  reset(): void;
  openInEditor(): void;
  redraw(): void;
}

type View = 'form' | 'json';

/** The arguments of the call, as a form or as the JSON that the form stands for. */
export class ArgumentsEditor {
  private readonly ports: ArgumentsPorts;
  private readonly texts: PanelTexts;
  private readonly form: Form;
  private view: View = 'form';
  private text: string;
  /** Edits that the extension has not taken yet: until then its text is older than ours. */
  private edits = 0;

  constructor(state: PanelState, texts: PanelTexts, ports: ArgumentsPorts) {
    this.ports = ports;
    this.texts = texts;
    this.text = state.arguments;
    this.form = new Form({
      texts,
      change: (value) => void this.edit(JSON.stringify(value, null, 2)),
      redraw: () => {
        ports.redraw();
      },
    });
  }

  update(state: PanelState, before: PanelState): void {
    if (state.argumentsRevision !== before.argumentsRevision && this.edits === 0) this.text = state.arguments;
    if (state.functionName !== before.functionName) this.form.reset();
  }

  /** The id of what the user should look at: the first refused value, else the text. */
  focusId(state: PanelState): string {
    const id = this.view === 'form' ? this.form.showProblem(state.problems) : null;
    this.ports.redraw();
    return id ?? (this.view === 'form' && document.getElementById('form') ? 'view-form' : 'arguments');
  }

  render(state: PanelState, parameters: SchemaNode | null): TemplateResult {
    const { texts } = this;
    // Without a schema there is no form to show.
    const view = parameters?.kind === 'single' ? this.view : 'json';
    return html`
      <section aria-label=${texts.arguments}>
        <div class="head">
          ${
            parameters?.kind === 'single'
              ? tabList('view', texts.arguments, this.tabs(), view, (name) => {
                  this.view = name;
                  this.ports.redraw();
                })
              : html`<label for="arguments">${texts.arguments} (${texts.json})</label>`
          }
          <span class="links">
            ${linkButton('open-arguments', texts.openArguments, this.openInEditor, state.functionName === '')}
            ${linkButton('reset-arguments', texts.reset, this.reset)}
          </span>
        </div>
        <div
          id="view-panel"
          role=${parameters?.kind === 'single' ? 'tabpanel' : nothing}
          aria-labelledby="view-${view}"
        >
          ${view === 'form' ? this.formView(state.problems, parameters) : this.jsonView(state.problems)}
        </div>
      </section>
    `;
  }

  private tabs(): { name: View; label: string }[] {
    return [
      { name: 'form', label: this.texts.form },
      { name: 'json', label: this.texts.json },
    ];
  }

  private formView(problems: readonly Problem[], parameters: SchemaNode | null): TemplateResult {
    const value: Json | undefined = parseArguments(this.text);
    if (parameters?.kind !== 'single' || value === undefined)
      return html`<p class="problem">${this.texts.formNeedsJson}</p>`;
    const isEmpty = parameters.keys.length === 0 && Object.keys(value).length === 0;
    return isEmpty
      ? html`<p class="muted">${this.texts.noParameters}</p>`
      : this.form.render(parameters, value, problems);
  }

  private jsonView(problems: readonly Problem[]): TemplateResult {
    const problem = argumentsProblem(this.text, this.texts);
    const refused = problem === null ? problems : [];
    return html`
      <textarea
        id="arguments"
        rows="3"
        spellcheck="false"
        aria-label=${this.texts.arguments}
        aria-invalid=${problem === null && refused.length === 0 ? 'false' : 'true'}
        aria-describedby="arguments-problem"
        .value=${live(this.text)}
        @input=${(event: Event) => void this.edit((event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <div id="arguments-problem" aria-live="polite">
        ${problem === null ? nothing : html`<p class="problem">${problem}</p>`}
        ${refused.map(({ path, message }) => html`<p class="problem"><code>${path.join(' › ')}</code> ${message}</p>`)}
      </div>
    `;
  }

  private readonly openInEditor = (): void => {
    this.ports.openInEditor();
  };

  private readonly reset = (): void => {
    this.ports.reset();
  };

  private async edit(text: string): Promise<void> {
    this.text = text;
    this.ports.redraw();
    this.edits++;
    try {
      await this.ports.edit(text);
    } finally {
      this.edits--;
    }
  }
}
