import type { Finding, Fix, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

/** Comparisons of what REST calls `exception` with the name of a class. */
const comparison =
  /\bexception\b['"\]]{0,3}\)?\s{0,5}(?:===?|!==?)\s{0,5}(?:new\s)?['"](\w*_exception)['"]|['"](\w*_exception)['"]\s{0,5}(?:===?|!==?)\s{0,5}[\w$.\->['"]{0,60}\bexception\b/g;

/** What exceptions have as `errorcode` (lib/setuplib.php, lib/accesslib.php, webservice/lib.php, lib/external). */
const codes: Readonly<Record<string, string | undefined>> = {
  coding_exception: 'codingerror',
  invalid_parameter_exception: 'invalidparameter',
  invalid_response_exception: 'invalidresponse',
  require_login_exception: 'requireloginerror',
  required_capability_exception: 'nopermissions',
  restricted_context_exception: 'restrictedcontextexception',
  webservice_access_exception: 'accessexception',
};

export const clientExceptionClass: Rule = {
  id: 'client-exception-class',
  defaultSeverity: 'hint',
  fixes: 'suggest',
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
        suggest:
          codes[name] === undefined ? undefined : () => [comparing(document.path, match, name, codes[name] ?? '')],
      };
    }
  },
};

/** The same comparison with the code. */
function comparing(path: string, match: RegExpExecArray, name: string, code: string): Fix {
  const [whole] = match;
  const property = match.index + whole.search(/\bexception\b/);
  const value = match.index + whole.indexOf(name);
  return {
    title: l10n.t('Compare errorcode with {0}', code),
    edits: [
      { path, start: property, end: property + 'exception'.length, text: 'errorcode' },
      { path, start: value, end: value + name.length, text: code },
    ],
  };
}
