import { expect, it } from 'vitest';
import { Secret } from '../../../webservice/src/wire/secret.ts';
import { memento, wwwroot } from '../sites/sites.testkit.ts';
import { Drafts } from './drafts.ts';

it('keeps a text per site and function, across reloads', async () => {
  const storage = memento();
  const drafts = new Drafts(storage);
  await drafts.set('a', 'f', '{"x": 1}', undefined);
  await drafts.set('b', 'f', '{"x": 2}', undefined);
  await drafts.set('a', 'f', '{"x": 3}', undefined);
  await drafts.setFunctionName('f');
  const reloaded = new Drafts(storage);
  expect([reloaded.get('a', 'f'), reloaded.get('b', 'f'), reloaded.get('a', 'g')]).toEqual([
    '{"x": 3}',
    '{"x": 2}',
    undefined,
  ]);
  expect(reloaded.functionName).toBe('f');
});

it('never writes a token, nor keeps the text it replaced', async () => {
  const storage = memento();
  const drafts = new Drafts(storage);
  const token = new Secret('canary-token-0123', wwwroot('https://a.example'));
  await drafts.set('a', 'f', '{}', token);
  await drafts.set('a', 'f', '{"token": "canary-token-0123"}', token);
  expect(JSON.stringify([...storage.entries])).not.toContain('canary');
  expect(drafts.get('a', 'f')).toBeUndefined();
});

it('forgets the oldest texts, and texts of absurd length', async () => {
  const drafts = new Drafts(memento());
  for (let n = 0; n < 201; n++) await drafts.set('a', `f${n}`, '{}', undefined);
  expect([drafts.get('a', 'f0'), drafts.get('a', 'f1'), drafts.get('a', 'f200')]).toEqual([undefined, '{}', '{}']);
  await drafts.set('a', 'long', ' '.repeat(100_001), undefined);
  expect(drafts.get('a', 'long')).toBeUndefined();
});

it('survives a broken store', async () => {
  const storage = memento();
  await storage.update('moodleWs.drafts', [null, 1, { site: 'a' }]);
  await storage.update('moodleWs.function', 7);
  expect([new Drafts(storage).get('a', 'f'), new Drafts(storage).functionName]).toEqual([undefined, '']);
});
