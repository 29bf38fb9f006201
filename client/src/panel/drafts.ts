import { redact } from '../../../webservice/src/wire/secret.ts';
import type { Secret } from '../../../webservice/src/wire/secret.ts';
import type { Storage } from '../sites/sites.ts';

interface Draft {
  site: string;
  function: string;
  text: string;
}

const draftsKey = 'moodleWs.drafts';
const functionKey = 'moodleWs.function';
const maxDrafts = 200;
const maxLength = 100_000;

/** What was typed as arguments, per site and function, and the function chosen last; kept across reloads. */
export class Drafts {
  private readonly storage: Storage;

  constructor(storage: Storage) {
    this.storage = storage;
  }

  get(site: string, functionName: string): string | undefined {
    return this.all().find((draft) => draft.site === site && draft.function === functionName)?.text;
  }

  /** A text that contains the site's token is not stored, nor one too long for this store. */
  async set(site: string, functionName: string, text: string, token: Secret | undefined): Promise<void> {
    await this.delete(site, functionName);
    if (text.length > maxLength || (token && redact(text, [token]) !== text)) return;
    const others = this.all().slice(1 - maxDrafts);
    await this.storage.update(draftsKey, [...others, { site, function: functionName, text }]);
  }

  async delete(site: string, functionName: string): Promise<void> {
    const others = this.all().filter((draft) => draft.site !== site || draft.function !== functionName);
    await this.storage.update(draftsKey, others);
  }

  get functionName(): string {
    const stored = this.storage.get(functionKey);
    return typeof stored === 'string' ? stored : '';
  }

  async setFunctionName(name: string): Promise<void> {
    await this.storage.update(functionKey, name);
  }

  private all(): Draft[] {
    const stored = this.storage.get(draftsKey);
    return Array.isArray(stored) ? stored.filter(isDraft) : [];
  }
}

function isDraft(stored: unknown): stored is Draft {
  if (typeof stored !== 'object' || stored === null) return false;
  const { site, function: name, text } = stored as Record<string, unknown>;
  return typeof site === 'string' && typeof name === 'string' && typeof text === 'string';
}
