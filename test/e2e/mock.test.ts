import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pictureFailures, startSession } from './support/session.ts';
import type { Session } from './support/session.ts';

/** A user without a Moodle: the mock site answers from the code of the workspace. */
describe('the mock site', () => {
  let session: Session;

  pictureFailures(() => session);
  beforeAll(async () => {
    session = await startSession({ file: 'db/services.php' });
    await session.workbench.panel.show();
  });
  afterAll(() => session.stop());

  test('starts at a button and is the site that is called', async () => {
    const { panel } = session.workbench;
    await panel.part('#start-mock').click();
    await panel.connection.getByText('Admin User (admin) on Mock site').waitFor();
    await panel.choose('local_groupmanager_get_groups');
    await panel.field('courseid').fill('7');
    await panel.send();
    expect(await panel.part('#deviations').count()).toBe(0);
    await panel.rows.first().focus();
    await session.page.keyboard.press('ArrowRight');
    await panel.rows.filter({ hasText: 'courseid 7' }).waitFor();
    await session.picture('mock-answer');
  });

  test('refuses what Moodle refuses, and the refusal is explained', async () => {
    const { panel } = session.workbench;
    await panel.field('courseid').fill('seven');
    await panel.sendButton.click();
    await panel.part('#send-anyway').click();
    await panel.part('#failure-stage').filter({ hasText: 'arguments' }).waitFor();
    expect(await panel.summary.innerText()).toMatch(/^invalidparameter/);
    expect(await panel.answerText()).toContain('courseid => ');
    expect(await panel.part('#place-implementation').innerText()).toMatch(/^classes\/external\/get_groups\.php:\d+$/);
    await session.picture('mock-failure');
  });

  test('stops, and is no site any more', async () => {
    const { panel } = session.workbench;
    await panel.part('#stop-mock').click();
    await panel.part('#no-site').waitFor();
    await panel.part('#start-mock').click();
    await panel.connection.getByText('Admin User (admin) on Mock site').waitFor();
    expect(await panel.field('courseid').inputValue()).toBe('seven');
  });
});
