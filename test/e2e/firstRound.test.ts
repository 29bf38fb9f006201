import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMoodleSite } from '../support/moodleSite.ts';
import type { MoodleSite } from '../support/moodleSite.ts';
import { pictureFailures, startSession } from './support/session.ts';
import type { Session } from './support/session.ts';

const group = {
  id: 7,
  courseid: 2,
  name: 'Red',
  idnumber: '',
  description: '<p>The <b>red</b> group</p>',
  descriptionformat: 1,
  membercount: 12,
};

/** What the sample's README proposes to a new user, from the first look to the first answer; each test goes on. */
describe('a first round', () => {
  let site: MoodleSite;
  let session: Session;

  pictureFailures(() => session);
  beforeAll(async () => {
    site = await startMoodleSite({ local_groupmanager_get_groups: () => ({ value: [group] }) });
    session = await startSession({ file: 'db/services.php', settings: { 'moodleWs.trace.server': 'verbose' } });
  });
  afterAll(async () => {
    await session.stop();
    await site.close();
  });

  test('the misspelt class is underlined and says what is wrong', async () => {
    const { editor } = session.workbench;
    await editor.squiggles('error').first().waitFor();
    await editor.hoverOn("delete_group'");
    await expect.poll(() => editor.hover.allInnerTexts().then(String)).toMatch(/delete_group/);
    await session.picture('diagnostic');
  });

  test('corrected, it is quiet', async () => {
    const { editor } = session.workbench;
    await editor.select("external\\delete_group'");
    await session.page.keyboard.type("external\\delete_groups'");
    await editor.squiggles('error').first().waitFor({ state: 'detached' });
    await editor.save();
    expect(session.read('db/services.php')).toContain("'local_groupmanager\\external\\delete_groups'");
  });

  test('a hover on a name tells what the function takes and returns', async () => {
    const { editor } = session.workbench;
    await editor.hoverOn('local_groupmanager_get_members');
    await expect.poll(() => editor.hover.allInnerTexts().then(String)).toMatch(/groupid[\s\S]*perpage[\s\S]*members/);
    await session.picture('hover');
  });

  test('function names are offered in JavaScript, each once', async () => {
    const { workbench, page } = session;
    const { editor } = workbench;
    await workbench.open('amd/src/repository.js');
    await editor.typeAtEnd("\nexport const moveMembers = (args) => fetchMany([{\nmethodname: 'local_groupmanager_");
    await editor.suggestions.filter({ hasText: 'local_groupmanager_move_members' }).waitFor();
    const offered = await editor.suggestions.allInnerTexts();
    expect(offered.filter((name) => name === 'local_groupmanager_move_members')).toHaveLength(1);
    await session.picture('completion');
    await page.keyboard.type('move');
    await page.keyboard.press('Enter');
    await editor.save();
    expect(session.read('amd/src/repository.js')).toContain("methodname: 'local_groupmanager_move_members'");
  });

  test('its arguments are offered, the required ones first, and explained', async () => {
    const { workbench, page } = session;
    const { editor } = workbench;
    await page.keyboard.press('End');
    await page.keyboard.type(',\nargs: {');
    await editor.suggestions.filter({ hasText: 'fromgroupid' }).waitFor();
    await session.picture('arguments');
    await page.keyboard.press('Enter');
    await page.keyboard.type('1');
    await editor.save();
    expect(session.read('amd/src/repository.js')).toContain('args: {fromgroupid: 1');
    await editor.hoverOn('fromgroupid');
    await expect.poll(() => editor.hover.allInnerTexts().then(String)).toMatch(/required/);
  });

  test('a call leads to the class behind the function, and to its declaration', async () => {
    const { editor } = session.workbench;
    await editor.goToDefinition('local_groupmanager_get_groups');
    await expect.poll(() => editor.peeked.allInnerTexts()).toEqual(['get_groups.php', 'services.php']);
    await session.page.keyboard.press('Escape');
  });

  test('a declaration leads to its class', async () => {
    const { workbench } = session;
    await workbench.open('db/services.php');
    await workbench.editor.goToDefinition('local_groupmanager_get_groups');
    await workbench.tab('get_groups.php').waitFor();
    await workbench.editor.lines.filter({ hasText: 'public static function execute(' }).waitFor();
  });

  test('Run brings the function and its arguments into the panel', async () => {
    const { workbench } = session;
    await workbench.open('db/services.php');
    const lens = await workbench.editor.lensAbove("'local_groupmanager_get_groups' =>", 'Run');
    await lens.click();
    await expect.poll(() => workbench.panel.function.inputValue()).toBe('local_groupmanager_get_groups');
    await expect.poll(() => workbench.panel.field('courseid').inputValue()).toBe('0');
    await session.picture('panel-no-site');
  });

  test('a site is an address, a name and a token', async () => {
    await session.workbench.panel.addSite(site, 'Staging');
    await session.picture('panel-site');
  });

  test('the answer can be read', async () => {
    const { panel } = session.workbench;
    await panel.field('courseid').fill('2');
    await panel.field('search').fill('re');
    await panel.send();
    await panel.rows.filter({ hasText: 'membercount' }).waitFor();
    await session.picture('answer');
    expect(await panel.summary.innerText()).toMatch(/^200 · \d+ ms/);
    expect(JSON.parse(await panel.answerText())).toEqual([group]);
    expect(site.calls).toEqual([
      {
        function: 'local_groupmanager_get_groups',
        token: site.token,
        arguments: new Map([
          ['courseid', '2'],
          ['search', 're'],
        ]),
      },
    ]);
  });

  test('no file holds the token, not even the log of everything', async () => {
    const { workbench } = session;
    await workbench.run('Moodle WS: Show Log');
    await workbench.output
      .filter({ hasText: /"\w+":/ })
      .first()
      .waitFor(); // a message in full
    expect(
      session.filesWith('local_groupmanager_get_groups').filter((path) => path.endsWith('Moodle WS.log')),
    ).toHaveLength(1);
    const forms = [site.token, Buffer.from(site.token).toString('base64').replace(/=+$/, '')];
    expect(forms.flatMap((form) => session.filesWith(form))).toEqual([]);
  });
});
