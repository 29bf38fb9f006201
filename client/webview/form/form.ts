import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Json, MultipleNode, SchemaNode, SingleNode } from '../../../webservice/src/schema/node.ts';
import { sampleValue } from '../../../webservice/src/schema/sample.ts';
import type { PanelTexts, Path, Problem } from '../../src/panel/messages.ts';
import { format } from '../format.ts';
import { isBranch, moved, part, toText, without, withValue } from './edits.ts';
import { choice, control, description, fieldId, problemLines, typeLine } from './field.ts';
import type { FieldPorts } from './field.ts';
import { entriesOf } from './pairs.ts';
import type { Entry } from './pairs.ts';

export interface FormPorts {
  readonly texts: PanelTexts;
  /** The arguments are another value now. */
  change(value: Json): void;
  redraw(): void;
}

/** The arguments of a call as a form made from the function's parameters. */
export class Form {
  private readonly ports: FormPorts;
  private readonly fieldPorts: FieldPorts;
  private value: Json = {};
  private problems = new Map<string, string[]>();
  /** Ids of structures and lists that are closed. */
  private readonly closed = new Set<string>();
  /** What was left out by hand, to be there again when it is sent after all. */
  private readonly leftOut = new Map<string, Json>();
  /** The id of what gets the focus once it is drawn. */
  private wanted: string | null = null;

  constructor(ports: FormPorts) {
    this.ports = ports;
    this.fieldPorts = {
      texts: ports.texts,
      problems: (path) => this.problems.get(fieldId(path)) ?? [],
      set: (path, value) => {
        ports.change(withValue(this.value, path, value));
      },
    };
  }

  /** Another function: what was closed or left out belonged to the one before. */
  reset(): void {
    this.closed.clear();
    this.leftOut.clear();
  }

  /** Opens what hides the first refused value, and gives its id; null where nothing is refused. */
  showProblem(problems: readonly Problem[]): string | null {
    const [first] = problems;
    if (!first) return null;
    for (let length = 1; length < first.path.length; length++) this.closed.delete(fieldId(first.path.slice(0, length)));
    return fieldId(first.path);
  }

  render(parameters: SingleNode, value: Json, problems: readonly Problem[]): TemplateResult {
    this.value = value;
    this.problems = new Map();
    for (const { path, message } of problems) {
      const id = fieldId(path);
      this.problems.set(id, [...(this.problems.get(id) ?? []), message]);
    }
    if (this.wanted !== null) requestAnimationFrame(this.focusWanted);
    return html`<div id="form" class="form">${this.structure(parameters, value, [])}</div>`;
  }

  private structure(node: SingleNode, value: Json, path: Path): TemplateResult[] {
    const known = new Set(node.keys.map(([key]) => key));
    const unknown = Object.keys(isBranch(value) ? value : {}).filter((key) => !known.has(key));
    return [
      ...entriesOf(node).map((entry) => this.entry(entry, value, path)),
      ...unknown.map((key) => this.odd(key, part(value, key), [...path, key])),
    ];
  }

  private entry({ key, node, format: pair }: Entry, parent: Json, above: Path): TemplateResult {
    const path = [...above, key];
    const value = part(parent, key);
    const isValue = node.kind === 'value';
    return html`
      <div class="field">
        <div class="field-head">
          ${this.inclusion(key, node, value, path)}
          ${isValue ? html`<label for=${fieldId(path)}>${this.name(key, node)}</label>` : this.fold(key, node, path, value)}
          ${typeLine(node, this.ports.texts)}
        </div>
        ${description(node, path)}
        ${isValue && isBranch(value) ? this.odd(key, value, path) : this.content(node, value, path, key)}
        ${isValue && isBranch(value) ? nothing : problemLines(path, this.fieldPorts)}
        ${pair ? this.entry({ ...pair, format: null }, parent, above) : nothing}
      </div>
    `;
  }

  private content(
    node: SchemaNode,
    value: Json | undefined,
    path: Path,
    name: string,
  ): TemplateResult | TemplateResult[] | typeof nothing {
    if (node.kind === 'value') {
      return name.endsWith('format') && node.type === 'int'
        ? choice(node, value, path, this.fieldPorts, this.formats())
        : control(node, value, path, this.fieldPorts);
    }
    if (value === undefined || this.closed.has(fieldId(path))) return nothing;
    const fits = node.kind === 'multiple' ? Array.isArray(value) : isBranch(value) && !Array.isArray(value);
    if (!fits) return html`<code>${toText(value)}</code>`;
    return node.kind === 'single'
      ? html`<div class="nested" role="group" aria-label=${name}>${this.structure(node, value, path)}</div>`
      : this.list(node, value as Json[], path, name);
  }

  private list(node: MultipleNode, items: Json[], path: Path, name: string): TemplateResult {
    const { texts } = this.ports;
    return html`
      <ol class="nested items" aria-label=${name}>
        ${items.map((item, index) => this.item(node.content, item, [...path, index], `${name} ${index + 1}`, items.length))}
      </ol>
      <button
        id="${fieldId(path)}-add"
        class="link"
        type="button"
        aria-label=${format(texts.addItem, name)}
        @click=${() => {
          this.wanted = fieldId([...path, items.length]);
          this.ports.change(withValue(this.value, path, [...items, sampleValue(node.content)]));
        }}
      >
        + ${texts.add}
      </button>
    `;
  }

