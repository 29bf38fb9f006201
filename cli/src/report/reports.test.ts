import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { Log } from 'sarif';
import { allRules } from '../../../server/src/rules/all.ts';
import type { ReportedFinding } from '../check/findings.ts';
import { styleOf } from '../style.ts';
import { checkstyleReport } from './checkstyle.ts';
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import type { Report } from './report.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

const finding = (more: Partial<ReportedFinding>): ReportedFinding => ({
  rule: 'services-unknown-key',
  severity: 'warning',
  message: 'Moodle does not read this key.',
  file: 'db/services.php',
  line: 4,
  column: 9,
  endLine: 4,
  endColumn: 13,
  code: "'tpye' => 1,",
  related: [],
  fix: undefined,
  ...more,
});
const nasty = 'a <b> & "c" \u0007\ud800\n::error::x 100%';
const report: Report = {
  version: '1.2.3',
  root: '/code/shop',
  rules: allRules,
  summaryOf: (id) => (id === 'services-syntax' ? undefined : 'What it is about.'),
  findings: [
    finding({ severity: 'error', related: [{ file: 'classes/a.php', line: 2, column: 3, message: 'Here.' }] }),
    finding({ severity: 'hint', related: [{ file: '/moodle/lib/a b.php', line: 2, column: 3, message: 'There.' }] }),
    finding({ file: 'amd/src/ä,b:c.js', severity: 'info', message: nasty, endLine: 5, fix: () => [] }),
  ],
};
const empty: Report = { ...report, findings: [] };

describe('text', () => {
  it('is for people: by file, without hints, in one line each', () => {
    expect(textReport(report, styleOf(false))).toBe(
      [
        'db/services.php',
        '  4:9  error    Moodle does not read this key.  services-unknown-key',
        '',
        'amd/src/ä,b:c.js',
        '  4:9  info     a <b> & "c" \ud800 ::error::x 100%  services-unknown-key',
        '',
        '1 error, 0 warnings, 1 info. (and 1 hint for the editor)',
        '',
      ].join('\n'),
    );
    expect(textReport(empty, styleOf(false))).toBe('No problems.\n');
    expect(textReport(report, styleOf(true))).toContain('\x1b[31merror');
  });
});

describe('json', () => {
  it('has everything', () => {
    const { findings } = JSON.parse(jsonReport(report)) as { findings: unknown[] };
    expect(findings).toHaveLength(3);
    expect(findings[2]).toMatchObject({ severity: 'info', message: nasty, line: 4, endLine: 5, fixable: true });
  });
});

describe('sarif', () => {
  /** The schema of OASIS, as Microsoft's package for SARIF tests has it. */
  const require = createRequire(import.meta.url);
  const path = require
    .resolve('@microsoft/jest-sarif')
    .replace(/lib[\\/]index\.js$/, 'lib/schemas/sarif-2.1.0-rtm.5.json');
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as object);

  it.each([report, empty])('is what its schema says', (one) => {
    validate(JSON.parse(sarifReport(one)));
    expect(validate.errors ?? []).toEqual([]);
    // The schema is one that can say no.
    expect(validate({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
  });

  it('has every finding, hints as notes, and files relative to what was checked', () => {
    const { runs } = JSON.parse(sarifReport(report)) as Log;
    const { results = [], tool } = runs[0]!;
    expect(results.map(({ level }) => level)).toEqual(['error', 'note', 'note']);
    expect(results.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri)).toEqual([
      'db/services.php',
      'db/services.php',
      'amd/src/%C3%A4%2Cb%3Ac.js',
    ]);
    expect(results[1]?.relatedLocations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(
      'file:///moodle/lib/a%20b.php',
    );
    expect(tool.driver.rules).toHaveLength(allRules.length);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules?.[ruleIndex!]?.id).toBe(ruleId);
  });

  it('knows a finding again when lines above it change', () => {
    const prints = (one: ReportedFinding) =>
      (JSON.parse(sarifReport({ ...report, findings: [one] })) as Log).runs[0]!.results![0]!.partialFingerprints;
    expect(prints(finding({ line: 9, endLine: 9 }))).toEqual(prints(finding({})));
    expect(prints(finding({ code: 'x' }))).not.toEqual(prints(finding({})));
  });
});

describe('checkstyle', () => {
  it('holds nothing that is no XML', () => {
    expect(checkstyleReport(report)).toContain(
      '<error line="4" column="9" severity="info" message="a &lt;b&gt; &amp; &quot;c&quot; � ::error::x 100%" source="moodle-ws.services-unknown-key"/>',
    );
    expect(checkstyleReport(report).match(/<error /g)).toHaveLength(3);
    expect(checkstyleReport(empty)).toMatch(/<checkstyle version="1\.2\.3"( ?\/>|><\/checkstyle>)/);
  });
});

describe('junit', () => {
  it('has a failed test for each finding, and one that passed where there is none', () => {
    const text = junitReport(report);
    expect(text).toContain('<testsuites name="moodle-ws" tests="2" failures="2">');
    expect(text.match(/<failure /g)).toHaveLength(2);
    expect(junitReport(empty)).toContain('<testsuite name="moodle-ws" tests="1" failures="0">');
  });
});

describe('github', () => {
  it('is one command for each finding, whatever its text', () => {
    expect(githubReport(report).split('\n')).toEqual([
      '::error file=db/services.php,line=4,endLine=4,col=9,endColumn=13,title=services-unknown-key::Moodle does not read this key.',
      '::notice file=amd/src/ä%2Cb%3Ac.js,line=4,endLine=5,title=services-unknown-key::a <b> & "c" \u0007\ud800%0A::error::x 100%25',
      '',
    ]);
  });
});
