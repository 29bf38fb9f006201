import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CopyKind, PanelTexts, Path, Row, Rows } from '../../src/panel/messages.ts';
import { format } from '../format.ts';
import { linkButton } from '../linkButton.ts';

export interface TreePorts {
  children(path: Path, from: number): Promise<Rows>;
  find(query: string): Promise<Rows>;
  copy(what: CopyKind, path: Path): void;
  redraw(): void;
}

/** A line that is drawn: a row of the answer, or the offer to show more of them. */
type Line = { id: string; level: number; index: number; count: number } & (
  { kind: 'row'; row: Row } | { kind: 'more'; above: Path; more: number }
);

/** The answer as a tree whose branches are asked for when they are opened; after the ARIA pattern for trees. */
export class Tree {
  private readonly ports: TreePorts;
  private readonly texts: PanelTexts;
  /** What is below an open branch, by its id. */
  private readonly open = new Map<string, Rows>();
  private found: Rows | null = null;
  private query = '';
  private active = '';

  constructor(texts: PanelTexts, ports: TreePorts) {
    this.texts = texts;
    this.ports = ports;
  }

  /** Another answer. A single branch at the top is opened, so that something is seen. */
  async load(): Promise<void> {
    this.open.clear();
    this.found = null;
    this.query = '';
    const top = await this.ports.children([], 0);
    this.open.set(treeId([]), top);
    const [first] = top.rows;
    this.active = first ? treeId(first.path) : '';
    if (first && top.rows.length === 1 && first.size > 0) await this.expand(first.path);
    this.ports.redraw();
  }

  /** Opens what is above a row, and puts the focus on it. */
  async reveal(path: Path): Promise<void> {
    for (let length = 0; length < path.length; length++) {
      await this.expand(path.slice(0, length), path[length]);
    }
    this.focus(treeId(path));
  }

  render(): TemplateResult {
    const lines = this.lines([], 1);
    const { texts } = this;
    return html`
      <div class="tree-bar">
        <input
          id="answer-find"
          type="search"
          placeholder=${texts.find}
          aria-label=${texts.find}
          .value=${this.query}
          @input=${this.onFind}
        />
        <span class="links">
          ${linkButton('copy-path', texts.copyPath, this.copier('path'), lines.length === 0)}
          ${linkButton('copy-value', texts.copyValue, this.copier('value'), lines.length === 0)}
        </span>
      </div>
      ${this.found === null ? nothing : this.matches(this.found)}
      ${
        lines.length === 0
          ? html`<p class="muted">${texts.emptyList}</p>`
          : html`<ul id="answer-tree" role="tree" aria-label=${texts.answer} @keydown=${this.onKey}>
              ${lines.map((line) => this.line(line))}
            </ul>`
      }
    `;
  }

  private matches({ rows, more }: Rows): TemplateResult {
    if (rows.length === 0) return html`<p id="answer-matches" class="muted" role="status">${this.texts.noMatch}</p>`;
    return html`
      <ul id="answer-matches" class="plain">
        ${rows.map(
          (row) =>
            html`<li>
              <button class="link" type="button" @click=${() => void this.reveal(row.path)}>
                ${row.path.join(' › ')}
              </button>
              <span class="muted">${row.text}</span>
            </li>`,
        )}
        ${more > 0 ? html`<li class="muted">…</li>` : nothing}
      </ul>
    `;
  }

  private line(line: Line): TemplateResult {
    const { id, level, index, count } = line;
    const isOpen = line.kind === 'row' && this.open.has(id);
    const expanded = line.kind === 'row' && line.row.size > 0 ? String(isOpen) : nothing;
    return html`
      <li
        id=${id}
        role="treeitem"
        class=${line.kind}
        aria-level=${level}
        aria-posinset=${index + 1}
        aria-setsize=${count}
        aria-expanded=${expanded}
        aria-selected=${id === this.active ? 'true' : 'false'}
        tabindex=${id === this.active ? 0 : -1}
        @click=${() => void this.toggle(line)}
      >
        ${Array.from({ length: level - 1 }, () => html`<span class="indent"></span>`)}
        ${line.kind === 'row' ? this.row(line.row, isOpen) : format(this.texts.moreRows, line.more)}
      </li>
    `;
  }

