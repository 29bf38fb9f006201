import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMoodleSite } from '../support/moodleSite.ts';
import type { MoodleSite } from '../support/moodleSite.ts';
import { pictureFailures, startSession } from './support/session.ts';
import type { Session } from './support/session.ts';

const slow = 'local_groupmanager_get_members';
const typed = '{"groupid": 7, "page": 3}';

describe('a call that fails', () => {
  let site: MoodleSite;
  let session: Session;

  pictureFailures(() => session);
  beforeAll(async () => {
    site = await startMoodleSite({
      local_groupmanager_update_group: () => ({
        body: '<h1>Maintenance</h1><script>alert(1)</script>',
        headers: { 'content-type': 'text/html' },
      }),
      [slow]: () => ({ value: {}, delay: 30_000 }),
    });
    session = await startSession({ file: 'db/services.php' });
    await session.workbench.panel.show();
    await session.workbench.panel.addSite(site, 'Staging');
  });
  afterAll(async () => {
    await session.stop();
    await site.close();
  });

  test('says that the function is not in the service of the token', async () => {
    const { panel } = session.workbench;
    await panel.choose('local_groupmanager_get_groups');
    await panel.send();
    expect(await panel.summary.innerText()).toContain('accessexception');
    await session.picture('failure');
  });

  test('says that a page came instead of an answer, as text', async () => {
    const { panel } = session.workbench;
    await panel.choose('local_groupmanager_update_group');
    await panel.send();
    expect(await panel.answerText()).toContain('<h1>Maintenance</h1>');
  });

  test('can be cancelled, and what was typed stays', async () => {
    const { panel } = session.workbench;
    await panel.choose(slow);
    await panel.fill(typed);
    await panel.sendButton.click();
    await panel.cancelButton.click();
    await panel.answer.waitFor();
    expect(await (await panel.json()).inputValue()).toBe(typed);
  });

  test('says that the token is wrong', async () => {
    const { workbench } = session;
    await workbench.panel.addSite({ ...site, token: 'f'.repeat(32) }, 'Wrong token');
    await workbench.panel.send();
    expect(await workbench.panel.summary.innerText()).toContain('invalidtoken');
    expect(await (await workbench.panel.json()).inputValue()).toBe(typed);
  });

  test('says that nobody answers', async () => {
    const { panel } = session.workbench;
    await panel.addSite({ wwwroot: 'http://127.0.0.1:9', token: 'f'.repeat(32) }, 'Nobody');
    await panel.send();
    expect(await panel.answer.innerText()).toContain('127.0.0.1');
  });
});
