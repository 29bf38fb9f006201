import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TestClock } from './lsp.testkit.ts';
import { defaultSettings, readSettings, SettingsCache } from './settings.ts';

describe('readSettings', () => {
  it.each([undefined, null, 7, [], {}, { diagnostics: null }])('%j is all defaults', (value) => {
    const bad: string[] = [];
    expect(readSettings(value, (key) => bad.push(key))).toEqual(defaultSettings);
    expect(bad).toEqual([]);
  });

  it('a bad key falls back alone', () => {
    const bad: string[] = [];
    const value = { moodlePath: ' /m ', diagnostics: { enabled: 'no' } };
    expect(readSettings(value, (key) => bad.push(key))).toEqual({ ...defaultSettings, moodlePath: '/m' });
    expect(bad).toEqual(['moodleWs.diagnostics.enabled']);
  });

  it('takes severities of rules, one by one', () => {
    const bad: string[] = [];
    const value = { rules: { 'method-missing': 'off', 'naming-verb': 'loud', 'test-missing': 3 } };
    expect(readSettings(value, (key) => bad.push(key)).rules).toEqual({ 'method-missing': 'off' });
    expect(bad).toEqual(['moodleWs.rules: naming-verb', 'moodleWs.rules: test-missing']);
  });

  it('has the defaults of the manifest', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
      contributes: { configuration: { properties: Record<string, { default: unknown }> } };
    };
    const { properties } = manifest.contributes.configuration;
    expect(properties['moodleWs.moodlePath']?.default).toBe(defaultSettings.moodlePath);
    expect(properties['moodleWs.catalogueFile']?.default).toBe(defaultSettings.catalogueFile);
    expect(properties['moodleWs.diagnostics.enabled']?.default).toBe(defaultSettings.diagnostics.enabled);
    expect(properties['moodleWs.diagnostics.workspace']?.default).toBe(defaultSettings.diagnostics.workspace);
    expect(properties['moodleWs.rules']?.default).toEqual(defaultSettings.rules);
  });
});

describe('SettingsCache', () => {
  const setUp = (pull?: (uri: string | undefined) => Promise<unknown>) => {
    const warned: string[] = [];
    const clock = new TestClock();
    return { clock, warned, settings: new SettingsCache({ clock, pull, warn: (key) => warned.push(key) }) };
  };

  it('asks once for each resource, until settings change', async () => {
    const asked: (string | undefined)[] = [];
    const { settings } = setUp((uri) => {
      asked.push(uri);
      return Promise.resolve({ moodlePath: `/${uri ?? ''}` });
    });
    await Promise.all([settings.of('a'), settings.of('a'), settings.of('b')]);
    expect(asked).toEqual(['a', 'b']);
    expect((await settings.of('b')).moodlePath).toBe('/b');
    settings.forget();
    await settings.of('a');
    expect(asked).toEqual(['a', 'b', 'a']);
  });

  it('warns once of a bad key', async () => {
    const { settings, warned } = setUp(() => Promise.resolve({ moodlePath: 7 }));
    await settings.of('a');
    await settings.of('b');
    settings.forget();
    await settings.of('a');
    expect(warned).toEqual(['moodleWs.moodlePath']);
  });

  it('does without a client that refuses or never answers', async () => {
    expect(await setUp(() => Promise.reject(new Error('no'))).settings.of('a')).toEqual(defaultSettings);
    const { settings, clock } = setUp(() => new Promise(() => undefined));
    const answer = settings.of('a');
    await clock.pass(5000);
    expect(await answer).toEqual(defaultSettings);
  });

  it('takes what is sent by a client that cannot be asked', async () => {
    const { settings } = setUp();
    settings.push({ moodlePath: '/m' });
    expect((await settings.of('a')).moodlePath).toBe('/m');
  });
});
