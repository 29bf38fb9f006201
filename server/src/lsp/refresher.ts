import type { Guard } from './guard.ts';
import type { Clock } from './ports.ts';

/** Changes come in groups: one request for all of them, this long after the last (milliseconds). */
const pause = 150;

/** Tells the client, soon and once, that something is worth asking again. */
export class Refresher {
  private waiting: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly guard: Guard,
    private readonly name: string,
    /** Undefined: the client does not want to be told. */
    private readonly send: (() => Promise<void>) | undefined,
  ) {}

  soon(): void {
    const { send } = this;
    if (!send) return;
    this.waiting?.();
    this.waiting = this.clock.after(pause, () => {
      this.waiting = undefined;
      void this.guard.run(this.name, send);
    });
  }
}
