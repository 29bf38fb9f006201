/** Facts about Moodle's own external functions, version by version: catalogue/moodle.jsonl as the extension ships it. */
import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import type { SchemaNode } from '../../../webservice/src/schema/node.ts';
import { branchIndex, moodleBranches } from '../workspace/moodleVersions.ts';
import type { BranchRange } from '../workspace/moodleVersions.ts';
import { keyPaths, readNotation } from './notation.ts';
import type { Notation } from './notation.ts';

/** What one step of a function's history says; in the file, a later one only what changed. */
interface Step {
  readonly from?: string;
  readonly gone?: string;
  readonly component?: string;
  readonly type?: string | null;
  readonly ajax?: boolean | null;
  readonly loginrequired?: boolean | null;
  readonly readonlysession?: boolean | null;
  readonly deprecated?: boolean | null;
  readonly services?: string | null;
  readonly capabilities?: string | null;
  readonly parameters?: string | null;
  readonly returns?: string | null;
}

/** The facts of one function for some branches in a row. */
interface Run extends BranchRange {
  readonly facts: Step;
}

/** A part of a schema that has not always been there. Names of versions; undefined: as far back or on as facts go. */
export interface PartHistory {
  /** Key by key from the outside, without the lists between: `['options', 'name']`. */
  readonly path: readonly string[];
  readonly since: string | undefined;
  readonly gone: string | undefined;
}

export interface FunctionHistory {
  readonly since: string | undefined;
  readonly gone: string | undefined;
  /** Only what differs from the function's own. */
  readonly parameters: readonly PartHistory[];
  readonly returns: readonly PartHistory[];
}

export class Catalogue {
  private readonly runs = new Map<string, readonly Run[]>();
  private readonly schemaLines = new Map<string, string>();
  /** Key: name; holds for good, as the facts do. */
  private readonly histories = new Map<string, FunctionHistory>();

  /** `text`: catalogue/moodle.jsonl. Its schemas are read when first asked for. */
  constructor(text: string) {
    const [, ...lines] = text.split('\n');
    const end = lines.indexOf('');
    for (const line of lines.slice(0, end)) {
      const [name, ...steps] = JSON.parse(line) as [string, ...Step[]];
      this.runs.set(name, runsOf(steps));
    }
    for (const line of lines.slice(end + 1)) this.schemaLines.set(line.slice(2, 10), line);
  }

  get names(): Iterable<string> {
    return this.runs.keys();
  }

  /** Whether a function was there in one of the branches. */
  isIn(name: string, { first, last }: BranchRange): boolean {
    return this.runs.get(name)?.some((run) => run.first <= last && run.last >= first) === true;
  }

  /** The newest facts within the branches; else the nearest before them, else the first there are. */
  private runFor(name: string, { first, last }: BranchRange): Run | undefined {
    const runs = this.runs.get(name) ?? [];
    return (
      runs.findLast((one) => one.first <= last && one.last >= first) ??
      runs.findLast((one) => one.last < first) ??
      runs[0]
    );
  }

  /** The version of Moodle that {@link describe} tells of. */
  version(name: string, branches: BranchRange): string | undefined {
    const run = this.runFor(name, branches);
    return run && moodleBranches[Math.max(Math.min(run.last, branches.last), run.first)]?.[0];
  }

  /** A function as the newest of the branches has it: without texts, class, place or schemas. */
  brief(name: string, branches: BranchRange): ExternalFunction | undefined {
    const facts = this.runFor(name, branches)?.facts;
    return (
      facts && {
        name,
        component: facts.component ?? '',
        classname: '',
        methodname: '',
        type: facts.type ?? '',
        ajax: facts.ajax ?? false,
        loginrequired: facts.loginrequired ?? true,
        readonlysession: facts.readonlysession ?? false,
        capabilities: facts.capabilities ?? '',
        deprecated: facts.deprecated ?? false,
        description: '',
        services: facts.services?.split(',').map((service) => service.trim()) ?? [],
        file: '',
        line: 0,
        parameters: null,
        returns: null,
        complete: false,
      }
    );
  }

