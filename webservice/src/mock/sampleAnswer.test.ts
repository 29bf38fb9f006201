import { describe, expect, it } from 'vitest';
import { checkAnswer } from '../schema/checkAnswer.ts';
import type { SchemaNode } from '../schema/node.ts';
import { multiple, single, value } from '../schema/nodes.testkit.ts';
import { paramTypes } from '../schema/paramTypes.ts';
import { cleanReturnvalue } from '../schema/validate.ts';
import { sampleAnswer } from './sampleAnswer.ts';

const wwwroot = 'http://127.0.0.1:8000';

describe('sampleAnswer', () => {
  const course = single({
    id: value('int'),
    fullname: value('text'),
    summary: value('raw'),
    summaryformat: value('int'),
    visible: value('bool'),
    timecreated: value('int'),
    viewurl: value('url'),
  });

  it('is plausible by type and key', () => {
    const summary = (n: number) => ({ summary: `<p>Summary ${n}</p>`, summaryformat: 1, visible: true });
    expect(sampleAnswer(single({ courses: multiple(course), warnings: multiple(single({})) }), {}, wwwroot)).toEqual({
      courses: [
        {
          id: 1,
          fullname: 'Fullname 1',
          ...summary(1),
          timecreated: 1767225600,
          viewurl: `${wwwroot}/mod/page/view.php?id=1`,
        },
        {
          id: 2,
          fullname: 'Fullname 2',
          ...summary(2),
          timecreated: 1767312000,
          viewurl: `${wwwroot}/mod/page/view.php?id=2`,
        },
      ],
      warnings: [],
    });
  });

  it('knows users', () => {
    const user = single({ username: value('username'), email: value('email'), fullname: value('text') });
    expect(sampleAnswer(multiple(user), {}, wwwroot)).toMatchObject([
      { username: 'jane', email: 'jane@example.com', fullname: 'Jane Doe' },
      { username: 'john', email: 'john@example.com', fullname: 'John Roe' },
    ]);
  });

  it('repeats what the call named', () => {
    const returns = single({ courseid: value('int'), users: multiple(single({ userid: value('int') })) });
    expect(sampleAnswer(returns, { courseid: 7, userids: ['5', '6'] }, wwwroot)).toEqual({
      courseid: 7,
      users: [{ userid: 5 }, { userid: 6 }],
    });
  });

  it('fits the schema, for every type under any name', { timeout: 30_000 }, () => {
    const names = ['id', 'name', 'email', 'timecreated', 'url', 'format', 'visible', 'x', 'description', 'lang', ''];
    for (const { value: type } of paramTypes)
      for (const name of names) {
        const returns = single({ [name]: value(type, { allownull: false }) });
        const answer = cleanReturnvalue(returns, sampleAnswer(returns, { id: '<b>', name: 'a b' }, wwwroot));
        expect(answer.problems, `${type} ${name}`).toEqual([]);
        expect(checkAnswer(returns, answer.value).deviations, `${type} ${name}`).toEqual([]);
      }
  });

  it('is null where nothing is returned, and bounded for any schema', { timeout: 30_000 }, () => {
    expect(sampleAnswer(null, {}, wwwroot)).toBeNull();
    let wide: SchemaNode = single(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`k${i}`, value('int')])));
    for (let i = 0; i < 30; i++) wide = multiple(wide);
    expect(JSON.stringify(sampleAnswer(wide, {}, wwwroot)).length).toBeLessThan(2_000_000);
    let deep: SchemaNode = value('int');
    for (let i = 0; i < 20_000; i++) deep = single({ down: deep });
    expect(JSON.stringify(sampleAnswer(deep, {}, wwwroot)).length).toBeLessThan(1000);
  });
});
