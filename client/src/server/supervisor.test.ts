import { describe, expect, it } from 'vitest';
import type { ServerLife, ServerRun } from './supervisor.ts';
import { Supervisor, crashesToReport, pauseBefore } from './supervisor.ts';

/** A supervisor over servers that live until the test ends them. */
function setUp(start: (run: number) => Promise<void> = () => Promise.resolve()) {
  const lives: ServerLife[] = [];
  const stopped: number[] = [];
  const closers: (() => void)[] = [];
  const pauses: number[] = [];
  let clock = 0;
  let reports = 0;
  const supervisor = new Supervisor<ServerRun>({
    create(onClosed) {
      const index = closers.push(onClosed) - 1;
      return {
        start: () => start(index),
        stop: () => {
          stopped.push(index);
          return Promise.resolve();
        },
      };
    },
    now: () => clock,
    wait: (milliseconds) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    },
    onLife: (life) => lives.push(life),
    onRepeatedCrashes: () => reports++,
  });
  const crash = async () => {
    closers.at(-1)!();
    await settle();
  };
  return {
    supervisor,
    lives,
    stopped,
    pauses,
    crash,
    started: () => closers.length,
    reports: () => reports,
    later: (milliseconds: number) => (clock += milliseconds),
    close: (index: number) => {
      closers[index]!();
    },
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('Supervisor', () => {
  it('starts a new server whenever one dies, however often', async () => {
    const { supervisor, lives, crash, started, reports } = setUp();
    await supervisor.restart();
    for (let time = 0; time < 20; time++) await crash();
    expect(started()).toBe(21);
    expect(lives.at(-1)).toBe('running');
    expect(reports()).toBe(1);
  });

  it('pauses longer and longer, but never long, between crashes that follow each other', async () => {
    const { supervisor, pauses, crash } = setUp();
    await supervisor.restart();
    for (let time = 0; time < 12; time++) await crash();
    expect(pauses).toEqual([0, 0, 0, 0, 250, 500, 1000, 2000, 4000, 5000, 5000, 5000]);
    expect(pauseBefore(1000)).toBe(5000);
  });

  it('forgets crashes that are long ago', async () => {
    const { supervisor, pauses, crash, later, reports } = setUp();
    await supervisor.restart();
    for (let time = 0; time < 3 * crashesToReport; time++) {
      later(100_000);
      await crash();
    }
    expect(new Set(pauses)).toEqual(new Set([0]));
    expect(reports()).toBe(0);
  });

  it('treats a server that dies while it starts as a crash', async () => {
    const { supervisor, lives, started } = setUp((run) =>
      run < 3 ? Promise.reject(new Error('no')) : Promise.resolve(),
    );
    await supervisor.restart();
    await settle();
    expect(started()).toBe(4);
    expect(lives.filter((life) => life === 'crashed')).toHaveLength(3);
    expect(lives.at(-1)).toBe('running');
  });

  it('counts one death once, whoever reports it', async () => {
    const { supervisor, close, started } = setUp();
    await supervisor.restart();
    close(0);
    close(0);
    await settle();
    close(0);
    await settle();
    expect(started()).toBe(2);
  });

  it('replaces the running server on demand and stays stopped when told to', async () => {
    const { supervisor, stopped, crash, started, lives } = setUp();
    await supervisor.restart();
    await supervisor.restart();
    expect(stopped).toEqual([0]);
    await supervisor.stop();
    await crash();
    expect(started()).toBe(2);
    expect(supervisor.current).toBeUndefined();
    expect(lives.at(-1)).toBe('stopped');
  });

  it('does not start a second server when it is stopped during the pause after a crash', async () => {
    const { supervisor, close, started } = setUp();
    await supervisor.restart();
    close(0);
    await supervisor.stop();
    await settle();
    expect(started()).toBe(1);
  });
});
