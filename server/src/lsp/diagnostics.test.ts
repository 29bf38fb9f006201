import { expect, it } from 'vitest';
import { open, plugin } from '../features/shared/index.testkit.ts';
import { payPath } from '../rules/rules.testkit.ts';
import { documentOf } from '../rules/documents.ts';
import { defaultConfig } from '../rules/config.ts';
import type { MoodleIndex } from '../workspace/moodleIndex.ts';
import { allHitsIn } from './diagnostics.ts';
import type { Session } from './session.ts';

function setUp() {
  const state = { config: defaultConfig };
  const session = {
    ruleConfig: () => Promise.resolve({ ...state.config }),
    ports: { today: () => '20260131' },
  } as unknown as Session;
  const text = plugin[payPath] ?? '';
  const find = (snapshot: unknown, source = text) =>
    allHitsIn(session, { snapshot } as unknown as MoodleIndex, documentOf(payPath, source));
  return { state, find, revision: () => open(plugin, payPath, text).index, text };
}

it('what nothing has changed is not looked at again', async () => {
  const { find, revision } = setUp();
  const index = revision();
  expect(await find(index)).toBe(await find(index));
});

it('another text, another setting or other code is', async () => {
  const { find, revision, state, text } = setUp();
  const index = revision();
  const before = await find(index);
  expect(await find(index, `${text}\n`)).not.toBe(before);
  expect(await find(revision())).not.toBe(before);
  const again = await find(index);
  state.config = { rules: { 'param-raw-input': 'error' } };
  expect(await find(index)).not.toBe(again);
});