  /** The same with its schemas, which are without texts. */
  describe(name: string, branches: BranchRange): ExternalFunction | undefined {
    const brief = this.brief(name, branches);
    const facts = this.runFor(name, branches)?.facts;
    if (!brief || !facts) return undefined;
    const parameters = this.schema(facts.parameters);
    return { ...brief, parameters, returns: this.schema(facts.returns), complete: parameters !== null };
  }

  private notation(id: string): Notation | undefined {
    const line = this.schemaLines.get(id);
    return line === undefined ? undefined : (JSON.parse(line) as [string, Notation])[1];
  }

  /** `known`: those of schemas that were asked for, by id. Versions of a function share parts of them. */
  private paths(id: string | null | undefined, known: Map<string, readonly string[]>): readonly string[] {
    if (typeof id !== 'string') return [];
    let paths = known.get(id);
    if (!paths) known.set(id, (paths = keyPaths(this.notation(id) ?? '', (one) => this.paths(one, known))));
    return paths;
  }

  private schema(id: string | null | undefined): SchemaNode | null {
    const notation = typeof id === 'string' ? this.notation(id) : undefined;
    return notation === undefined ? null : readNotation(notation, (one) => this.notation(one));
  }

  /** Since when a function, and each part of its schemas, is there, and where it is gone again. */
  history(name: string): FunctionHistory | undefined {
    const known = this.histories.get(name);
    if (known) return known;
    const runs = this.runs.get(name);
    if (!runs) return undefined;
    const whole = spanOf(runs.map(({ first, last }) => ({ first, last })));
    const history = {
      ...told(whole),
      parameters: this.parts(runs, 'parameters', whole),
      returns: this.parts(runs, 'returns', whole),
    };
    this.histories.set(name, history);
    return history;
  }

  private parts(runs: readonly Run[], which: 'parameters' | 'returns', whole: BranchRange): PartHistory[] {
    // The keys of most functions have always been there.
    if (new Set(runs.map(({ facts }) => facts[which])).size === 1) return [];
    const spans = new Map<string, BranchRange[]>();
    const known = new Map<string, readonly string[]>();
    for (const { first, last, facts } of runs)
      for (const path of this.paths(facts[which], known)) {
        const span = spans.get(path);
        if (span) span.push({ first, last });
        else spans.set(path, [{ first, last }]);
      }
    const parts: PartHistory[] = [];
    for (const [path, there] of spans) {
      const span = spanOf(there);
      const around = spanOf(spans.get(path.slice(0, path.lastIndexOf('\n'))) ?? [whole]);
      const { since, gone } = told(span);
      // What came and went with the structure around it goes without saying.
      const part = {
        path: path.split('\n'),
        since: span.first === around.first ? undefined : since,
        gone: span.last === around.last ? undefined : gone,
      };
      if (part.since !== undefined || part.gone !== undefined) parts.push(part);
    }
    return parts;
  }
}

/** The branches from the first to the last in which something was there without a break, the newest such time. */
function spanOf(ranges: readonly BranchRange[]): BranchRange {
  let { first, last } = ranges.at(-1) ?? { first: 0, last: 0 };
  for (const range of [...ranges].reverse()) if (range.last >= first - 1) first = Math.min(first, range.first);
  for (const range of ranges) last = Math.max(last, range.last);
  return { first, last };
}

/** In names of versions; the facts do not go beyond the first branch, nor beyond the last. */
const told = ({ first, last }: BranchRange) => ({
  since: first === 0 ? undefined : moodleBranches[first]?.[0],
  gone: moodleBranches[last + 1]?.[0],
});

function runsOf(steps: readonly Step[]): Run[] {
  const runs: Run[] = [];
  let facts: Step = {};
  for (const [index, step] of steps.entries()) {
    const first = branchIndex(step.from ?? '');
    if (first === undefined) continue;
    facts = { ...(steps[index - 1]?.gone === undefined ? facts : {}), ...step };
    const next = steps[index + 1];
    const end = next === undefined ? undefined : branchIndex(next.from ?? next.gone ?? '');
    runs.push({ first, last: (end ?? moodleBranches.length) - 1, facts });
  }
  return runs;
}
