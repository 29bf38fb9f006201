import { arrayAt, insertItem } from '../../edits/arrayEdits.ts';
import { eolOf } from '../../edits/style.ts';
import { Cursor } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import type { Finding, Fix, Rule } from '../rule.ts';
import { isStandard } from '../targets.ts';
import { choices } from '../entryRules.ts';
import { versionFileOf, keysIn } from '../versionFile.ts';
import type { VersionFile } from '../versionFile.ts';
import * as l10n from '@vscode/l10n';

export const dependencyMissing: Rule = {
  id: 'dependency-missing',
  defaultSeverity: 'hint',
  tags: ['compatibility'],
  fixes: 'suggest',
  *check({ snapshot, document: { path } }): Generator<Finding> {
    const component = path.endsWith('.php') && !path.includes('/tests/') ? snapshot.componentOf(path) : undefined;
    const file = component && snapshot.file(path);
    // Without a tree nobody knows which plugins come with Moodle.
    if (
      !file ||
      snapshot.codebase.kind === 'plugin' ||
      component.name.startsWith('core') ||
      isStandard(snapshot, component)
    )
      return;
    if (!file.text.includes('external_') || /class_exists|get_plugin_directory|get_component_directory/.test(file.text))
      return;
    const version = versionFileOf(snapshot, component);
    if (!version) return;
    const dependencies = keysIn(version, 'dependencies');
    const seen = new Set<string>();
    const c = new Cursor(file.islands.tokens);
    for (let i = 0; i < c.count; i += 1) {
      const owner = c.kind(i) === T.Name ? /^\\?([a-z]+_\w+)\\\w/.exec(c.text(i))?.[1] : undefined;
      const other = owner === undefined ? undefined : snapshot.codebase.components.get(owner);
      if (!other || owner === undefined || seen.has(owner) || c.isWord(c.previous(i - 1), 'namespace')) continue;
      seen.add(owner);
      if (
        other === component ||
        owner.startsWith('core') ||
        dependencies.includes(owner) ||
        isStandard(snapshot, other)
      )
        continue;
      yield {
        ...c.span(i),
        message: l10n.t(
          '{0} is not among the dependencies of the plugin: without it PHP does not find the class.',
          owner,
        ),
        related: [{ path: version.file.path, start: 0, end: 0, message: l10n.t('They are in this file.') }],
        suggest: choices(addition(version, owner)),
      };
    }
  },
};

/** Any version of it: which one is needed, people know. */
function addition({ file, values }: VersionFile, owner: string): (() => Fix) | undefined {
  const title = l10n.t('Add {0} to the dependencies', owner);
  const span = values.get('dependencies');
  if (span) {
    const literal = arrayAt(file, span);
    return literal && (() => ({ title, edits: insertItem(file, literal, { key: owner, value: 'ANY_VERSION' }) }));
  }
  const last = Math.max(0, ...[...values.values()].map(({ end }) => end));
  const end = file.text.indexOf(';', last) + 1;
  if (end === 0 || last === 0) return undefined;
  const text = `${eolOf(file.text)}$plugin->dependencies = ['${owner}' => ANY_VERSION];`;
  return () => ({ title, edits: [{ path: file.path, start: end, end, text }] });
}
