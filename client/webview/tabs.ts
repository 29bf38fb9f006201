import { html } from 'lit';
import type { TemplateResult } from 'lit';

export interface Tab<Name extends string> {
  name: Name;
  label: string;
}

/** Tabs after the ARIA pattern: one of them is in the tab order, the arrows go to the others and select them. */
export function tabList<Name extends string>(
  id: string,
  label: string,
  tabs: readonly Tab<Name>[],
  selected: Name,
  select: (name: Name) => void,
): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const index = tabs.findIndex(({ name }) => name === selected);
    const next = tabs[(index + step + tabs.length) % tabs.length];
    if (!next) return;
    select(next.name);
    document.getElementById(`${id}-${next.name}`)?.focus();
  };
  return html`
    <div class="tabs" role="tablist" aria-label=${label} @keydown=${onKey}>
      ${tabs.map(
        (tab) => html`
          <button
            id="${id}-${tab.name}"
            role="tab"
            type="button"
            aria-selected=${tab.name === selected ? 'true' : 'false'}
            aria-controls="${id}-panel"
            tabindex=${tab.name === selected ? 0 : -1}
            @click=${() => {
              select(tab.name);
            }}
          >
            ${tab.label}
          </button>
        `,
      )}
    </div>
  `;
}
