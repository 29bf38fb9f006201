import * as l10n from '@vscode/l10n';
import type { TextEdit } from '../../edits/textEdit.ts';
import { numberIn, versionFileOf } from '../../rules/versionFile.ts';
import { entryAt } from './classFromEntry.ts';
import type { RefactorContext, Refactoring } from './context.ts';

/** A higher version number, so that sites upgrade: offered in version.php and at the entry of a function. */
export function* bumpVersion(context: RefactorContext): Generator<Refactoring> {
  const { document, component } = context;
  if (document.path !== `${component.directory}/version.php` && !entryAt(context)) return;
  const edit = versionEdit(context);
  if (edit) yield { title: l10n.t('Raise the version to {0}', edit.text), edits: () => [edit] };
}

/**
 * `YYYYMMDDXX` of today, or one more than the old number where that is as high already; no decimal part. On a stable
 * branch one more: the date there stays that of the branch, below all versions of later branches.
 */
export function versionEdit({ index, component, now }: RefactorContext): TextEdit | undefined {
  const version = versionFileOf(index, component);
  const old = version && numberIn(version, 'version');
  const span = version?.values.get('version');
  if (!version || old === undefined || !span) return undefined;
  const isStable = /^MOODLE_\d+_STABLE$/.test(now.branchOf(component.directory) ?? '');
  const next = Math.max(Math.floor(old) + 1, isStable ? 0 : Number(now.today) * 100);
  return { path: version.file.path, start: span.start, end: span.end, text: String(next) };
}
