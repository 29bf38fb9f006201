import type { FrameLocator, Locator, Page } from 'playwright-core';
import { Editor } from './editor.ts';
import { Panel } from './panel.ts';
import { pressUntilShown } from './patience.ts';

/** What a user sees of VS Code, and does with it. */
export class Workbench {
  readonly editor: Editor;
  readonly panel: Panel;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.editor = new Editor(page);
    this.panel = new Panel(this);
  }

  /** Until an editor shows text in colours. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor();
    await this.editor.lines.locator('span[class^="mtk"]:not(.mtk1)').first().waitFor();
  }

  /** Opens a file by its path in the workspace. */
  async open(path: string): Promise<void> {
    const name = path.replace(/^.*\//, '');
    await pressUntilShown(this.page, 'Control+P', this.input);
    await this.choose(path, name);
    await this.tab(name).waitFor();
    await this.editor.lines.first().waitFor();
  }

  /** Runs a command by its title in the palette. */
  async run(title: string): Promise<void> {
    await pressUntilShown(this.page, 'F1', this.input);
    await this.choose(`>${title}`, title);
  }

  /** Answers the input box that asks with this prompt. */
  async answer(value: string, prompt: string): Promise<void> {
    await this.page.locator('.quick-input-widget:visible .quick-input-message', { hasText: prompt }).waitFor();
    await this.input.fill(value);
    await this.page.keyboard.press('Enter');
  }

  async setTheme(name: string): Promise<void> {
    await this.run('Preferences: Color Theme');
    await this.input.fill(name);
    await this.page.locator(`.quick-input-list .monaco-list-row[aria-label^="${name}"]`).first().waitFor();
    await this.page.keyboard.press('Enter');
    // The list shows the theme while it is picked; a part of the window may still be in the one before.
    await this.input.waitFor({ state: 'hidden' });
    await this.panel.inTheme(name);
  }

  /** Drags the edge of the side bar until the bar has a width in pixels. */
  async resizeSideBar(width: number): Promise<void> {
    const bar = await this.page.locator('.part.sidebar').boundingBox();
    if (!bar) throw new Error('There is no side bar');
    const y = bar.y + bar.height / 2;
    await this.page.mouse.move(bar.x + bar.width, y);
    await this.page.mouse.down();
    await this.page.mouse.move(bar.x + width, y, { steps: 5 });
    await this.page.mouse.up();
  }

  /** Picks what begins with a label from the list that is shown. */
  async pick(label: string): Promise<void> {
    await this.page.locator(`.quick-input-list .monaco-list-row[aria-label^="${label}"]`).click();
  }

  /** The tab of the file that is being edited. */
  tab(name: string): Locator {
    return this.page.locator(`.tab.active[data-resource-name="${name}"]`);
  }

  /** The messages that popped up. */
  get notifications(): Locator {
    return this.page.locator('.notification-list-item-message');
  }

  /** The question that has to be answered first. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** A view container's button in the activity bar. */
  activity(title: string): Locator {
    return this.page.locator(`.activitybar .action-label[aria-label^="${title}"]`);
  }

  /** The page of the view that is shown. */
  get webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  }

  /** The lines of the output that is shown. */
  get output(): Locator {
    return this.page.locator('.output-view-container .view-line, .panel .output-view .view-line');
  }

  /** The messages in the list of problems. */
  get problems(): Locator {
    return this.page.locator('.markers-panel .monaco-list-row .message-box-container');
  }

  private get input(): Locator {
    return this.page.locator('.quick-input-widget:visible input');
  }

  private async choose(query: string, label: string): Promise<void> {
    await this.input.fill(query);
    await this.page.locator(`.quick-input-list .monaco-list-row[aria-label^="${label}"]`).first().click();
    await this.page.mouse.move(0, 0); // what is below the list is not meant
  }
}
