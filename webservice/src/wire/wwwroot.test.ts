import { describe, expect, it } from 'vitest';
import { isBelow, parseWwwroot } from './wwwroot.ts';
import { site } from './wire.testkit.ts';

describe('parseWwwroot', () => {
  it.each([
    ['https://moodle.example.org', 'https://moodle.example.org'],
    ['  https://Moodle.Example.org///\n', 'https://moodle.example.org'],
    ['HTTPS://example.org:443/Moodle/', 'https://example.org/Moodle'],
    ['http://localhost:8080/m', 'http://localhost:8080/m'],
    ['https://example.org/m/webservice/rest/server.php', 'https://example.org/m'],
    ['https://example.org/webservice/rest/server.php?wstoken=abc&wsfunction=x', 'https://example.org'],
    ['https://example.org/m/login/index.php', 'https://example.org/m'],
    ['https://example.org/login/token.php', 'https://example.org'],
    ['https://example.org/m/my', 'https://example.org/m'],
    ['https://example.org/my/', 'https://example.org'],
    ['https://example.org/my/courses.php', 'https://example.org'],
    ['https://example.org/m/course/view.php?id=2#section-3', 'https://example.org/m'],
    ['https://example.org/mod/forum/view.php?id=9', 'https://example.org'],
    ['https://example.org/lib/ajax/service.php', 'https://example.org'],
    ['https://example.org/#top', 'https://example.org'],
    ['https://example.org/my/moodle', 'https://example.org/my/moodle'],
    ['https://example.org/a/../b', 'https://example.org/b'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example'],
  ])('%s', (typed, wwwroot) => {
    expect(parseWwwroot(typed)).toMatchObject({ kind: 'wwwroot', wwwroot });
  });

  it.each([
    ['', 'empty'],
    ['moodle.example.org', 'no-scheme'],
    ['localhost:8080', 'no-scheme'],
    ['ftp://example.org', 'scheme'],
    ['javascript://example.org', 'scheme'],
    ['https://user:geheim@example.org', 'credentials'],
    ['https://example.org/?token=geheim', 'query'],
    ['https://', 'malformed'],
    ['https://exa mple.org', 'malformed'],
    [`https://example.org${'/'.repeat(100_000)}x`, 'malformed'],
  ])('refuses %.60s', (typed, reason) => {
    const result = parseWwwroot(typed);
    expect(result).toMatchObject({ kind: 'invalid-wwwroot', reason });
    expect(JSON.stringify(result)).not.toContain('geheim');
  });

  it('says where a token would travel unencrypted', () => {
    const insecure = (typed: string) => (parseWwwroot(typed) as { insecure?: boolean }).insecure;
    expect(insecure('http://moodle.example.org')).toBe(true);
    expect(insecure('https://moodle.example.org')).toBe(false);
    expect(insecure('http://127.0.0.1:8000')).toBe(false);
    expect(insecure('http://localhost')).toBe(false);
  });
});

describe('isBelow', () => {
  it.each([
    ['https://a.example/m', true],
    ['https://a.example/m/webservice/rest/server.php', true],
    ['https://a.example/moodle2', false],
    ['https://a.example/m/../other', false],
    ['https://a.example/m/%2e%2e/other', false],
    ['http://a.example/m', false],
    ['https://a.example:8443/m', false],
    ['https://a.example.evil.example/m', false],
    ['https://a.example@evil.example/m', false],
    ['https://x@a.example/m', false],
    ['m', false],
  ])('%s', (url, below) => {
    expect(isBelow(url, site('https://a.example/m'))).toBe(below);
  });
});
