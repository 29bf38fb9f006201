import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { CancellationToken } from 'vscode-languageserver';
import type { Clock, Logger } from './ports.ts';

/** Answers slower than this are worth a line in the log. */
const slow = 500;

export type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

/** The one way in which handlers run: nothing they do can end the process or reach the client as an error of ours. */
export class Guard {
  constructor(
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * A handler of a request: it is not run when the request was cancelled meanwhile; a throw costs this one answer,
   * which is then `fallback`.
   */
  request<P, R>(
    name: string,
    fallback: R,
    handler: Handler<P, R>,
    /** It answers when there is something to tell: no matter how long that takes. */
    { waits = false } = {},
  ): (params: P, token: CancellationToken) => Promise<R> {
    return async (params, token) => {
      const start = this.clock.now();
      try {
        stopIfCancelled(token);
        const answer = await handler(params, token);
        stopIfCancelled(token);
        const took = this.clock.now() - start;
        if (took > slow && !waits) this.logger.info(`${name} took ${Math.round(took)} ms.`);
        return answer;
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        this.logger.error(`${name} failed: ${describeError(error)}`);
        return fallback;
      }
    };
  }

  /** A handler of a notification, or work that nobody waits for. */
  notification<P>(name: string, handler: (params: P) => void | Promise<void>): (params: P) => Promise<void> {
    return async (params) => {
      await this.run(name, () => handler(params));
    };
  }

  async run(name: string, work: () => void | Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.error(`${name} failed: ${describeError(error)}`);
    }
  }
}

function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
}

/** An error for the log, without anything that could be a token. */
export function describeError(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.slice(0, 4000).replace(/[0-9a-f]{32,}/gi, '…');
}
