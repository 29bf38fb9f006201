import { languageFile, stringsIn, addString } from '../languageStrings.ts';
import { unquoted } from '../places.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const langStringMissing: Rule = {
  id: 'lang-string-missing',
  defaultSeverity: 'warning',
  fixes: 'suggest',
  *check({ snapshot, document: { path } }): Generator<Finding> {
    const component = path.endsWith('/db/access.php') ? snapshot.componentOf(path) : undefined;
    // Moodle's own texts of capabilities are in lang/en/role.php.
    if (!component || component.name.startsWith('core') || path !== `${component.directory}/db/access.php`) return;
    const [file, language] = [snapshot.file(path), languageFile(snapshot, component)];
    if (!file || !language) return;
    const known = stringsIn(language);
    for (const { name, nameSpan } of snapshot.declarationsIn(path)?.capabilities ?? []) {
      const key = name.slice(name.indexOf('/') + 1);
      if (!name.includes('/') || snapshot.capabilityOwner(name) !== component || known.has(key)) continue;
      const words = key.slice(key.indexOf(':') + 1).replace(/_/g, ' ');
      const text = words.charAt(0).toUpperCase() + words.slice(1);
      yield {
        ...unquoted(file, nameSpan),
        message: l10n.t('The text {0} is missing: administrators see [[{0}]].', key),
        related: [{ path: language.path, start: 0, end: 0, message: l10n.t('It belongs into this file.') }],
        suggest: () => [{ title: l10n.t("Add $string['{0}']", key), edits: [addString(language, key, text)] }],
      };
    }
  },
};
