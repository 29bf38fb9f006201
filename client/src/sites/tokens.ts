import { Secret } from '../../../webservice/src/wire/secret.ts';
import type { Wwwroot } from '../../../webservice/src/wire/wwwroot.ts';

/** The part of VS Code's SecretStorage that is used here. */
export interface SecretStore {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
}

/**
 * Tokens, in SecretStorage only. The key is the wwwroot (origin and path) with the id of the user, never the name of a
 * site: a site whose address changes has no tokens, so none can reach another host.
 */
export class Tokens {
  private readonly store: SecretStore;

  constructor(store: SecretStore) {
    this.store = store;
  }

  async get(wwwroot: Wwwroot, user: string): Promise<Secret | undefined> {
    const text = await this.store.get(key(wwwroot, user));
    if (text === undefined) return undefined;
    const token = new Secret(text, wwwroot);
    return token.isEmpty ? undefined : token;
  }

  async has(wwwroot: Wwwroot, user: string): Promise<boolean> {
    return (await this.get(wwwroot, user)) !== undefined;
  }

  /** Kept for the site that the token is bound to. */
  async set(user: string, token: Secret): Promise<void> {
    const text = token.reveal(token.wwwroot);
    if (text !== null && text !== '') await this.store.store(key(token.wwwroot, user), text);
  }

  async delete(wwwroot: Wwwroot, user: string): Promise<void> {
    await this.store.delete(key(wwwroot, user));
  }
}

/** A wwwroot has no fragment, so the two parts cannot be confused. */
function key(wwwroot: Wwwroot, user: string): string {
  return `moodleWs.token:${wwwroot}#${user}`;
}
