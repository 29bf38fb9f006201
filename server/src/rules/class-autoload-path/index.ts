import { replaceInside } from '../../edits/style.ts';
import { autoloadCandidates } from '../../index/locate.ts';
import type { Span } from '../../php/cursor.ts';
import type { PhpClass } from '../../php/phpClass.ts';
import { relativePath } from '../../workspace/paths.ts';
import { functionRule } from '../entryRules.ts';
import { misplacedClass } from '../misplaced.ts';
import { valuePlace } from '../places.ts';
import type { Fix, RuleContext } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const classAutoloadPath = functionRule(
  { id: 'class-autoload-path', defaultSeverity: 'error', fixes: 'suggest' },
  function* ({ fn, snapshot, file, entry, context }) {
    const field = entry.fields.get('classname');
    if (typeof field?.value !== 'string' || !fn.classname.includes('\\')) return;
    const found = misplacedClass(snapshot, fn);
    if (!found) return;
    const related = [{ path: found.path, ...found.declaration.nameSpan, message: l10n.t('The class is here.') }];
    const place = valuePlace(file, entry, field);
    const [expected = ''] = autoloadCandidates(snapshot.codebase, fn.classname);
    const isThere = found.path === expected;
    const message = isThere
      ? l10n.t('Moodle finds classes by their path, and this file holds {0}.', found.name)
      : l10n.t(
          'Moodle finds classes by their path, and looks for this one in {0}.',
          relativePath(expected, snapshot.codebase.root),
        );
    yield { ...place, message, related, suggest: () => changes(context, fn.classname, found, place, isThere) };
  },
);

/** The namespace in the file, or the name in the entry. */
function changes(
  { snapshot, document }: RuleContext,
  classname: string,
  found: PhpClass,
  place: Span,
  isThere: boolean,
): Fix[] {
  const fixes: Fix[] = [];
  const autoloads = autoloadCandidates(snapshot.codebase, found.name).includes(found.path);
  if (autoloads)
    fixes.push({
      title: l10n.t('Change to {0}', found.name),
      edits: [replaceInside(document.path, document.text.getText(), place, found.name)],
    });
  const text = snapshot.file(found.path)?.text ?? '';
  const namespace = classname.slice(0, classname.lastIndexOf('\\'));
  const match = /^\s*namespace\s+([\w\\]+)\s*;/m.exec(text);
  if (isThere && match) {
    const end = match.index + match[0].lastIndexOf(';');
    const start = match.index + match[0].indexOf(match[1] ?? '', match[0].indexOf('namespace') + 9);
    fixes.push({
      title: l10n.t('Change the namespace to {0}', namespace),
      edits: [{ path: found.path, start, end: Math.min(end, start + (match[1] ?? '').length), text: namespace }],
    });
  }
  return fixes;
}
