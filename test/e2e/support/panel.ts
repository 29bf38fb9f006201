import type { FrameLocator, Locator } from 'playwright-core';
import type { MoodleSite } from '../../support/moodleSite.ts';
import type { Workbench } from './workbench.ts';

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

  /** The three questions behind "Add a Site". */
  async addSite(site: Pick<MoodleSite, 'wwwroot' | 'token'>, name: string): Promise<void> {
    await this.workbench.run('Moodle WS: Add Site…');
    await this.workbench.answer(site.wwwroot, 'Address of the Moodle site');
    await this.workbench.answer(name, 'What the site is called');
    await this.workbench.answer(site.token, 'Kept in the secret storage');
    await this.frame.locator('#site option:checked', { hasText: name }).waitFor({ state: 'attached' });
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

  get answerText(): Locator {
    return this.frame.locator('#answer-text');
  }

  get summary(): Locator {
    return this.frame.locator('#answer-summary');
  }

  private get frame(): FrameLocator {
    return this.workbench.webview;
  }
}
