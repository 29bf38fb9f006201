import { ruleSettings } from '../rules/config.ts';
import type { RuleConfig } from '../rules/config.ts';
import type { RuleSetting } from '../rules/rule.ts';
import type { Clock } from './ports.ts';

/** The settings of one resource. */
export interface Settings {
  /** As written; empty when not set. */
  readonly moodlePath: string;
  /** As written; empty when not set. */
  readonly catalogueFile: string;
  readonly diagnostics: { readonly enabled: boolean; readonly workspace: boolean };
  readonly rules: RuleConfig['rules'];
}

export const defaultSettings: Settings = {
  moodlePath: '',
  catalogueFile: '',
  diagnostics: { enabled: true, workspace: true },
  rules: {},
};

/** Reads what a client sent for the section `moodleWs`. A value of the wrong type is as if it were absent, and `bad` hears its key. */
export function readSettings(value: unknown, bad: (key: string) => void): Settings {
  const section = isObject(value) ? value : {};
  const diagnostics = isObject(section['diagnostics']) ? section['diagnostics'] : {};
  const take = <T extends string | boolean>(
    from: Record<string, unknown>,
    key: string,
    name: string,
    fallback: T,
  ): T => {
    const found = from[key];
    if (found === undefined || found === null) return fallback;
    if (typeof found === typeof fallback) return found as T;
    bad(name);
    return fallback;
  };
  return {
    moodlePath: take(section, 'moodlePath', 'moodleWs.moodlePath', defaultSettings.moodlePath).trim(),
    catalogueFile: take(section, 'catalogueFile', 'moodleWs.catalogueFile', defaultSettings.catalogueFile).trim(),
    diagnostics: {
      enabled: take(diagnostics, 'enabled', 'moodleWs.diagnostics.enabled', defaultSettings.diagnostics.enabled),
      workspace: take(
        diagnostics,
        'workspace',
        'moodleWs.diagnostics.workspace',
        defaultSettings.diagnostics.workspace,
      ),
    },
    rules: readRules(section['rules'], bad),
  };
}

function readRules(value: unknown, bad: (key: string) => void): Settings['rules'] {
  if (value !== undefined && value !== null && !isObject(value)) bad('moodleWs.rules');
  const isSetting = (one: unknown): one is RuleSetting => ruleSettings.some((known) => known === one);
  const rules: Record<string, RuleSetting> = {};
  for (const [id, setting] of Object.entries(isObject(value) ? value : {})) {
    if (isSetting(setting)) rules[id] = setting;
    else bad(`moodleWs.rules: ${id}`);
  }
  return rules;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

export interface SettingsPorts {
  readonly clock: Clock;
  /** Asks the client for the section of a resource; undefined for clients that cannot be asked. */
  readonly pull: ((uri: string | undefined) => Promise<unknown>) | undefined;
  /** Hears of a bad key, once. */
  readonly warn: (key: string) => void;
}

/** A client that does not answer must not keep the server from starting. */
const patience = 2000;

/** Settings per resource. Key: URI; valid until the client says that settings changed. */
export class SettingsCache {
  private readonly cache = new Map<string, Promise<Settings>>();
  private readonly warned = new Set<string>();
  private pushed: unknown;

  constructor(private readonly ports: SettingsPorts) {}

  /** For clients without workspace/configuration: the values of `initializationOptions` or of a change notification. */
  push(value: unknown): void {
    this.pushed = value;
  }

  forget(): void {
    this.cache.clear();
  }

  of(uri: string | undefined): Promise<Settings> {
    const key = uri ?? '';
    let found = this.cache.get(key);
    if (!found) this.cache.set(key, (found = this.read(uri)));
    return found;
  }

  private async read(uri: string | undefined): Promise<Settings> {
    const { pull } = this.ports;
    const value = pull ? await this.within(pull(uri)) : this.pushed;
    return readSettings(value, (key) => {
      if (!this.warned.has(key)) this.ports.warn(key);
      this.warned.add(key);
    });
  }

  private async within(answer: Promise<unknown>): Promise<unknown> {
    let stop: () => void = () => undefined;
    const late = new Promise<undefined>((resolve) => {
      stop = this.ports.clock.after(patience, () => {
        resolve(undefined);
      });
    });
    const value = await Promise.race([answer.catch(() => undefined), late]);
    stop();
    return value;
  }
}
