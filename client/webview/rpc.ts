import type { Api, Method, ToExtension, ToWebview } from '../src/panel/messages.ts';

interface Pending {
  resolve: (result: never) => void;
  reject: (reason: Error) => void;
}

/** The asking side: numbers requests and settles each with its answer, or with a rejection when the panel goes away. */
export class Requests {
  private readonly pending = new Map<number, Pending>();
  private readonly post: (message: ToExtension) => void;
  private lastId = 0;
  private disposed = false;

  constructor(post: (message: ToExtension) => void) {
    this.post = post;
  }

  send<M extends Method>(method: M, params: Api[M]['params']): Promise<Api[M]['result']> {
    if (this.disposed) return Promise.reject(new Error('The panel is closed.'));
    const id = ++this.lastId;
    const result = new Promise<Api[M]['result']>((resolve, reject) => {
      this.pending.set(id, { resolve, reject });
    });
    this.post({ id, method, params } as ToExtension);
    return result;
  }

  /** Takes an answer; true when the message was one. */
  receive(message: ToWebview): boolean {
    if (message.kind !== 'result' && message.kind !== 'failed') return false;
    const pending = this.pending.get(message.id);
    this.pending.delete(message.id);
    if (message.kind === 'result') pending?.resolve(message.result as never);
    else pending?.reject(new Error(message.message));
    return true;
  }

  dispose(): void {
    this.disposed = true;
    for (const { reject } of this.pending.values()) reject(new Error('The panel is closed.'));
    this.pending.clear();
  }
}
