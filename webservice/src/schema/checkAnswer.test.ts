import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { checkAnswer } from './checkAnswer.ts';
import type { Json, SchemaNode } from './node.ts';
import { multiple, single, value } from './nodes.testkit.ts';

const optional = { required: 'VALUE_OPTIONAL' } as const;
const returns = multiple(
  single({
    id: value('int', { allownull: false }),
    name: value('text'),
    visible: value('bool', optional),
    grade: value('float', optional),
    files: multiple(single({ url: value('url') }), optional),
    more: single({ x: value('raw', optional) }, optional),
  }),
);

function deviations(answer: Json, schema: SchemaNode | null = returns) {
  return checkAnswer(schema, answer).deviations.map(({ kind, path }) => `${path.join('.')}: ${kind}`);
}

describe('checkAnswer', () => {
  it('finds nothing in an answer that fits', () => {
    const entry = { id: 1, name: 'A', visible: true, grade: 1, files: [{ url: 'https://a.example/' }], more: { x: 5 } };
    expect(deviations([entry, { id: 2, name: null, more: [] }])).toEqual([]);
    expect(deviations([])).toEqual([]);
  });

  it('tells each place that does not', () => {
    const answer = [
      { id: '1', name: 5, visible: 1, grade: 'x', files: {}, more: 'x' },
      { id: null, name: { a: 1 }, extra: 1, files: [{ url: 'a b' }], more: [1] },
      'x',
    ];
    expect(deviations(answer)).toEqual([
      '0.id: refused',
      '0.name: refused',
      '0.visible: refused',
      '0.grade: refused',
      '0.files: not-list',
      '0.more: not-structure',
      '1.id: null',
      '1.name: not-scalar',
      '1.files.0.url: refused',
      '1.more: not-structure',
      '1.extra: unexpected',
      '2: not-structure',
    ]);
    expect(deviations([{ name: 'A' }])).toEqual(['0.id: missing']);
  });

  it('says what was expected and what came', () => {
    const [id, files] = checkAnswer(returns, [{ id: '1', name: '', files: { a: 1 } }]).deviations;
    expect(id?.text).toBe('A value of type int was expected, a text came that is none.');
    expect(files?.text).toBe('A list was expected, a structure came.');
  });

  it('expects null of a function that returns nothing', () => {
    expect(deviations(null, null)).toEqual([]);
    expect(deviations([], null)).toEqual([': unexpected']);
    expect(deviations(null)).toEqual([': not-list']);
  });

  it('needs less than half of the stack that Node and browsers give, at the deepest', async () => {
    const { outputFiles } = buildSync({
      entryPoints: [fileURLToPath(new URL('checkAnswer.ts', import.meta.url))],
      bundle: true,
      write: false,
      format: 'cjs',
    });
    const around = (schema: SchemaNode, level: number) => (level % 2 ? single({ down: schema }) : multiple(schema));
    let schema: SchemaNode = value('int');
    let answer: Json = 'x';
    for (let level = 0; level < 512; level++) {
      schema = around(schema, level);
      answer = level % 2 ? { down: answer } : [answer];
    }
    const code = `${outputFiles[0]?.text ?? ''}
      const { parentPort, workerData } = require('node:worker_threads');
      const { deviations } = module.exports.checkAnswer(...workerData);
      parentPort.postMessage(deviations.map(({ kind, path }) => [kind, path.length]));`;
    // V8 gives 984 KB. Of a worker's stack Node keeps 192 KB for itself.
    const limits = { resourceLimits: { stackSizeMb: (984 / 2 + 192) / 1024 } };
    const worker = new Worker(code, { eval: true, workerData: [schema, answer], ...limits });
    expect(await once(worker, 'message')).toEqual([[['refused', 512]]]);
  });

  it('is bounded in depth and number', () => {
    let schema: SchemaNode = value('int');
    let answer: Json = 1;
    for (let i = 0; i < 100_000; i++) {
      schema = single({ down: schema });
      answer = { down: answer };
    }
    expect(checkAnswer(schema, answer).deviations.map(({ kind }) => kind)).toEqual(['too-deep']);
    const many = checkAnswer(multiple(value('int')), Array<Json>(500_000).fill('x'));
    expect([many.deviations.length, many.more]).toEqual([200, true]);
    const keys = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${i}`, i]));
    expect(checkAnswer(single({}), keys)).toMatchObject({ more: true, deviations: { length: 200 } });
  });
});
