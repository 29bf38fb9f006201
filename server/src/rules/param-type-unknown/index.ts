import { paramTypes } from '../../../../webservice/src/schema/paramTypes.ts';
import type { IndexSnapshot } from '../../index/snapshot.ts';
import type { SourceFile } from '../../index/sourceFile.ts';
import { descriptionRule } from '../descriptionSites.ts';
import { nearestName } from '../nearest.ts';
import { withNearest } from '../texts.ts';
import * as l10n from '@vscode/l10n';

/** What people probably meant by names that are not near a known one. */
const meant: Readonly<Record<string, string>> = {
  PARAM_STRING: 'PARAM_TEXT',
  PARAM_STR: 'PARAM_TEXT',
  PARAM_ID: 'PARAM_INT',
  PARAM_HTML: 'PARAM_CLEANHTML',
  PARAM_DATE: 'PARAM_INT',
  PARAM_BOOLEAN: 'PARAM_BOOL',
  PARAM_DOUBLE: 'PARAM_FLOAT',
};
const names = paramTypes.map(({ name }) => name);

export const paramTypeUnknown = descriptionRule(
  { id: 'param-type-unknown', defaultSeverity: 'error', fixes: 'suggest' },
  function* (site, { snapshot, document }) {
    const type = site.kind === 'value' ? site.literal('type') : undefined;
    const place = site.arg('type');
    if (type?.kind !== 'constant' || !place || !/^PARAM_\w*$/.test(type.name)) return;
    if (names.includes(type.name) || isDefined(snapshot, site.file, type.name)) return;
    const message = l10n.t(
      'Moodle has no type {0}: PHP stops with an error as soon as the description is read.',
      type.name,
    );
    const nearest = meant[type.name] ?? nearestName(type.name, names);
    yield withNearest(message, nearest, document, { start: place.end - type.name.length, end: place.end });
  },
);

/** Whether the tree, or the plugin itself, defines a constant. */
function isDefined(snapshot: IndexSnapshot, file: SourceFile, name: string): boolean {
  const directory = snapshot.componentOf(file.path)?.directory ?? '';
  const paths = [
    file.path,
    `${snapshot.codebase.root}/lib/moodlelib.php`,
    `${directory}/lib.php`,
    `${directory}/locallib.php`,
  ];
  return paths.some((path) => snapshot.file(path)?.constant(name) !== undefined);
}
