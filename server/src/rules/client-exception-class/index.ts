import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

/** Comparisons of what REST calls `exception` with the name of a class. */
const comparison =
  /\bexception\b['"\]]{0,3}\)?\s{0,5}(?:===?|!==?)\s{0,5}(?:new\s)?['"](\w*_exception)['"]|['"](\w*_exception)['"]\s{0,5}(?:===?|!==?)\s{0,5}[\w$.\->['"]{0,60}\bexception\b/g;

export const clientExceptionClass: Rule = {
  id: 'client-exception-class',
  defaultSeverity: 'hint',
  tags: ['compatibility'],
  *check({ document }): Generator<Finding> {
    const text = document.text.getText();
    if (!text.includes('_exception')) return;
    for (const match of text.matchAll(comparison)) {
      const name = match[1] ?? match[2] ?? '';
      const start = match.index + match[0].indexOf(name);
      yield {
        start,
        end: start + name.length,
        message: l10n.t(
          'From Moodle 4.5 on this is core\\exception\\{0}: compare errorcode, which stays the same.',
          name,
        ),
      };
    }
  },
};
