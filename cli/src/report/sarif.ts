import { createHash } from 'node:crypto';
import type { Location, Log, Region, ReportingDescriptor, Result } from 'sarif';
import type { Rule, RuleSetting } from '../../../server/src/rules/rule.ts';
import { isAbsolute, uriOfPath } from '../../../server/src/workspace/paths.ts';
import { identity } from '../check/findings.ts';
import type { ReportedFinding } from '../check/findings.ts';
import type { Report } from './report.ts';

const levels: Record<RuleSetting, Result.level> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
  off: 'none',
};

/** SARIF 2.1.0 (OASIS), as code scanning reads it. Holds every finding; hints are notes. */
export function sarifReport({ version, rules, findings, summaryOf }: Report): string {
  const indexes = new Map(rules.map(({ id }, at) => [id, at]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'moodle-ws',
            version,
            semanticVersion: version,
            rules: rules.map((rule) => descriptor(rule, summaryOf(rule.id))),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => result(finding, indexes.get(finding.rule) ?? -1)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const descriptor = ({ id, defaultSeverity, tags }: Rule, summary: string | undefined): ReportingDescriptor => ({
  id,
  ...(summary === undefined ? {} : { shortDescription: { text: summary } }),
  ...(tags ? { properties: { tags: [...tags] } } : {}),
  defaultConfiguration: { level: levels[defaultSeverity], enabled: defaultSeverity !== 'off' },
});

function result(finding: ReportedFinding, ruleIndex: number): Result {
  const { rule, severity, message, file, line, column, endLine, endColumn, related } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [location(file, { startLine: line, startColumn: column, endLine, endColumn })],
    ...(related.length > 0
      ? {
          relatedLocations: related.map((one, id) => ({
            id,
            ...location(one.file, { startLine: one.line, startColumn: one.column }),
            message: { text: one.message },
          })),
        }
      : {}),
    partialFingerprints: { 'moodleWs/v1': createHash('sha256').update(identity(finding)).digest('hex').slice(0, 32) },
  };
}

const location = (file: string, region: Region): Location => ({
  physicalLocation: {
    artifactLocation: isAbsolute(file)
      ? { uri: uriOfPath(file) }
      : { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
    region,
  },
});
