import type { Codebase } from '../workspace/codebase.ts';
import { componentOf, topOf } from '../workspace/codebase.ts';
import { isInside } from '../workspace/paths.ts';
import { allRules } from './all.ts';
import type { RuleConfig } from './config.ts';
import { defaultConfig } from './config.ts';
import { configName, readConfig } from './configFile.ts';
import { documentOf } from './documents.ts';

export const ruleIds: ReadonlySet<string> = new Set(allRules.map(({ id }) => id));

/** The moodle-ws.json files of plugins and workspaces. Key: path; valid until {@link forget}. */
export class ConfigFiles {
  private readonly cache = new Map<string, RuleConfig>();

  constructor(
    /** The text of a file; undefined where there is none. */
    private readonly read: (path: string) => string | undefined,
  ) {}

  forget(): void {
    this.cache.clear();
  }

  /** What the files around `path` say together: that of its plugin before that of its tree or of a workspace folder. */
  of(path: string, codebase: Codebase, folders: readonly string[]): RuleConfig {
    return mergeConfigs(configPaths(path, codebase, folders).map((one) => this.at(one)));
  }

  private at(path: string): RuleConfig {
    let config = this.cache.get(path);
    if (!config) {
      const text = this.read(path);
      config = text === undefined ? defaultConfig : readConfig(documentOf(path, text), ruleIds).config;
      this.cache.set(path, config);
    }
    return config;
  }
}

/** Where the files that apply to `path` may be, the nearest first. */
export function configPaths(path: string, codebase: Codebase, folders: readonly string[]): string[] {
  const component = componentOf(codebase, path);
  const directories = [...(component ? [component.directory] : []), topOf(codebase), ...folders];
  return [...new Set(directories)]
    .filter((directory) => isInside(path, directory))
    .sort((a, b) => b.length - a.length)
    .map((directory) => `${directory}/${configName}`);
}

/** Several as one; what an earlier one says counts. */
export const mergeConfigs = (configs: readonly RuleConfig[]): RuleConfig => ({
  rules: Object.fromEntries(configs.toReversed().flatMap(({ rules }) => Object.entries(rules))),
  targets: configs.find(({ targets }) => targets)?.targets,
});
