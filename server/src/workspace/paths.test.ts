import { describe, expect, it } from 'vitest';
import { isInside, normalPath, pathOfUri, uriOfPath } from './paths.ts';

describe('normalPath', () => {
  it.each([
    ['/a/./b//c/', '/a/b/c'],
    ['/a/b/../../c', '/c'],
    ['/../../a', '/a'],
    ['/', '/'],
    ['c:\\Moodle\\lib', 'C:/Moodle/lib'],
    ['/C:/Moodle', 'C:/Moodle'],
    ['C:/..', 'C:'],
    ['\\\\wsl$\\Debian\\moodle', '//wsl$/Debian/moodle'],
    ['//server/share/../x', '//server/x'],
    ['///a', '/a'],
  ])('%s → %s', (path, normal) => {
    expect(normalPath(path)).toBe(normal);
    expect(normalPath(normal)).toBe(normal);
  });
});

describe('pathOfUri', () => {
  it.each([
    ['file:///c%3A/Moodle/a%20b.php', 'C:/Moodle/a b.php'],
    ['file:///C:/Moodle/a b.php', 'C:/Moodle/a b.php'],
    ['FILE:///moodle/%C3%A9.php', '/moodle/é.php'],
    ['file://server/share/x.php', '//server/share/x.php'],
    ['untitled:Untitled-1', undefined],
    ['git:/moodle/x.php', undefined],
  ])('%s → %s', (uri, path) => {
    expect(pathOfUri(uri)).toBe(path);
  });

  it('comes back', () => {
    for (const path of ['/moodle/a b#c?.php', '//server/share/x.php']) expect(pathOfUri(uriOfPath(path))).toBe(path);
    expect(pathOfUri(uriOfPath('C:/x.php'))).toBe('C:/x.php');
  });
});

it('isInside', () => {
  expect(isInside('/a/b', '/a')).toBe(true);
  expect(isInside('/a', '/a')).toBe(true);
  expect(isInside('/ab', '/a')).toBe(false);
  expect(isInside('/a', '/')).toBe(true);
});
