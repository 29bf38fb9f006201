import type { Connection, PublishDiagnosticsParams } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { MemoryFiles } from '../workspace/memoryFiles.testkit.ts';
import { PullDelivery, PushDelivery, report } from './delivery.ts';
import { Documents } from './documents.ts';
import { testGuard } from './lsp.testkit.ts';
import { Refresher } from './refresher.ts';

function setUp() {
  const { clock, guard, logger } = testGuard();
  const documents = new Documents(new MemoryFiles({}));
  const sent: PublishDiagnosticsParams[] = [];
  const diagnosed: string[] = [];
  const scan = { isReady: true };
  const connection = {
    sendDiagnostics: (params: PublishDiagnosticsParams) => {
      sent.push(params);
      return Promise.resolve();
    },
  } as unknown as Connection;
  const delivery = new PushDelivery({
    connection,
    clock,
    guard,
    documents: () => documents.all,
    isReady: () => scan.isReady,
    diagnose: ({ uri }) => {
      diagnosed.push(uri);
      return uri === 'x:bad' ? Promise.reject(new Error('no')) : Promise.resolve([]);
    },
  });
  const open = (uri: string) => documents.open({ textDocument: { uri, languageId: 'php', version: 1, text: '' } });
  return { clock, logger, documents, sent, diagnosed, scan, delivery, open };
}

describe('pushed diagnostics', () => {
  it('wait until typing pauses, and other documents longer', async () => {
    const { clock, delivery, diagnosed, open } = setUp();
    const [a] = [open('x:a'), open('x:b')];
    for (let i = 0; i < 10; i += 1) {
      delivery.changed(a);
      await clock.pass(100);
    }
    expect(diagnosed).toEqual([]);
    await clock.pass(100);
    expect(diagnosed).toEqual(['x:a']);
    await clock.pass(5000);
    expect(diagnosed).toEqual(['x:a', 'x:b']);
  });

  it('are for all documents when what they depend on changes', async () => {
    const { clock, delivery, sent, open } = setUp();
    open('x:a');
    open('x:b');
    delivery.allChanged();
    delivery.allChanged();
    await clock.pass(1000);
    expect(sent.map(({ uri, version }) => [uri, version])).toEqual([
      ['x:a', 1],
      ['x:b', 1],
    ]);
  });

  it('leave the processor to the first scan, whose end is a change of everything', async () => {
    const { clock, scan, delivery, diagnosed, open } = setUp();
    scan.isReady = false;
    delivery.changed(open('x:a'));
    await clock.pass(1000);
    expect(diagnosed).toEqual([]);
    scan.isReady = true;
    delivery.allChanged();
    await clock.pass(1000);
    expect(diagnosed).toEqual(['x:a']);
  });

  it('are taken back when a document is closed, and not sent after', async () => {
    const { clock, delivery, sent, documents, open } = setUp();
    const a = open('x:a');
    delivery.changed(a);
    documents.close({ textDocument: { uri: 'x:a' } });
    delivery.closed(a);
    await clock.pass(1000);
    expect(sent).toEqual([{ uri: 'x:a', diagnostics: [] }]);
  });

  it('of one document fail alone', async () => {
    const { clock, delivery, sent, logger, open } = setUp();
    open('x:bad');
    open('x:a');
    delivery.allChanged();
    await clock.pass(1000);
    expect(sent.map(({ uri }) => uri)).toEqual(['x:a']);
    expect(logger.lines).toHaveLength(1);
  });
});

describe('pulled diagnostics', () => {
  it('are asked for again once after a group of changes', async () => {
    const { clock, guard } = testGuard();
    let refreshed = 0;
    const delivery = new PullDelivery(
      new Refresher(clock, guard, 'refresh', () => {
        refreshed += 1;
        return Promise.resolve();
      }),
    );
    for (let i = 0; i < 5; i += 1) delivery.allChanged();
    await clock.pass(1000);
    expect(refreshed).toBe(1);
    new PullDelivery(new Refresher(clock, guard, 'refresh', undefined)).allChanged();
  });

  it('have an id by which the same are known', async () => {
    const textDocument = { uri: 'x:a' };
    const first = await report({ textDocument }, () => Promise.resolve([]));
    expect(first.kind).toBe('full');
    const { resultId = '' } = first;
    const again = await report({ textDocument, previousResultId: resultId }, () => Promise.resolve([]));
    expect(again).toEqual({ kind: 'unchanged', resultId });
  });
});
