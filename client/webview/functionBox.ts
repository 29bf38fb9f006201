import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FunctionView, PanelTexts } from '../src/panel/messages.ts';
import { badges } from './badges.ts';
import { format } from './format.ts';
import { search } from './search.ts';
import type { Matches } from './search.ts';

export interface FunctionBoxPorts {
  functions(): Promise<readonly FunctionView[]>;
  choose(name: string): void;
  redraw(): void;
}

/**
 * A combo box after the ARIA pattern "editable, with list": type to filter, arrows to move, Enter to choose, Escape to
 * go back to what was chosen. A name that the list does not have may be chosen as well.
 */
export class FunctionBox {
  private readonly ports: FunctionBoxPorts;
  private functions: readonly FunctionView[] = [];
  private chosen = '';
  /** What was typed since the last choice; null when nothing was. */
  private typed: string | null = null;
  private open = false;
  private active = -1;

  constructor(ports: FunctionBoxPorts) {
    this.ports = ports;
  }

  /** The choice as the extension knows it. */
  set value(name: string) {
    if (name === this.chosen) return;
    this.chosen = name;
    this.typed = null;
  }

  /** The list may have changed. */
  async reload(): Promise<void> {
    this.functions = await this.ports.functions();
    this.ports.redraw();
  }

  render(texts: PanelTexts): TemplateResult {
    const matches = this.open ? this.matches() : { functions: [], more: 0 };
    return html`
      <div class="combo">
        <input
          id="function"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-autocomplete="list"
          aria-expanded=${this.open ? 'true' : 'false'}
          aria-controls="function-list"
          aria-activedescendant=${this.active >= 0 && this.open ? optionId(this.active) : nothing}
          aria-describedby="function-description"
          placeholder=${texts.functionPlaceholder}
          .value=${this.typed ?? this.chosen}
          @input=${this.onInput}
          @keydown=${this.onKey}
          @focus=${this.onFocus}
          @click=${this.onClick}
          @blur=${this.onBlur}
        />
        <ul id="function-list" role="listbox" aria-label=${texts.function} ?hidden=${!this.open}>
          ${matches.functions.map((brief, index) => this.option(brief, index, texts))} ${this.note(matches, texts)}
        </ul>
      </div>
    `;
  }

  private option(brief: FunctionView, index: number, texts: PanelTexts): TemplateResult {
    return html`
      <li
        id=${optionId(index)}
        role="option"
        class=${brief.deprecated ? 'deprecated' : ''}
        aria-selected=${index === this.active ? 'true' : 'false'}
        title=${brief.description}
        @mousedown=${keepFocus}
        @click=${() => {
          this.take(brief.name);
        }}
      >
        <span class="name">${brief.name}</span>
        ${badges(brief, texts)}
      </li>
    `;
  }

  private note({ functions, more }: Matches, texts: PanelTexts): TemplateResult | typeof nothing {
    const text = functions.length === 0 ? texts.noFunction : more > 0 ? format(texts.moreFunctions, more) : '';
    return text === '' ? nothing : html`<li class="note" role="presentation">${text}</li>`;
  }

  private matches(): Matches {
    return search(this.functions, this.typed ?? '');
  }

  private take(name: string): void {
    this.close();
    this.typed = null;
    this.chosen = name;
    this.ports.choose(name);
    this.ports.redraw();
  }

  private close(): void {
    this.open = false;
    this.active = -1;
  }

  /** Back to what was chosen. */
  private restore(): void {
    this.close();
    this.typed = null;
    this.ports.redraw();
  }

  private readonly onInput = (event: InputEvent): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.open = true;
    this.active = -1;
    this.ports.redraw();
  };

  private readonly onFocus = (event: FocusEvent): void => {
    (event.target as HTMLInputElement).select();
  };

  private readonly onClick = (): void => {
    this.open = true;
    this.ports.redraw();
  };

  /** A whole name that was typed is a choice; words that were searched for are not. */
  private readonly onBlur = (): void => {
    const typed = this.typed?.trim() ?? '';
    if (looksLikeName(typed)) this.take(typed);
    else this.restore();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter') this.enter(event);
    else if (event.key === 'Escape' && (this.open || this.typed !== null)) this.restore();
    else return;
    if (event.key !== 'Enter') event.preventDefault();
    this.ports.redraw();
  };

  /** Enter chooses; together with Ctrl or ⌘ it also sends, which is VS Code's key and comes after this. */
  private enter(event: KeyboardEvent): void {
    const name = this.entered();
    if (name === undefined) this.restore();
    else this.take(name);
    if (!event.ctrlKey && !event.metaKey) event.preventDefault();
  }

  /** The option that is marked, else the very name, else the best match, else a name that nobody knows. */
  private entered(): string | undefined {
    const { functions } = this.matches();
    const marked = this.open ? functions[this.active]?.name : undefined;
    const typed = this.typed?.trim() ?? '';
    if (marked !== undefined || typed === '') return marked;
    if (functions.some(({ name }) => name === typed)) return typed;
    return functions[0]?.name ?? (typed.includes(' ') ? undefined : typed);
  }

  private move(step: 1 | -1): void {
    if (!this.open) {
      this.open = true;
      return;
    }
    const count = this.matches().functions.length;
    if (count === 0) return;
    this.active = this.active < 0 ? (step === 1 ? 0 : count - 1) : (this.active + step + count) % count;
    requestAnimationFrame(() => {
      document.getElementById(optionId(this.active))?.scrollIntoView({ block: 'nearest' });
    });
  }
}

function optionId(index: number): string {
  return `function-option-${index}`;
}

/** Names of external functions have a component and at least one word after it. */
function looksLikeName(text: string): boolean {
  return /^[a-z][a-z0-9]*(_[a-z0-9]+){2,}$/.test(text);
}

/** A click into the list must not take the focus, and with it the list, away. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
