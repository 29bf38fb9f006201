import { quoted } from '../../edits/style.ts';
import { relativePath } from '../../workspace/paths.ts';
import { functionRule, choices } from '../entryRules.ts';
import { misplacedClass } from '../misplaced.ts';
import * as l10n from '@vscode/l10n';

export const servicesClasspathMissing = functionRule(
  { id: 'services-classpath-missing', defaultSeverity: 'error', fixes: 'suggest' },
  function* (subject) {
    const { fn, snapshot, entry } = subject;
    if (fn.classname === '' || fn.classname.includes('\\') || entry.fields.has('classpath') || !entry.complete) return;
    const found = misplacedClass(snapshot, fn);
    if (!found) return;
    const { directory, name } = fn.component;
    const below = relativePath(found.path, directory);
    const path =
      snapshot.codebase.kind === 'plugin'
        ? `${name.replace('_', '/')}/${below}`
        : relativePath(found.path, snapshot.codebase.root);
    yield {
      ...subject.place('classname'),
      message: l10n.t('Moodle does not look for this class in {0}: without classpath every call fails.', below),
      related: [{ path: found.path, ...found.declaration.nameSpan, message: l10n.t('The class is here.') }],
      suggest: choices(subject.insert('classpath', quoted(path), 'methodname', 'classname')),
    };
  },
);
