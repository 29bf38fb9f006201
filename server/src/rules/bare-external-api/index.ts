import type { TextEdit } from '../../edits/textEdit.ts';
import type { SourceFile } from '../../index/sourceFile.ts';
import { externalNames, modernName, modernized } from '../externalNames.ts';
import { withoutGuard } from '../internalGuard.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const bareExternalApi: Rule = {
  id: 'bare-external-api',
  defaultSeverity: 'warning',
  since: 402,
  tags: ['compatibility'],
  fixes: 'fix',
  *check({ snapshot, document: { path }, targets }): Generator<Finding> {
    const file = path.endsWith('.php') && snapshot.componentOf(path) ? snapshot.file(path) : undefined;
    // A plugin that also supports older versions needs the old names, and a file that makes aliases knows.
    if (!file || targets.from < 402 || /class_alias\s*\(/.test(file.text)) return;
    const { bare, modern } = externalNames(file);
    const [first] = bare;
    if (!first || modern.length > 0) return;
    yield {
      start: first.start,
      end: first.end,
      message:
        targets.to >= 503
          ? l10n.t('The old names are deprecated since Moodle 5.3: these classes are in core_external since 4.2.')
          : l10n.t(
              'Since Moodle 4.2 this is only an alias that lib/externallib.php makes: the class is {0}.',
              modernName(first.name),
            ),
      fix: () => ({ title: l10n.t('Use core_external in this file'), edits: changed(file) }),
    };
  },
};

/** With new names, and without the guard that a file of one class does not need. */
function changed(file: SourceFile): TextEdit[] {
  const names = modernized(file);
  const guards = withoutGuard(file).map((edit) => {
    // Imports that come in its place bring a blank line of their own.
    const isReplaced = names.some(({ start, end }) => start === edit.start && end === start);
    const blank = isReplaced ? /^[ \t]*\r?\n/.exec(file.text.slice(edit.end))?.[0] : undefined;
    return { ...edit, end: edit.end + (blank?.length ?? 0) };
  });
  return [...names, ...guards];
}
