import { describe, expect, it } from 'vitest';
import { editDistance, nearestName, nearestNames } from './nearest.ts';

describe('editDistance', () => {
  it.each([
    ['ajax', 'ajax', 0],
    ['ajx', 'ajax', 1],
    ['aajx', 'ajax', 1],
    ['tpye', 'type', 1],
    ['eytp', 'type', 3],
    ['', 'ab', 2],
    ['a', 'abcdef', 3],
    ['abcdef', 'uvwxyz', 3],
  ])('%s → %s', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
    expect(editDistance(b, a, 2)).toBe(distance);
  });
});

describe('nearestName', () => {
  it('is at most two edits away, and less for short names', () => {
    expect(nearestName('core_get_contnts', ['core_get_content', 'core_get_contents'])).toBe('core_get_contents');
    expect(nearestName('abc', ['xyc', 'abd'])).toBe('abd');
    expect(nearestName('ab', ['ac'])).toBeUndefined();
    expect(nearestName('same', ['same'])).toBeUndefined();
  });

  it('has an order', () => {
    expect(nearestNames('aaaa', ['aaab', 'aaac', 'aabb', 'zzzzzz'], 3, 2)).toEqual(['aaab', 'aaac', 'aabb']);
  });
});
