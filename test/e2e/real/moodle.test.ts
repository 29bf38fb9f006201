import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pictureFailures, startSession } from '../support/session.ts';
import type { Session } from '../support/session.ts';

const { MOODLE_DIR = '', MOODLE_WS_CONTRACT_URL = '', MOODLE_WS_CONTRACT_TOKEN = '' } = process.env;

/** The first round on Moodle's own source and against a running Moodle; named by the environment, else not collected. */
describe('a whole Moodle', () => {
  let session: Session;

  pictureFailures(() => session);
  beforeAll(async () => {
    session = await startSession({ sample: MOODLE_DIR, file: 'lib/db/services.php' });
  }, 180_000);
  afterAll(async () => {
    await session.stop();
  });

  test('its own services file has no finding, and a hover shows a schema', async () => {
    const { editor } = session.workbench;
    await editor.hoverOn("'core_course_get_contents'");
    await expect.poll(() => editor.hover.allInnerTexts().then(String)).toMatch(/courseid[\s\S]*options/);
    expect(await editor.squiggles('error').count()).toBe(0);
    await session.picture('real-hover');
  });

  test('a declaration leads to its method', async () => {
    const { workbench } = session;
    await workbench.editor.goToDefinition('core_course_get_contents');
    await workbench.tab('externallib.php').waitFor();
    await workbench.editor.lines.filter({ hasText: 'function get_course_contents(' }).waitFor();
  });

  test('all functions are offered in JavaScript', async () => {
    const { workbench } = session;
    await workbench.open('course/amd/src/repository.js');
    await workbench.editor.typeAtEnd("\nconst x = () => ajax.call([{methodname: 'core_course_get_cont");
    await workbench.editor.suggestions.filter({ hasText: 'core_course_get_contents' }).waitFor();
    await session.picture('real-completion');
    await session.page.keyboard.press('Escape');
  });

  test('a call is answered by the site', async () => {
    const { panel } = session.workbench;
    await panel.show();
    await panel.addSite({ wwwroot: MOODLE_WS_CONTRACT_URL, token: MOODLE_WS_CONTRACT_TOKEN }, 'Real');
    await panel.choose('core_webservice_get_site_info');
    await panel.fill('{}');
    await panel.send();
    expect(await panel.summary.innerText()).toMatch(/^200 · /);
    expect(JSON.parse(await panel.answerText())).toHaveProperty('siteurl', MOODLE_WS_CONTRACT_URL);
    await session.picture('real-answer');
  });

  test('the site tells whose token it is and what it may call', async () => {
    const { panel } = session.workbench;
    expect(await panel.connection.innerText()).toMatch(/\(\w+\) on .+, release \S+: \d+ functions/);
  });

  test('a nested list is sent as the site reads it, and the answer is what the code declares', async () => {
    const { panel } = session.workbench;
    await panel.choose('core_course_get_contents');
    await panel.part('#view-form').click();
    await panel.field('courseid').fill('2');
    await panel.field('options-send').check();
    await panel.field('options.0.name').fill('excludemodules');
    await panel.field('options.0.value').fill('1');
    await session.picture('real-form');
    await panel.send();
    await panel.part('#answer-view-tree').click();
    await panel.rows.first().waitFor();
    expect(await panel.part('#deviations').count()).toBe(0);
    await panel.rows.first().focus();
    await session.page.keyboard.press('ArrowRight');
    await panel.rows.filter({ hasText: 'modules' }).first().waitFor();
    await session.picture('real-tree');
  });

  test('what the panel refuses, the site refuses', async () => {
    const { panel } = session.workbench;
    await panel.field('courseid').fill('02');
    await panel.sendButton.click();
    await panel.part('[id="arg.courseid-problem"]').waitFor();
    await panel.part('#send-anyway').click();
    await panel.part('#failure-stage').filter({ hasText: 'arguments' }).waitFor();
    expect(await panel.summary.innerText()).toMatch(/^invalidparameter/);
    await session.picture('real-refused');
  });

  test('a refusal is explained', async () => {
    const { panel } = session.workbench;
    await panel.field('courseid').fill('999999');
    await panel.send();
    expect(await panel.answer.innerText()).toMatch(/does not exist/);
    await session.picture('real-failure');
  });
});
