import type { Locator, Page } from 'playwright-core';
import { comes, pressUntilShown } from './patience.ts';

/** The editor that has the focus. */
export class Editor {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get lines(): Locator {
    return this.root.locator('.view-line');
  }

  /** The lines that a diagnostic of a severity underlines. */
  squiggles(severity: 'error' | 'warning'): Locator {
    return this.root.locator(`.squiggly-${severity}`);
  }

  /** The lens right above the line with a text. */
  async lensAbove(text: string, title: string): Promise<Locator> {
    await this.select(text);
    const lenses = this.root.locator('.codelens-decoration a', { hasText: title });
    await lenses.first().waitFor();
    const { y } = await this.centre(text);
    for (const lens of await lenses.all()) {
      const box = await lens.boundingBox();
      if (box && box.y < y && box.y > y - 40) return lens;
    }
    throw new Error(`No lens "${title}" above "${text}"`);
  }

  get hover(): Locator {
    return this.page.locator('.monaco-hover:visible');
  }

  get suggestions(): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row .label-name');
  }

  /** The files that a peek offers. */
  get peeked(): Locator {
    return this.page.locator('.peekview-widget .reference-file .label-name');
  }

  /** Scrolls to a text and selects it. */
  async select(text: string): Promise<void> {
    await this.page.keyboard.press('Control+Home');
    const find = this.page.locator('.find-widget.visible textarea[aria-label="Find"]');
    await pressUntilShown(this.page, 'Control+F', find);
    await find.fill(''); // the same text as last time would not be looked for again
    await find.fill(text);
    const selection = this.page.locator('[id="status.editor.selection"]');
    await selection.filter({ hasText: `(${text.length} selected)` }).waitFor();
    await this.page.keyboard.press('Escape');
    await this.lines.filter({ hasText: text }).first().waitFor();
  }

  /** Rests the mouse on a text, as a reader does; again where lenses that come late have moved the lines. */
  async hoverOn(text: string): Promise<void> {
    await this.select(text);
    for (let attempt = 1; ; attempt += 1) {
      const { x, y } = await this.centre(text);
      await this.page.mouse.move(x - 60, y + 60);
      await this.page.mouse.move(x, y, { steps: 4 });
      if (attempt === 5) return this.hover.first().waitFor();
      if (await comes(this.hover.first())) return;
    }
  }

  /**
   * Opens the menu of code actions at a text, with the mouse: where the menu is late, its key pressed again would take the
   * first action. Again where a lens that came late has closed it by moving the lines.
   */
  async offerActions(text: string): Promise<Locator> {
    await this.select(text);
    const bulb = this.root.locator('[class*="codicon-gutter-lightbulb"], .lightBulbWidget').filter({ visible: true });
    const offered = this.page.locator('.action-widget .monaco-list-row');
    for (let attempt = 1; attempt < 5; attempt += 1) {
      await bulb.first().click();
      if (await comes(offered.first())) return offered;
    }
    throw new Error(`There is no menu of code actions at ${text}`);
  }

  async goToDefinition(text: string): Promise<void> {
    await this.select(text);
    await this.page.keyboard.press('F12');
  }

  /** Types at the end of the file, key by key, so that completion comes as it does for people. */
  async typeAtEnd(text: string): Promise<void> {
    await this.page.keyboard.press('Control+End');
    await this.page.keyboard.type(text, { delay: 20 });
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active:not(.dirty)').waitFor();
  }

  private get root(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /** Where a text is on the screen. */
  private centre(text: string): Promise<{ x: number; y: number }> {
    return this.lines
      .filter({ hasText: text })
      .first()
      .evaluate((line, wanted) => {
        const plain = (value: string | null) => (value ?? '').replaceAll('\u00a0', ' ');
        const middle = plain(line.textContent).indexOf(wanted) + wanted.length / 2;
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let start = 0, node = walker.nextNode(); node; node = walker.nextNode()) {
          const length = node.textContent?.length ?? 0;
          if (middle < start + length) {
            const range = document.createRange();
            range.setStart(node, Math.floor(middle - start));
            range.setEnd(node, Math.floor(middle - start) + 1);
            const { left, width, top, height } = range.getBoundingClientRect();
            return { x: left + width / 2, y: top + height / 2 };
          }
          start += length;
        }
        throw new Error(`"${wanted}" is not on the screen`);
      }, text);
  }
}
