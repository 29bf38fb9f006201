import { allRules } from '../../../server/src/rules/all.ts';
import { nearestName } from '../../../server/src/rules/nearest.ts';
import type { Catalogue } from '../../../server/src/catalogue/catalogue.ts';
import type { Files } from '../../../server/src/workspace/files.ts';
import { baseFiles } from '../check/baseFiles.ts';
import { readBaseline, writeBaseline } from '../check/baseline.ts';
import { without } from '../check/findings.ts';
import type { ReportedFinding } from '../check/findings.ts';
import { fixedTexts } from '../check/fix.ts';
import type { Git } from '../check/git.ts';
import { Sweep } from '../check/sweep.ts';
import type { SweepOptions } from '../check/sweep.ts';
import { checkstyleReport } from '../report/checkstyle.ts';
import { githubReport } from '../report/github.ts';
import { jsonReport } from '../report/json.ts';
import { junitReport } from '../report/junit.ts';
import type { Report } from '../report/report.ts';
import { sarifReport } from '../report/sarif.ts';
import { textReport } from '../report/text.ts';
import { counted } from '../counted.ts';
import { knownFunctions } from '../known.ts';
import type { Result } from '../result.ts';
import type { Style } from '../style.ts';

const reports: Readonly<Record<string, (report: Report, style: Style) => string>> = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  checkstyle: checkstyleReport,
  github: githubReport,
  junit: junitReport,
};
export const formats = Object.keys(reports);

/** What the command line says; paths are absolute. */
export interface CheckRequest {
  readonly path: string;
  readonly moodle: string | undefined;
  /** A file of `moodle-ws export`. */
  readonly catalogue: string | undefined;
  readonly format: string;
  readonly failOn: 'error' | 'warning';
  readonly base: string | undefined;
  readonly baseline: string | undefined;
  readonly writeBaseline: string | undefined;
  readonly fix: boolean;
  /** Ids; empty: all rules. */
  readonly rules: readonly string[];
}

/** What the check needs of the machine. */
export interface CheckPorts {
  readonly version: string;
  readonly files: Files;
  readonly git: Git;
  /** Facts about Moodle's own functions. */
  readonly facts: () => Catalogue | undefined;
  /** See {@link Report.summaryOf}. */
  readonly summaryOf: Report['summaryOf'];
  /** Answers why it could not, where it could not. */
  readonly write: (path: string, text: string) => string | undefined;
  /** Hears of a bug that cost one answer. */
  readonly failed: (what: string, error: unknown) => void;
}

/** Rounds of fixes at most: a fix may show another finding. */
const maxRounds = 5;

/** Checks a file, a plugin or a whole Moodle, and reports what was found. */
export function check(ports: CheckPorts, request: CheckRequest, style: Style): Result {
  const unknown = request.rules.find((id) => !allRules.some((rule) => rule.id === id));
  if (unknown !== undefined) return { failure: unknownRule(unknown) };
  const path = ports.files.realPath(request.path);
  if (path === undefined) return { failure: `${request.path} does not exist.` };
  const known = readKnown(ports, request);
  if ('failure' in known) return known;
  const moodle = request.moodle === undefined ? undefined : ports.files.realPath(request.moodle);
  if (request.moodle !== undefined && moodle === undefined) return { failure: `${request.moodle} does not exist.` };
  const catalogue = knownFunctions(ports.files, request.catalogue, ports.facts);
  if ('failure' in catalogue) return catalogue;
  const rules = request.rules.length > 0 ? allRules.filter(({ id }) => request.rules.includes(id)) : allRules;
  const asked = request.rules.length > 0 ? rules : undefined;
  const options: SweepOptions = { rules: asked, moodle, known: catalogue.known, failed: ports.failed };

  let sweep = new Sweep(ports.files, path, options);
  if (sweep.problem !== undefined) return { failure: sweep.problem };
  const base = request.base === undefined ? undefined : baseSweep(ports, path, request.base, options);
  if (base && 'failure' in base) return base;
  const old: readonly Pick<ReportedFinding, 'file' | 'rule' | 'message' | 'code'>[] = [
    ...(base?.findings() ?? []),
    ...known,
  ];
  const run = (): ReportedFinding[] => {
    sweep = new Sweep(ports.files, path, { ...options, base, baseIsHead: request.base === 'HEAD' });
    return without(sweep.findings(), old);
  };

  let findings = run();
  const written = new Set<string>();
  let fixed = 0;
  for (let round = 0; request.fix && round < maxRounds; round += 1) {
    const { texts, count } = fixedTexts(ports.files, sweep.folder, findings);
    if (texts.size === 0) break;
    for (const [file, text] of texts) {
      const failure = ports.write(file, text);
      if (failure !== undefined) return { failure };
      written.add(file);
    }
    fixed += count;
    findings = run();
  }
  const note = request.fix ? fixNote(fixed, written.size) : undefined;
  if (request.writeBaseline !== undefined) {
    const failure = ports.write(request.writeBaseline, writeBaseline(findings));
    if (failure !== undefined) return { failure };
    const verb = findings.length === 1 ? 'is' : 'are';
    return { output: `${counted(findings.length, 'finding')} ${verb} in ${request.writeBaseline} now.\n`, note };
  }
  const failing = request.failOn === 'warning' ? ['error', 'warning'] : ['error'];
  const { version, summaryOf } = ports;
  const output = reports[request.format]?.({ version, root: sweep.root, rules, summaryOf, findings }, style) ?? '';
  return { output, note, code: findings.some(({ severity }) => failing.includes(severity)) ? 1 : 0 };
}

const fixNote = (fixed: number, files: number): string =>
  fixed === 0 ? 'There is nothing to fix.' : `Fixed ${counted(fixed, 'finding')} in ${counted(files, 'file')}.`;

function readKnown({ files }: CheckPorts, { baseline }: CheckRequest) {
  if (baseline === undefined) return [];
  const text = files.read(baseline);
  if (text === undefined) return { failure: `${baseline} does not exist; --write-baseline makes it.` };
  return readBaseline(text) ?? { failure: `${baseline} is not a file that --write-baseline made.` };
}

/** The same code as a commit has it. */
function baseSweep({ files, git }: CheckPorts, path: string, ref: string, options: SweepOptions) {
  const directory = files.isFile(path) ? path.slice(0, path.lastIndexOf('/')) : path;
  if (ref.trim() === '') return { failure: '--base names no commit.' };
  const changes = git.changesSince(ref, directory);
  return 'failure' in changes ? changes : new Sweep(baseFiles(files, changes), path, options);
}

function unknownRule(id: string): string {
  const nearest = nearestName(
    id,
    allRules.map((rule) => rule.id),
  );
  return `There is no rule ${id}.${nearest === undefined ? '' : ` Nearest: ${nearest}`}`;
}
