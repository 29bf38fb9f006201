import { describe, expect, it } from 'vitest';
import type { Json, SchemaNode } from '../../../webservice/src/schema/node.ts';
import { single, value as node } from '../../../webservice/src/schema/nodes.testkit.ts';
import type { CallReport } from '../../../webservice/src/transport/callFunction.ts';
import type { MoodleException, Outcome } from '../../../webservice/src/wire/outcome.ts';
import { viewOutcome } from './outcomeView.ts';

const http = { status: 200, bytes: 12_700, headers: {} };
const words = {
  answered: (status: number, items: number | null, milliseconds: number) =>
    `${status}, ${items ?? 'no'} items, ${milliseconds} ms`,
  failed: (code: string) => `failed, ${code}`,
  cancelled: () => 'cancelled',
};
const view = (outcome: Outcome, report: Partial<CallReport> = {}, returns?: SchemaNode) =>
  viewOutcome({ outcome, warnings: [], elapsedMs: 143, http, ...report }, words, returns ? { returns } : null);
const value = (json: Json): Outcome => ({ kind: 'value', value: json, warnings: [] });
const exception = (message: string): MoodleException => ({
  kind: 'exception',
  exceptionClass: 'webservice_access_exception',
  errorcode: 'accessexception',
  message,
  debuginfo: null,
  format: 'json',
});

describe('an answer', () => {
  it('is indented JSON with status, time and size', () => {
    const { view: shown, document } = view(value([{ id: 1 }, { id: 2 }]));
    expect(shown.summary).toBe('200 · 143 ms · 12.4 KB');
    expect(shown.announcement).toBe('200, 2 items, 143 ms');
    expect(shown.text).toBe('[\n  {\n    "id": 1\n  },\n  {\n    "id": 2\n  }\n]');
    expect(document).toBe(shown.text);
  });

  it('is cut for the panel but whole as a document', () => {
    const { view: shown, document } = view(value('x'.repeat(300_000)));
    expect([shown.text.length, shown.hidden, document.length]).toEqual([200_000, 100_002, 300_002]);
  });

  it('shows what the site, and the request, warn of', () => {
    const warnings = [{ item: 'course', itemid: 7, warningcode: 'nope', message: 'No access' }];
    const sent = { kind: 'many-variables' as const, variables: 2000, message: 'too many' };
    expect(view({ kind: 'value', value: {}, warnings }, { warnings: [sent] }).view.warnings).toEqual([
      'too many',
      'course 7: No access (nope)',
    ]);
  });
});

describe('what an answer is compared with', () => {
  const returns = single({ id: node('int'), name: node('text') });

  it('is the schema, where there is one', () => {
    const { view: shown, tree } = view(value({ id: 'x', name: 'Red' }), {}, returns);
    expect(shown.deviations).toMatchObject([{ place: 'id', path: ['id'] }]);
    expect(tree!.children([]).rows[0]!.deviations).toEqual([shown.deviations[0]!.message]);
    expect(view(value({ id: 1, name: 'Red' }), {}, returns).view.deviations).toEqual([]);
  });

  it('is nothing for a function that is not known', () => {
    expect(view(value({ id: 'x' })).view.deviations).toEqual([]);
  });
});

describe('a failure', () => {
  it('is no failure to a listener who cancelled the call', () => {
    expect(view({ kind: 'cancelled' }, { http: null }).view.announcement).toBe('cancelled');
  });

  it('is told in plain words, with what the site said', () => {
    const { view: shown, related } = view(exception('Access control exception'));
    expect(shown.ok).toBe(false);
    expect(shown.summary).toBe('accessexception · 200 · 143 ms · 12.4 KB');
    expect(shown.announcement).toBe('failed, accessexception');
    expect(related).toEqual(['declaration']);
    expect(Object.values(shown.explanation!).every((text) => text !== '')).toBe(true);
    expect(shown.text).toBe('Access control exception');
  });

  it('has no status where no answer came', () => {
    const { view: shown } = view({ kind: 'timeout', timeoutMs: 30_000 }, { http: null, elapsedMs: 30_000 });
    expect(shown.summary).toBe('timeout · 30000 ms');
  });
});