  private row({ key, kind, text, size, deviations, inside }: Row, isOpen: boolean): TemplateResult {
    const value = kind === 'missing' ? this.texts.missing : isOpen ? `(${size})` : text;
    return html`
      <span class="twisty" aria-hidden="true">${size === 0 ? '' : isOpen ? '▾' : '▸'}</span>
      <span class="line">
        <span class="key">${key}</span> <span class="value ${kind}">${value}</span>
        ${inside > 0 ? html`<span class="problem">${format(this.texts.deviationsInside, inside)}</span>` : nothing}
        ${deviations.map((each) => html`<span class="problem deviation">${format(this.texts.deviation, each)}</span>`)}
      </span>
    `;
  }

  /** What is open below a path, from top to bottom. */
  private lines(above: Path, level: number): Line[] {
    const { rows, more } = this.open.get(treeId(above)) ?? { rows: [], more: 0 };
    const count = rows.length + (more > 0 ? 1 : 0);
    const lines = rows.flatMap((row, index): Line[] => {
      const id = treeId(row.path);
      const below = row.path.length > above.length ? this.lines(row.path, level + 1) : [];
      return [{ kind: 'row', id, row, level, index, count }, ...below];
    });
    if (more === 0) return lines;
    return [...lines, { kind: 'more', id: `${treeId(above)}+`, above, more, level, index: count - 1, count }];
  }

  private async toggle(line: Line): Promise<void> {
    this.active = line.id;
    if (line.kind === 'more') await this.showMore(line.above);
    else if (this.open.has(line.id) && line.row.path.length > 0) this.open.delete(line.id);
    else if (line.row.size > 0) await this.expand(line.row.path);
    this.ports.redraw();
    this.focus(this.active);
  }

  /** Opens a branch, as far as to one of its parts. */
  private async expand(path: Path, to?: string | number): Promise<void> {
    const id = treeId(path);
    if (!this.open.has(id)) this.open.set(id, await this.ports.children(path, 0));
    const isThere = () => this.open.get(id)?.rows.some((row) => row.path.at(-1) === to) ?? false;
    while (to !== undefined && !isThere() && (this.open.get(id)?.more ?? 0) > 0) await this.showMore(path);
  }

  private async showMore(path: Path): Promise<void> {
    const known = this.open.get(treeId(path))?.rows ?? [];
    const next = await this.ports.children(path, known.length);
    this.open.set(treeId(path), { rows: [...known, ...next.rows], more: next.more });
    const [first] = next.rows;
    if (first) this.active = treeId(first.path);
  }

  private focus(id: string): void {
    this.active = id;
    this.ports.redraw();
    const element = document.getElementById(id);
    element?.focus();
    element?.scrollIntoView({ block: 'nearest' });
  }

  private readonly onFind = async (event: Event): Promise<void> => {
    const query = (event.target as HTMLInputElement).value;
    this.query = query;
    const found = query.trim() === '' ? null : await this.ports.find(query.trim());
    if (this.query !== query) return; // typed on meanwhile
    this.found = found;
    this.ports.redraw();
  };

  private copier(what: CopyKind): () => void {
    return () => {
      const row = this.lines([], 1).find(({ id }) => id === this.active);
      if (row?.kind === 'row') this.ports.copy(what, row.row.path);
    };
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const lines = this.lines([], 1);
    const at = lines.findIndex(({ id }) => id === this.active);
    const line = lines[at];
    if (!line) return;
    if (event.key === 'c' && (event.ctrlKey || event.metaKey)) this.copier('value')();
    else if (!event.ctrlKey && !event.metaKey && !event.altKey) {
      const target = this.target(event.key, lines, at);
      if (target === 'toggle') void this.toggle(line);
      else if (target) this.focus(target.id);
      else return;
    } else return;
    event.preventDefault();
  };

  /** Where a key leads: to another line, to the same one opened or closed, or nowhere. */
  private target(key: string, lines: readonly Line[], at: number): Line | 'toggle' | undefined {
    const line = lines[at];
    if (!line) return undefined;
    const isBranch = line.kind === 'row' && line.row.size > 0;
    const isOpen = this.open.has(line.id);
    switch (key) {
      case 'ArrowDown':
        return lines[at + 1];
      case 'ArrowUp':
        return lines[at - 1];
      case 'Home':
        return lines[0];
      case 'End':
        return lines.at(-1);
      case 'Enter':
      case ' ':
        return 'toggle';
      case 'ArrowRight':
        return isBranch ? (isOpen ? lines[at + 1] : 'toggle') : undefined;
      case 'ArrowLeft':
        if (isBranch && isOpen) return 'toggle';
        return lines.slice(0, at).findLast(({ level }) => level < line.level);
      default:
        return undefined;
    }
  }
}

function treeId(path: Path): string {
  return `answer${path.map((key) => `.${encodeURIComponent(key)}`).join('')}`;
}
