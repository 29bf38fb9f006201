import { Guard } from './guard.ts';
import type { Clock, Logger } from './ports.ts';

/** A clock that stands still until it is told to go on. */
export class TestClock implements Clock {
  private time = 0;
  private readonly timers = new Set<{ at: number; run: () => void }>();

  now(): number {
    return this.time;
  }

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.time + milliseconds, run };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }

  /** Lets time pass, and what it brings. */
  async pass(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    for (const timer of [...this.timers].sort((a, b) => a.at - b.at)) {
      if (timer.at > this.time || !this.timers.delete(timer)) continue;
      timer.run();
    }
    for (let i = 0; i < 10; i += 1) await Promise.resolve();
  }
}

class TestLogger implements Logger {
  readonly lines: string[] = [];
  error = (line: string) => this.lines.push(`error: ${line}`);
  warn = (line: string) => this.lines.push(`warn: ${line}`);
  info = (line: string) => this.lines.push(`info: ${line}`);
  debug = (line: string) => this.lines.push(`debug: ${line}`);
}

export function testGuard() {
  const clock = new TestClock();
  const logger = new TestLogger();
  return { clock, logger, guard: new Guard(clock, logger) };
}
