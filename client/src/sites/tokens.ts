import { Secret } from '../../../webservice/src/wire/secret.ts';
import type { Wwwroot } from '../../../webservice/src/wire/wwwroot.ts';

/** The part of VS Code's SecretStorage that is used here. */
export interface SecretStore {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
}

/**
 * Tokens, in SecretStorage only. The key is the wwwroot (origin and path), never a name: a site whose address changes
 * has no token, so none can reach another host.
 */
export class Tokens {
  private readonly store: SecretStore;

  constructor(store: SecretStore) {
    this.store = store;
  }

  async get(wwwroot: Wwwroot): Promise<Secret | undefined> {
    const text = await this.store.get(key(wwwroot));
    if (text === undefined) return undefined;
    const token = new Secret(text, wwwroot);
    return token.isEmpty ? undefined : token;
  }

  async has(wwwroot: Wwwroot): Promise<boolean> {
    return (await this.get(wwwroot)) !== undefined;
  }

  /** An empty text removes the token. */
  async set(wwwroot: Wwwroot, text: string): Promise<void> {
    const trimmed = text.trim();
    if (trimmed === '') await this.delete(wwwroot);
    else await this.store.store(key(wwwroot), trimmed);
  }

  async delete(wwwroot: Wwwroot): Promise<void> {
    await this.store.delete(key(wwwroot));
  }
}

function key(wwwroot: Wwwroot): string {
  return `moodleWs.token:${wwwroot}`;
}
