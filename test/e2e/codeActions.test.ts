import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pictureFailures, startSession } from './support/session.ts';
import type { Session } from './support/session.ts';

describe('changes to code', () => {
  let session: Session;

  pictureFailures(() => session);
  beforeAll(async () => {
    session = await startSession({ file: 'db/services.php' });
  });
  afterAll(() => session.stop());

  test('a finding offers a fix, a comment, and to turn its rule off', async () => {
    const { workbench } = session;
    await workbench.editor.squiggles('error').first().waitFor();
    const offered = await workbench.editor.offerActions("delete_group'");
    await offered.filter({ hasText: 'Change to' }).first().waitFor();
    await expect.poll(() => offered.allInnerTexts().then(String)).toMatch(/Suppress services-class-not-found here/);
    await session.picture('fix');
    await offered.filter({ hasText: 'Change to' }).first().click();
    await workbench.editor.squiggles('error').first().waitFor({ state: 'detached' });
  });

  test('a new function is all its parts at once', async () => {
    const { workbench, page } = session;
    const input = page.locator('.quick-input-widget:visible input');
    const choose = async (label: string) => {
      await page.locator(`.quick-input-list .monaco-list-row[aria-label^="${label}"]`).first().click();
    };
    await workbench.run('Moodle WS: New External Function…');
    await workbench.answer('count_groups', 'Its name without local_groupmanager_');
    await choose('read');
    await choose('The browser may call it');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await choose('Another capability');
    await input.fill('local/groupmanager:count');
    await session.picture('wizard');
    await page.keyboard.press('Enter');
    await workbench.tab('count_groups.php').waitFor();
    await workbench.editor.lines.filter({ hasText: 'class count_groups extends external_api' }).waitFor();
    await session.picture('new-function');
    await workbench.run('File: Save All');
    await expect.poll(() => session.filesWith('count_groups').length).toBeGreaterThan(2);
    expect(session.read('db/services.php')).toContain("'local_groupmanager_count_groups' => [");
    expect(session.read('tests/external/count_groups_test.php')).toContain('final class count_groups_test');
    expect(session.read('db/access.php')).toContain("'local/groupmanager:count' => [");
    expect(session.read('lang/en/local_groupmanager.php')).toContain("$string['groupmanager:count'] = 'Count groups';");
  });
});