  private item(node: SchemaNode, value: Json, path: Path, name: string, count: number): TemplateResult {
    const index = Number(path.at(-1));
    const isValue = node.kind === 'value';
    const id = fieldId(path);
    return html`
      <li>
        <div class="field-head">
          ${isValue ? html`<label for=${id}>${index + 1}</label>` : html`<span class="index">${index + 1}</span>`}
          <span class="tools">
            ${this.tool(`${id}-up`, '↑', format(this.ports.texts.moveUp, name), index > 0, () => {
              this.move(path, -1);
            })}
            ${this.tool(`${id}-down`, '↓', format(this.ports.texts.moveDown, name), index < count - 1, () => {
              this.move(path, 1);
            })}
            ${this.tool(`${id}-remove`, '✕', format(this.ports.texts.remove, name), true, () => {
              const above = path.slice(0, -1);
              this.wanted =
                count === 1 ? `${fieldId(above)}-add` : `${fieldId([...above, Math.min(index, count - 2)])}-remove`;
              this.ports.change(without(this.value, path));
            })}
          </span>
        </div>
        ${this.content(node, value, path, name)} ${problemLines(path, this.fieldPorts)}
      </li>
    `;
  }

  private tool(id: string, mark: string, label: string, on: boolean, action: () => void): TemplateResult {
    return html`<button
      id=${id}
      class="tool"
      type="button"
      aria-label=${label}
      title=${label}
      ?disabled=${!on}
      @click=${action}
    >
      ${mark}
    </button>`;
  }

  private move(path: Path, step: -1 | 1): void {
    const index = Number(path.at(-1)) + step;
    this.wanted = `${fieldId([...path.slice(0, -1), index])}-${step < 0 ? 'up' : 'down'}`;
    this.ports.change(moved(this.value, path, step));
  }

  /** What the schema does not name, or what is no value: shown as it is, to be taken out. */
  private odd(key: string, value: Json | undefined, path: Path): TemplateResult {
    const label = format(this.ports.texts.remove, key);
    return html`
      <div class="field odd" id=${fieldId(path)} tabindex="-1">
        <div class="field-head">
          <span><b>${key}</b> <code>${toText(value)}</code></span>
          ${this.tool(`${fieldId(path)}-remove`, '✕', label, true, () => {
            this.ports.change(without(this.value, path));
          })}
        </div>
        ${problemLines(path, this.fieldPorts)}
      </div>
    `;
  }

  private name(key: string, node: SchemaNode): TemplateResult {
    const required = node.required === 'VALUE_REQUIRED';
    return html`${key}${required ? html`<span class="required" title=${this.ports.texts.required} aria-hidden="true"> *</span>` : nothing}`;
  }

  private fold(key: string, node: SchemaNode, path: Path, value: Json | undefined): TemplateResult {
    const id = fieldId(path);
    const open = value !== undefined && !this.closed.has(id);
    const count = Array.isArray(value) ? ` (${value.length})` : '';
    return html`
      <button
        id=${id}
        class="fold"
        type="button"
        aria-expanded=${open ? 'true' : 'false'}
        ?disabled=${value === undefined}
        @click=${() => {
          if (open) this.closed.add(id);
          else this.closed.delete(id);
          this.ports.redraw();
        }}
      >
        <span aria-hidden="true">${open ? '▾' : '▸'}</span> ${this.name(key, node)}${count}
      </button>
    `;
  }

  /** Whether the key is sent: asked where it may be left out, or is missing. */
  private inclusion(
    key: string,
    node: SchemaNode,
    value: Json | undefined,
    path: Path,
  ): TemplateResult | typeof nothing {
    if (node.required === 'VALUE_REQUIRED' && (value !== undefined || node.kind === 'value')) return nothing;
    const id = fieldId(path);
    const label = format(this.ports.texts.sendKey, key);
    return html`<input
      id="${id}-send"
      type="checkbox"
      aria-label=${label}
      title=${label}
      .checked=${value !== undefined}
      @change=${() => {
        if (value === undefined) {
          this.ports.change(withValue(this.value, path, this.leftOut.get(id) ?? sampleValue(node)));
        } else {
          this.leftOut.set(id, value);
          this.ports.change(without(this.value, path));
        }
      }}
    />`;
  }

  /** FORMAT_MOODLE, HTML, PLAIN and MARKDOWN (lib/weblib.php); the wiki format has no text, it is no more. */
  private formats(): { value: string; label: string }[] {
    return this.ports.texts.formatOptions
      .map((label, index) => ({ value: String(index), label }))
      .filter(({ label }) => label !== '');
  }

  private readonly focusWanted = (): void => {
    const id = this.wanted;
    this.wanted = null;
    if (id === null) return;
    const element = document.getElementById(id) ?? document.querySelector<HTMLElement>(`[id^="${CSS.escape(id)}."]`);
    element?.focus();
  };
}
