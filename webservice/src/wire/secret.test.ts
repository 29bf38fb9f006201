import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { redact, Secret } from './secret.ts';
import { site } from './wire.testkit.ts';

const here = site('https://a.example/m');
const token = '24a8ea7bc89e3cc36dc4db06e680d590';

describe('a secret', () => {
  const secret = new Secret(token, here);

  it.each([
    ['text', String(secret)],
    ['parts', [secret, secret].join('')],
    ['JSON', JSON.stringify({ secret })],
    ['inspect', inspect({ secret }, { depth: 9, showHidden: true })],
    ['keys', JSON.stringify(Object.entries(secret))],
    ['clone', JSON.stringify(structuredClone(secret))],
    ['error', new Error(String(secret)).stack ?? ''],
  ])('is not in its %s', (_, text) => {
    expect(text).not.toContain(token);
  });

  it('is revealed at and below its wwwroot only', () => {
    expect(secret.reveal('https://a.example/m/webservice/rest/server.php')).toBe(token);
    expect(secret.reveal('https://a.example/other')).toBeNull();
    expect(secret.reveal('https://b.example/m')).toBeNull();
  });

  it('loses the white space of a paste', () => {
    expect(new Secret(` ${token}\n`, here).reveal(here)).toBe(token);
    expect(new Secret(' ', here).isEmpty).toBe(true);
  });
});

describe('redact', () => {
  const awkward = 'pä$$ wörd/+"?~!';
  const secrets = [new Secret(token, here), new Secret(awkward, here), new Secret('', here), new Secret('abc', here)];
  const buffer = (text: string) => Buffer.from(text);

  it.each([
    ['raw', token],
    ['raw', awkward],
    ['form-encoded', new URLSearchParams({ x: awkward }).toString().slice(2)],
    ['percent', encodeURIComponent(awkward)],
    ['percent in lower case', encodeURIComponent(awkward).replace(/%../g, (hex) => hex.toLowerCase())],
    ['JSON', JSON.stringify(awkward).slice(1, -1)],
    ['PHP JSON', JSON.stringify(awkward).slice(1, -1).replaceAll('/', '\\/')],
    ['base64', buffer(token).toString('base64').replace(/=+$/, '').slice(0, -1)],
    ['base64url', buffer(awkward).toString('base64url').slice(0, -1)],
    ['base64, second byte', buffer(`:${token}:x`).toString('base64').slice(2, 44)],
    ['base64, third byte', buffer(`::${token}:x`).toString('base64').slice(3, 45)],
  ])('finds the %s form', (_, form) => {
    expect(redact(`before ${form} after`, secrets)).toMatch(/^before .{0,3}\[secret\].{0,3} after$/);
  });

  it('leaves other text alone', () => {
    expect(redact('abc def', secrets)).toBe('abc def');
    expect(redact('', secrets)).toBe('');
  });

  it('works on a secret that another bundle made', async () => {
    vi.resetModules();
    const bundle = await import('./secret.ts');
    expect(bundle.Secret).not.toBe(Secret);
    expect(bundle.redact(`before ${token} after`, secrets)).toBe('before [secret] after');
  });
});
