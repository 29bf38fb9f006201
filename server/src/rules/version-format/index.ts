import type { Finding, Rule } from '../rule.ts';
import { versionFileOf } from '../versionFile.ts';
import * as l10n from '@vscode/l10n';

export const versionFormat: Rule = {
  id: 'version-format',
  defaultSeverity: 'error',
  *check({ snapshot, document: { path } }): Generator<Finding> {
    const component = path.endsWith('/version.php') ? snapshot.componentOf(path) : undefined;
    const version = component && versionFileOf(snapshot, component);
    const span = version?.values.get('version');
    if (version?.file.path !== path || !span) return;
    const text = version.file.text.slice(span.start, span.end);
    // What is computed cannot be told.
    if (!/^['"]?[\d.]+['"]?$/.test(text)) return;
    const [, year = '', month = '', day = ''] = /^(20\d\d)(\d\d)(\d\d)\d\d(?:\.\d+)?$/.exec(text) ?? [];
    const isDate = year !== '' && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
    if (!isDate)
      yield {
        start: span.start,
        end: span.end,
        message: l10n.t('A version is a date and two digits, YYYYMMDDXX, as a number.'),
      };
  },
};
