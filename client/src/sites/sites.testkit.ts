import { parseWwwroot } from '../../../webservice/src/wire/wwwroot.ts';
import type { Wwwroot } from '../../../webservice/src/wire/wwwroot.ts';
import type { Site, Storage } from './sites.ts';
import type { SecretStore } from './tokens.ts';

/** A Memento in memory; `entries` is what would be written to disk. */
export function memento(): Storage & { entries: Map<string, unknown> } {
  const entries = new Map<string, unknown>();
  return {
    entries,
    get: (key) => entries.get(key),
    update: (key, value) => {
      entries.set(key, structuredClone(value));
      return Promise.resolve();
    },
  };
}

/** A SecretStorage in memory. */
export function secretStore(): SecretStore & { entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    get: (key) => Promise.resolve(entries.get(key)),
    store: (key, value) => {
      entries.set(key, value);
      return Promise.resolve();
    },
    delete: (key) => {
      entries.delete(key);
      return Promise.resolve();
    },
  };
}

export function wwwroot(text: string): Wwwroot {
  const parsed = parseWwwroot(text);
  if (parsed.kind !== 'wwwroot') throw new Error(parsed.message);
  return parsed.wwwroot;
}

/** A site with one user, whose id is `1`. */
export function site(address: string, name = address): Site {
  return { name, wwwroot: wwwroot(address), production: false, users: [{ id: '1', name: 'admin' }] };
}
