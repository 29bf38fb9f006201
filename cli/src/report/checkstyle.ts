import { byFile } from './report.ts';
import type { Report } from './report.ts';
import { xml, xmlText } from './xml.ts';

/** The format of Checkstyle, which most CI servers read. It has no hints: they are `info`. */
export const checkstyleReport = ({ version, findings }: Report): string =>
  xml({
    checkstyle: {
      '@version': version,
      file: [...byFile(findings)].map(([file, list]) => ({
        '@name': xmlText(file),
        error: list.map(({ line, column, severity, message, rule }) => ({
          '@line': line,
          '@column': column,
          '@severity': severity === 'hint' ? 'info' : severity,
          '@message': xmlText(message),
          '@source': `moodle-ws.${rule}`,
        })),
      })),
    },
  });
