import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMoodleSite } from '../support/moodleSite.ts';
import type { MoodleSite } from '../support/moodleSite.ts';
import { pictureFailures, startSession } from './support/session.ts';
import type { Session } from './support/session.ts';

const name = 'local_groupmanager_get_groups';

describe('nothing is lost', () => {
  let site: MoodleSite;
  let session: Session;
  pictureFailures(() => session);
  beforeAll(async () => {
    site = await startMoodleSite({ [name]: () => ({ value: [] }) });
    session = await startSession({ file: 'db/services.php' });
  });
  afterAll(async () => {
    await session.stop();
    await site.close();
  });

  test('when the window is reloaded: neither the site and its token nor what was typed', async () => {
    const { page, workbench } = session;
    const { panel } = workbench;
    await panel.show();
    await panel.addSite(site, 'Staging');
    await panel.choose(name);
    await panel.field('courseid').fill('42');
    await panel.send();
    await page.reload();
    await workbench.ready();
    await expect.poll(() => panel.field('courseid').inputValue()).toBe('42');
    await panel.send();
    expect(site.calls.map(({ token }) => token)).toEqual([site.token, site.token]);
  });

  test('when the language server dies: it comes back and knows the edits that are not saved', async () => {
    const { page, workbench } = session;
    const { editor } = workbench;
    await editor.select("external\\delete_group'");
    await page.keyboard.type("external\\delete_groups'");
    await editor.squiggles('error').first().waitFor({ state: 'detached' });
    session.killLanguageServer();
    await editor.select("external\\get_groups'");
    await page.keyboard.type("external\\get_group'");
    await editor.squiggles('error').first().waitFor();
    await expect.poll(() => editor.squiggles('error').count()).toBe(1);
    await editor.hoverOn("get_group'");
    await expect.poll(() => editor.hover.allInnerTexts().then(String)).toMatch(/get_groups/);
  });
});

describe('in a workspace that is not trusted', () => {
  let session: Session;
  pictureFailures(() => session);
  beforeAll(async () => {
    session = await startSession({ file: 'db/services.php', restricted: true });
  });
  afterAll(() => session.stop());

  test('the index works and calling is off', async () => {
    const { workbench } = session;
    await workbench.editor.squiggles('error').first().waitFor();
    await workbench.panel.show();
    await workbench.panel.choose(name);
    await workbench.panel.untrusted.waitFor();
    expect(await workbench.panel.sendButton.getAttribute('aria-disabled')).toBe('true');
    await session.picture('untrusted');
  });
});
