import { describe, expect, it } from 'vitest';
import { AnswerTree, pageSize, pathText } from './answerTree.ts';

const sections = [
  { id: 1, name: 'General', modules: [{ id: 7, url: null }] },
  { id: 2, name: 'Topic 1', modules: [] },
];

describe('the tree of an answer', () => {
  it('has rows for what is below a path', () => {
    const tree = new AnswerTree(sections);
    expect(tree.children([]).rows).toMatchObject([
      { key: '0', kind: 'object', size: 3, text: '{id: 1, name: "General", modules: […]}' },
      { key: '1', kind: 'object', size: 3 },
    ]);
    expect(tree.children([0]).rows.map(({ key, kind, text, size }) => [key, kind, text, size])).toEqual([
      ['id', 'number', '1', 0],
      ['name', 'text', 'General', 0],
      ['modules', 'list', '[{…}]', 1],
    ]);
    expect(tree.children([0, 'nothing', 3])).toEqual({ rows: [], more: 0 });
  });

  it('has a row for an answer without parts, and none for an empty one', () => {
    expect(new AnswerTree(null).children([]).rows).toMatchObject([{ kind: 'null', text: 'null' }]);
    expect(new AnswerTree(true).children([]).rows).toMatchObject([{ kind: 'boolean', text: 'true' }]);
    expect(new AnswerTree([]).children([]).rows).toEqual([]);
  });

  it('gives many rows page by page', () => {
    const tree = new AnswerTree(Array.from({ length: 250 }, (_, n) => n));
    const first = tree.children([]);
    expect([first.rows.length, first.more]).toEqual([pageSize, 150]);
    const last = tree.children([], 200);
    expect([last.rows.length, last.rows[0]!.path, last.more]).toEqual([50, [200], 0]);
  });

  it('finds keys and values in any case, and no more than a page of them', () => {
    const tree = new AnswerTree(sections);
    expect(tree.find('GENERAL').rows.map(({ path }) => path)).toEqual([[0, 'name']]);
    expect(tree.find('mod').rows.map(({ path }) => path)).toEqual([
      [0, 'modules'],
      [1, 'modules'],
    ]);
    expect(tree.find('').rows).toEqual([]);
    const many = new AnswerTree(Array.from({ length: 500 }, () => 'x')).find('x');
    expect([many.rows.length, many.more > 0]).toEqual([pageSize, true]);
  });

  it('marks deviations where they are, and above them how many are below', () => {
    const tree = new AnswerTree(sections, [
      { path: [0, 'name'], message: 'not an int' },
      { path: [1, 'section'], message: 'missing' },
    ]);
    expect(tree.children([]).rows.map(({ inside }) => inside)).toEqual([1, 1]);
    expect(tree.children([0]).rows.map(({ deviations }) => deviations)).toEqual([[], ['not an int'], []]);
    expect(tree.children([1]).rows.at(-1)).toMatchObject({ key: 'section', kind: 'missing', deviations: ['missing'] });
  });

  it('copies texts as they are and the rest as JSON', () => {
    const tree = new AnswerTree(sections);
    expect([tree.text([0, 'name']), tree.text([0, 'id']), tree.text([1, 'modules'])]).toEqual(['General', '1', '[]']);
  });

  it('bears names of the prototype, and depth', () => {
    const tree = new AnswerTree(JSON.parse('{"__proto__": {"x": 1}, "constructor": 2}') as never);
    expect(tree.children(['__proto__']).rows).toMatchObject([{ key: 'x' }]);
    expect(tree.children(['toString']).rows).toEqual([]);
    let deep: never[] = [];
    for (let i = 0; i < 500; i++) deep = [deep] as never;
    expect(new AnswerTree(deep).find('x').rows).toEqual([]);
  });
});

it('a path reads as in JavaScript', () => {
  expect(pathText([0, 'modules', 2, 'a b'])).toBe('[0].modules[2]["a b"]');
  expect(pathText(['courses', 0])).toBe('courses[0]');
  expect(pathText([])).toBe('');
});
