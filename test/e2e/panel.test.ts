import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { account, startMoodleSite } from '../support/moodleSite.ts';
import type { MoodleSite, ReceivedCall } from '../support/moodleSite.ts';
import { accessibilityProblems } from './support/accessibility.ts';
import { pictureFailures, startSession } from './support/session.ts';
import type { Session } from './support/session.ts';

const group = { id: 7, courseid: 2, name: 'Red', idnumber: '', description: '', descriptionformat: 1 };
const site = 'local_groupmanager';

/** The panel, walked through as a user would; each test goes on where the one before stopped. */
describe('the panel', () => {
  let moodle: MoodleSite;
  let session: Session;
  const lastCall = (): ReceivedCall => moodle.calls.at(-1)!;

  pictureFailures(() => session);
  beforeAll(async () => {
    moodle = await startMoodleSite({
      [`${site}_create_groups`]: () => ({ value: [group] }),
      [`${site}_get_groups`]: () => ({
        value: [
          { ...group, membercount: 12 },
          { ...group, id: '8', name: undefined },
        ],
      }),
      [`${site}_move_members`]: () => ({
        value: {
          moved: 1,
          warnings: [{ item: 'user', itemid: 5, warningcode: 'notamember', message: 'Is no member' }],
        },
      }),
      [`${site}_update_group`]: () => ({
        value: {
          exception: 'core\\exception\\coding_exception',
          errorcode: 'codingerror',
          message: 'Coding error detected',
          debuginfo: 'Missing implementation method local_groupmanager\\external\\update_group::execute',
        },
      }),
    });
    session = await startSession({ file: 'db/services.php' });
    await session.workbench.panel.show();
  });
  afterAll(async () => {
    await session.stop();
    await moodle.close();
  });

  test('offers a site and a mock site where there is none', async () => {
    const { panel } = session.workbench;
    expect(await panel.part('#no-site').innerText()).toMatch(/Moodle site/);
    expect(await panel.part('#no-site vscode-button').count()).toBe(2);
    await session.picture('panel-no-site');
  });

  test('says who, where and how much a new token may call', async () => {
    const { panel } = session.workbench;
    await panel.addSite(moodle, 'Staging', 'Production');
    expect(await panel.connection.innerText()).toContain('Terri Teacher (teacher1) on Example School, release 4.4: 4');
    await expect
      .poll(() => panel.part('#site option:checked').innerText())
      .toContain('Staging · teacher1 (production)');
  });

  test('takes another user, who signs in for a token', async () => {
    const { workbench, page } = session;
    const { panel } = workbench;
    const signIn = async (password: string): Promise<void> => {
      await workbench.pick('Sign in');
      await workbench.answer(account.username, 'User name');
      await workbench.answer(password, 'Password, sent to');
      await workbench.answer(account.service, 'Short name of the external service');
    };
    await panel.part('#add-user').click();
    await signIn('wrong');
    await workbench.notifications.filter({ hasText: 'does not accept this user name and password' }).waitFor();
    await page.getByRole('button', { name: 'Try Again' }).click();
    await signIn(account.password);
    await expect.poll(() => panel.part('#site option:checked').innerText()).toContain('Staging · manager (production)');
    expect(session.filesWith(account.password)).toEqual([]);
    await panel.part('#site').selectOption({ label: 'Staging · teacher1 (production)' });
  });

  test('marks what the token may not call', async () => {
    const { panel } = session.workbench;
    await panel.function.fill('groupmanager');
    const option = panel.part('#function-list [role=option]');
    await expect.poll(() => option.count()).toBe(6);
    expect(await option.filter({ hasText: 'delete_groups' }).innerText()).toContain('not available to this token');
    expect(await option.filter({ hasText: 'get_groups' }).innerText()).not.toContain('not available');
    await session.picture('panel-search');
  });

  test('nests structures and lists, whose elements come, go and move', async () => {
    const { panel } = session.workbench;
    await panel.choose(`${site}_create_groups`);
    await panel.field('groups.0.courseid').fill('2');
    await panel.field('groups.0.name').fill('Red');
    await panel.field('groups-add').click();
    await panel.field('groups.1.courseid').fill('2');
    await panel.field('groups.1.name').fill('Blue');
    await panel.field('groups.1.description').fill('<p>Water</p>');
    await panel.field('groups.1.descriptionformat').selectOption('1');
    await session.picture('panel-form');
    await panel.field('groups.1-up').click();
    expect(await panel.field('groups.0-up').isDisabled()).toBe(true);
    expect(JSON.parse(await (await panel.json()).inputValue())).toEqual({
      groups: [
        { courseid: 2, name: 'Blue', description: '<p>Water</p>', descriptionformat: 1 },
        { courseid: 2, name: 'Red' },
      ],
    });
    await panel.part('#view-form').click();
    await panel.field('groups-add').click();
    await panel.field('groups.2-remove').click();
    await panel.field('groups.2').waitFor({ state: 'detached' });
  });

  test("marks a refused value in Moodle's words, and does not send it", async () => {
    const { panel } = session.workbench;
    await panel.field('groups.0.courseid').fill('02');
    await panel.sendButton.click();
    await panel.part('#refused').waitFor();
    expect(await panel.part('[id="arg.groups.0.courseid-problem"]').innerText()).toContain(
      'the value is "02", the server was expecting "int" type',
    );
    expect(moodle.calls).toEqual([]);
    await session.picture('panel-refused');
  });

  test('asks before a production site is written to, once per function', async () => {
    const { workbench, page } = session;
    const { panel } = workbench;
    await panel.part('#writes').waitFor();
    await panel.part('#send-anyway').click();
    await workbench.dialog.filter({ hasText: 'production site' }).waitFor();
    await session.picture('panel-production');
    await page.keyboard.press('Escape');
    await workbench.dialog.waitFor({ state: 'detached' });
    expect(moodle.calls).toEqual([]);
    await panel.field('groups.0.courseid').fill('2');
    await panel.sendButton.click();
    await workbench.dialog.getByText('Send to Staging').click();
    await panel.answer.waitFor();
    expect(lastCall().arguments.get('groups[0][description]')).toBe('<p>Water</p>');
    await panel.send();
    expect(moodle.calls).toHaveLength(2);
  });

  test('shows an answer as a tree, with deviations where they are', async () => {
    const { workbench, page } = session;
    const { panel } = workbench;
    await panel.choose(`${site}_get_groups`);
    await panel.field('courseid').fill('2');
    await panel.send();
    expect(await panel.part('#deviations-title').innerText()).toContain('2 places');
    await panel.rows.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const missing = panel.rows.filter({ hasText: 'The required key name is missing' });
    await missing.waitFor();
    expect(await panel.rows.locator('.deviation').count()).toBe(2);
    await session.picture('panel-tree');
  });

  test('finds in the answer', async () => {
    const { panel } = session.workbench;
    await panel.part('#answer-find').fill('membercount');
    await panel.part('#answer-matches button').click();
    await panel.part('[role=treeitem]:focus').filter({ hasText: 'membercount' }).waitFor();
  });

  test('shows warnings as warnings', async () => {
    const { workbench } = session;
    const { panel } = workbench;
    await panel.choose(`${site}_move_members`);
    await panel.field('fromgroupid').fill('1');
    await panel.sendButton.click();
    await workbench.dialog.getByText('Send to Staging').click();
    await panel.part('#answer-warnings').filter({ hasText: 'Is no member' }).waitFor();
  });

  test('explains a failure with its stage, and leads to the line', async () => {
    const { workbench } = session;
    const { panel } = workbench;
    await panel.choose(`${site}_update_group`);
    await panel.sendButton.click();
    await workbench.dialog.getByText('Send to Staging').click();
    await panel.part('#failure-stage').filter({ hasText: 'class of the function' }).waitFor();
    expect(await panel.part('#failure-works').innerText()).toContain('The token is accepted');
    expect(await panel.part('#failure-exception').innerText()).toContain('coding_exception');
    expect(await panel.part('#place-declaration').innerText()).toMatch(/^db\/services\.php:\d+$/);
    await session.picture('panel-failure');
    await panel.part('#place-implementation').click();
    await workbench.tab('update_group.php').waitFor();
  });

  test('opens arguments in an editor that completes and explains them, and takes them back', async () => {
    const { workbench, page } = session;
    const { panel, editor } = workbench;
    await panel.choose(`${site}_get_groups`);
    await panel.part('#open-arguments').click();
    await workbench.tab(`${site}_get_groups.moodle-ws-call.json`).waitFor();
    await editor.hoverOn('courseid');
    await expect.poll(() => editor.hover.allInnerTexts().then(String)).toContain('Course id');
    await page.keyboard.press('Escape');
    await editor.select('2');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type(', ');
    await page.keyboard.press('Control+Space');
    await editor.suggestions.filter({ hasText: 'countmembers' }).waitFor();
    await session.picture('panel-json-editor');
    await page.keyboard.press('Escape');
    await page.keyboard.type('"search": "re"');
    await expect.poll(() => panel.field('search').inputValue()).toBe('re');
    await panel.field('search').fill('red');
    await editor.lines.filter({ hasText: '"red"' }).waitFor();
  });

  test.each(['Dark Modern', 'Light Modern', 'Dark High Contrast', 'Light High Contrast'])(
    'is accessible in %s: form, refused value, answer and failure',
    async (theme) => {
      const { workbench } = session;
      const { panel } = workbench;
      await workbench.setTheme(theme);
      await panel.choose(`${site}_get_groups`);
      await panel.field('courseid').fill('02');
      await panel.sendButton.click();
      await panel.part('#refused').waitFor();
      expect(await accessibilityProblems(panel.answer.or(panel.sendButton).first())).toEqual([]);
      await panel.field('courseid').fill('2');
      await panel.send();
      await panel.rows.first().waitFor();
      expect(await accessibilityProblems(panel.answer)).toEqual([]);
      await session.picture(`panel ${theme}`);
      await panel.part('#answer-view-raw').click();
      expect(await accessibilityProblems(panel.answer)).toEqual([]);
      await panel.part('#answer-view-tree').click();
      await panel.choose(`${site}_update_group`);
      await panel.send();
      await panel.function.fill('groupmanager');
      expect(await accessibilityProblems(panel.answer)).toEqual([]);
      await panel.function.press('Escape');
    },
  );

  test('is usable at 250 pixels and at twice the size', async () => {
    const { workbench, page } = session;
    const { panel } = workbench;
    await panel.choose(`${site}_create_groups`);
    await workbench.resizeSideBar(250);
    await page.setViewportSize({ width: 640, height: 400 });
    for (const name of ['create_groups', 'get_groups']) {
      await panel.choose(`${site}_${name}`);
      await panel.send();
      await panel.rows.first().waitFor();
      expect(await panel.overflow()).toBe(0);
      expect(await accessibilityProblems(panel.answer)).toEqual([]);
    }
    await session.picture('panel-narrow');
  });
});
