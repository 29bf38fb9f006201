import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Json, SchemaNode, ValueNode } from '../../../webservice/src/schema/node.ts';
import { isDynamic } from '../../../webservice/src/schema/node.ts';
import { shortType, typeText } from '../../../webservice/src/schema/typeText.ts';
import type { PanelTexts, Path } from '../../src/panel/messages.ts';
import { format } from '../format.ts';
import { fromText, toText } from './edits.ts';

export interface FieldPorts {
  texts: PanelTexts;
  problems(path: Path): readonly string[];
  set(path: Path, value: Json): void;
}

/** Text that may have several lines. */
const long = new Set(['raw', 'text', 'cleanhtml', 'clean']);

export function fieldId(path: Path): string {
  return `arg${path.map((key) => `.${encodeURIComponent(key)}`).join('')}`;
}

/** The text after the name: a type, and what leaving the key out means. */
export function typeLine(node: SchemaNode, texts: PanelTexts): TemplateResult {
  const isPlain = node.kind === 'value' || (node.kind === 'multiple' && node.content.kind === 'value');
  const words = [isPlain ? typeText(node) : shortType(node), defaultText(node, texts)].filter((word) => word !== '');
  return html`<span class="type">${words.join(' · ')}</span>`;
}

export function description(node: SchemaNode, path: Path): TemplateResult | typeof nothing {
  const text = typeof node.desc === 'string' ? node.desc.trim() : '';
  return text === '' ? nothing : html`<p id="${fieldId(path)}-about" class="muted">${text}</p>`;
}

/** In the words of Moodle. */
export function problemLines(path: Path, ports: FieldPorts): TemplateResult | typeof nothing {
  const found = ports.problems(path);
  return found.length === 0
    ? nothing
    : html`<div id="${fieldId(path)}-problem">${found.map((message) => html`<p class="problem">${message}</p>`)}</div>`;
}

/** The control of one value. Undefined: the key is left out. */
export function control(node: ValueNode, value: Json | undefined, path: Path, ports: FieldPorts): TemplateResult {
  const { type } = node;
  if (type === 'bool') return choice(node, value, path, ports, [...booleans]);
  const id = fieldId(path);
  const [invalid, about] = marks(node, path, ports);
  const onInput = (event: Event): void => {
    ports.set(path, fromText((event.target as HTMLInputElement).value, type));
  };
  const placeholder = value === undefined ? placeholderOf(node) : '';
  const required = node.required === 'VALUE_REQUIRED' ? 'true' : nothing;
  return long.has(type)
    ? html`<textarea
        id=${id}
        rows="1"
        spellcheck="false"
        placeholder=${placeholder}
        aria-invalid=${invalid}
        aria-describedby=${about}
        aria-required=${required}
        .value=${live(toText(value))}
        @input=${onInput}
      ></textarea>`
    : html`<input
        id=${id}
        type="text"
        spellcheck="false"
        autocomplete="off"
        placeholder=${placeholder}
        aria-invalid=${invalid}
        aria-describedby=${about}
        aria-required=${required}
        .value=${live(toText(value))}
        @input=${onInput}
      />`;
}

/** A list of values to choose from; another value that is there already stays as it is. */
export function choice(
  node: ValueNode,
  value: Json | undefined,
  path: Path,
  ports: FieldPorts,
  options: { value: string; label: string }[],
): TemplateResult {
  const text = toText(value);
  const known = options.some((option) => option.value === text);
  // What is there already; choosing it again changes nothing.
  const first = known ? [] : [{ value: text, label: value === undefined ? defaultText(node, ports.texts) : text }];
  const [invalid, about] = marks(node, path, ports);
  return html`
    <select
      id=${fieldId(path)}
      aria-invalid=${invalid}
      aria-describedby=${about}
      @change=${(event: Event) => {
        const chosen = (event.target as HTMLSelectElement).value;
        if (chosen !== text) ports.set(path, fromText(chosen, node.type));
      }}
    >
      ${[...first, ...options].map(
        (option) =>
          html`<option value=${option.value} .selected=${live(option.value === text)}>${option.label}</option>`,
      )}
    </select>
  `;
}

const booleans = [
  { value: 'true', label: 'true' },
  { value: 'false', label: 'false' },
] as const;

/** Whether the value is refused, and which texts say more about the field. */
function marks(node: SchemaNode, path: Path, ports: FieldPorts): ['true' | 'false', string | typeof nothing] {
  const id = fieldId(path);
  const refused = ports.problems(path).length > 0;
  const about = [
    typeof node.desc === 'string' && node.desc.trim() !== '' ? `${id}-about` : '',
    refused ? `${id}-problem` : '',
  ];
  const ids = about.filter((each) => each !== '').join(' ');
  return [refused ? 'true' : 'false', ids === '' ? nothing : ids];
}

function placeholderOf(node: SchemaNode): string {
  if (node.required !== 'VALUE_DEFAULT') return '';
  return isDynamic(node.default) ? node.default.dynamic : toText(node.default);
}

function defaultText(node: SchemaNode, texts: PanelTexts): string {
  if (node.required !== 'VALUE_DEFAULT') return '';
  const text = isDynamic(node.default) ? node.default.dynamic : JSON.stringify(node.default);
  return format(texts.defaultValue, text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
