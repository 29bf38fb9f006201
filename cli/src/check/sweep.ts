import type { KnownFunctions } from '../../../server/src/index/knownFunctions.ts';
import { checkDocument } from '../../../server/src/rules/check.ts';
import type { RuleConfig } from '../../../server/src/rules/config.ts';
import { ConfigFiles } from '../../../server/src/rules/configFiles.ts';
import { checkedFiles, documentOf, isWorthChecking } from '../../../server/src/rules/documents.ts';
import type { Rule } from '../../../server/src/rules/rule.ts';
import { componentOf, topOf } from '../../../server/src/workspace/codebase.ts';
import type { Codebase } from '../../../server/src/workspace/codebase.ts';
import type { Files } from '../../../server/src/workspace/files.ts';
import { MoodleIndex } from '../../../server/src/workspace/moodleIndex.ts';
import { directoryOf, isInside } from '../../../server/src/workspace/paths.ts';
import { planIndexes } from '../../../server/src/workspace/plan.ts';
import { reported } from './findings.ts';
import type { ReportedFinding } from './findings.ts';

export interface SweepOptions {
  /** Those that are asked for by name; all without it. */
  readonly rules?: readonly Rule[] | undefined;
  /** The Moodle tree that answers for plugins which stand alone. */
  readonly moodle: string | undefined;
  /** Functions of Moodle's own for plugins that stand alone. */
  readonly known: KnownFunctions;
  /** The same code at another time. */
  readonly base?: Sweep | undefined;
  /** That is the last commit. */
  readonly baseIsHead?: boolean | undefined;
  /** Hears of a bug that cost one answer, in one line. */
  readonly failed: (what: string, error: unknown) => void;
}

/** Whether a folder is part of a codebase, or holds a part of it. */
const concerns = (codebase: Codebase, root: string): boolean =>
  [topOf(codebase), ...[...codebase.components.values()].map(({ directory }) => directory)].some(
    (directory) => isInside(root, directory) || isInside(directory, root),
  );

/** Who asks for a rule wants to see what it finds, also where it is off unless asked for. */
const withAsked = (config: RuleConfig, rules: readonly Rule[]): RuleConfig => ({
  ...config,
  rules: {
    ...Object.fromEntries(
      rules.filter(({ defaultSeverity }) => defaultSeverity === 'off').map(({ id }) => [id, 'info']),
    ),
    ...config.rules,
  },
});

/** All findings in a file or folder, at one time. */
export class Sweep {
  private readonly indexes: readonly MoodleIndex[];
  /**
   * What paths in reports are relative to: the Git repository, as services that show reports have it, else the tree or
   * the plugin. So a file has the same name whether it is checked alone or with all others.
   */
  readonly root: string;
  /** What is checked, or the folder of the file that is. */
  readonly folder: string;
  private readonly configs: ConfigFiles;

  constructor(
    private readonly files: Files,
    /** Canonical. */
    private readonly path: string,
    private readonly options: SweepOptions,
  ) {
    this.configs = new ConfigFiles((one) => (files.isFile(one) ? files.read(one) : undefined));
    const folder = files.isFile(path) ? directoryOf(path) : path;
    this.folder = folder;
    const { indexes, missing } = planIndexes(files, [{ path: folder, moodlePath: options.moodle }], []);
    this.indexes = indexes.map((plan) => new MoodleIndex(plan, files, options.failed, options.known));
    if (missing.length > 0) this.problem = `There is no Moodle in ${missing.join(', ')}.`;
    else if (!indexes.some(({ codebase }) => concerns(codebase, folder)))
      this.problem = `${path} is neither a Moodle tree nor a plugin (a folder whose version.php names a component).`;
    this.root = this.repositoryAround(folder) ?? this.codeAround(folder) ?? folder;
  }

  /** Why nothing can be checked, in one line. */
  readonly problem: string | undefined;

  private repositoryAround(folder: string): string | undefined {
    for (let at = folder; ; at = directoryOf(at)) {
      if (this.files.realPath(`${at}/.git`) !== undefined) return at;
      if (directoryOf(at) === at) return undefined;
    }
  }

  private codeAround(folder: string): string | undefined {
    const tops = this.indexes.flatMap(({ codebase }) => [
      topOf(codebase),
      ...[componentOf(codebase, folder)].flatMap((one) => one?.directory ?? []),
    ]);
    return tops.filter((one) => isInside(folder, one)).sort((a, b) => a.length - b.length)[0];
  }

  /** Every finding, file by file, each in the order of its text. */
  findings(): ReportedFinding[] {
    return [...checkedFiles(this.files, this.path)].flatMap((path) => this.check(path));
  }

  private check(path: string): ReportedFinding[] {
    const index = this.indexFor(path);
    const text = index && this.files.read(path);
    if (!index || text === undefined || !isWorthChecking(path, text)) return [];
    const { snapshot } = index;
    const document = documentOf(path, text);
    const hits = checkDocument(snapshot, document, {
      config: withAsked(this.configs.of(path, index.codebase, [this.root]), this.options.rules ?? []),
      ...(this.options.rules ? { rules: this.options.rules } : {}),
      base: this.options.base?.indexFor(path)?.snapshot,
      baseIsHead: this.options.baseIsHead,
      failed: (rule, error) => {
        this.options.failed(`${rule} in ${path}`, error);
      },
    });
    return hits.map((hit) => reported(this.root, snapshot, document, hit));
  }

  /** The snapshot that answers for a file. The copy of a plugin in a tree, where a checkout stands in for it, is read by nobody. */
  private indexFor(path: string): MoodleIndex | undefined {
    const around = this.indexes.find(({ codebase }) => codebase.kind !== 'plugin' && isInside(path, codebase.root));
    if (around) return [...around.codebase.moved.keys()].some((copy) => isInside(path, copy)) ? undefined : around;
    return this.indexes.find(({ codebase }) => componentOf(codebase, path)) ?? this.indexes[0];
  }
}
