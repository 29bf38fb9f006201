import type { FrameLocator, Locator } from 'playwright-core';
import type { MoodleSite } from '../../support/moodleSite.ts';
import type { Workbench } from './workbench.ts';

export type SiteKind = 'Test' | 'Production';

/** The view where functions are called. */
export class Panel {
  private readonly workbench: Workbench;

  constructor(workbench: Workbench) {
    this.workbench = workbench;
  }

  async show(): Promise<void> {
    await this.workbench.activity('Moodle WS').click();
    await this.function.waitFor();
  }

  /** The questions behind "Add a Site"; the site itself tells whose token it is. */
  async addSite(site: Pick<MoodleSite, 'wwwroot' | 'token'>, name: string, kind: SiteKind = 'Test'): Promise<void> {
    await this.workbench.run('Moodle WS: Add Site…');
    await this.workbench.answer(site.wwwroot, 'Address of the Moodle site');
    await this.workbench.answer(name, 'What the site is called');
    await this.workbench.pick(kind);
    await this.workbench.pick('Paste a token');
    await this.workbench.answer(site.token, 'Kept in the secret storage');
    await this.frame.locator('#site option:checked', { hasText: name }).waitFor({ state: 'attached' });
    await this.connection.getByText(/functions|failed/).waitFor();
  }

  /** Waits until the view has the colours of a theme. */
  async inTheme(name: string): Promise<void> {
    await this.frame.locator(`body[data-vscode-theme-name="${name}"]`).waitFor();
  }

  async choose(name: string): Promise<void> {
    await this.function.fill(name);
    await this.function.press('Enter');
  }

  /** Sends and waits until the answer or the failure has come, which takes the focus. */
  async send(): Promise<void> {
    await this.sendButton.click();
    await this.frame.locator('#answer:focus').waitFor();
  }

  /** Types the arguments as JSON. */
  async fill(json: string): Promise<void> {
    await this.json();
    await this.arguments.fill(json);
  }

  /** Shows the arguments as JSON. */
  async json(): Promise<Locator> {
    const tab = this.frame.locator('#view-json');
    // A function with a schema has the tab as soon as the schema is there.
    await tab.waitFor();
    await tab.click();
    return this.arguments;
  }

  /** The field of a parameter, by its path; with `-add`, `-up`, `-remove` the button that belongs to it. */
  field(path: string): Locator {
    return this.frame.locator(`[id="arg.${path}"]`);
  }

  /** What the selected user's token was found to be. */
  get connection(): Locator {
    return this.frame.locator('#connection');
  }

  /** The rows of the answer. */
  get rows(): Locator {
    return this.frame.locator('#answer-tree [role=treeitem]');
  }

  /** By how many pixels the panel is wider than what is shown of it. */
  overflow(): Promise<number> {
    return this.frame.locator('html').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  }

  /** Any part of the panel. */
  part(selector: string): Locator {
    return this.frame.locator(selector);
  }

  get function(): Locator {
    return this.frame.locator('#function');
  }

  get arguments(): Locator {
    return this.frame.locator('#arguments');
  }

  /** The words that calls are off. */
  get untrusted(): Locator {
    return this.frame.locator('#untrusted');
  }

  get sendButton(): Locator {
    return this.frame.locator('#send');
  }

  get cancelButton(): Locator {
    return this.frame.locator('#cancel');
  }

  get answer(): Locator {
    return this.frame.locator('#answer');
  }

  /** What an answer or a failure says letter by letter. */
  async answerText(): Promise<string> {
    const raw = this.frame.locator('#answer-view-raw');
    if ((await raw.count()) > 0) await raw.click();
    return this.frame.locator('#answer-text').innerText();
  }

  get summary(): Locator {
    return this.frame.locator('#answer-summary');
  }

  private get frame(): FrameLocator {
    return this.workbench.webview;
  }
}
