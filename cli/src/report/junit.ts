import { byFile, withoutHints } from './report.ts';
import type { Report } from './report.ts';
import { xml, xmlText } from './xml.ts';

/** The format of JUnit: a test suite for each file, a failed test for each finding; one that passed where there is none. */
export function junitReport({ findings }: Report): string {
  const shown = withoutHints(findings);
  const suites = [...byFile(shown)].map(([file, list]) => ({
    '@name': xmlText(file),
    '@tests': list.length,
    '@failures': list.length,
    testcase: list.map(({ rule, severity, line, column, message }) => ({
      '@name': `${rule} ${line}:${column}`,
      '@classname': xmlText(file),
      '@file': xmlText(file),
      '@line': line,
      failure: [{ '@type': severity, '@message': xmlText(message), '#text': `${xmlText(file)}:${line}:${column}` }],
    })),
  }));
  const passed = { '@name': 'moodle-ws', '@tests': 1, '@failures': 0, testcase: [{ '@name': 'moodle-ws check' }] };
  return xml({
    testsuites: {
      '@name': 'moodle-ws',
      '@tests': Math.max(shown.length, 1),
      '@failures': shown.length,
      testsuite: suites.length > 0 ? suites : [passed],
    },
  });
}
