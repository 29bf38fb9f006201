import { externalNames } from '../externalNames.ts';
import type { Finding, Rule } from '../rule.ts';
import { arrayAt } from '../../edits/arrayEdits.ts';
import type { IndexSnapshot } from '../../index/snapshot.ts';
import type { Span } from '../../php/cursor.ts';
import { versionOfBranch } from '../../workspace/moodleVersions.ts';
import { choices } from '../entryRules.ts';
import type { Fix } from '../rule.ts';
import { numberIn, versionFileOf } from '../versionFile.ts';
import * as l10n from '@vscode/l10n';

export const coreExternalBefore42: Rule = {
  id: 'core-external-before-42',
  defaultSeverity: 'error',
  until: 401,
  fixes: 'suggest',
  tags: ['compatibility'],
  *check({ snapshot, document: { path }, targets }): Generator<Finding> {
    const file = path.endsWith('.php') && snapshot.componentOf(path) ? snapshot.file(path) : undefined;
    if (!file || targets.from === 0 || path.includes('/tests/') || /class_(alias|exists)\s*\(/.test(file.text)) return;
    const [first] = externalNames(file).modern;
    if (first)
      yield {
        start: first.start,
        end: first.end,
        message: l10n.t(
          'These classes are new in Moodle 4.2: on {0}, which the plugin supports, PHP does not find them.',
          versionOfBranch(targets.from),
        ),
        suggest: choices(raised(snapshot, path)),
      };
  },
};

/** Moodle 4.2 (version.php), the first with the classes. */
const needed = { requires: 2023042400, supported: 402 };

/** What version.php says of old versions, raised to 4.2. */
function raised(snapshot: IndexSnapshot, path: string): (() => Fix) | undefined {
  const component = snapshot.componentOf(path);
  const version = component && versionFileOf(snapshot, component);
  if (!version) return undefined;
  const { file, values } = version;
  const edit = ({ start, end }: Span, value: number) => ({ path: file.path, start, end, text: String(value) });
  const requires = values.get('requires');
  const supported = values.get('supported');
  const first = supported && arrayAt(file, supported)?.items[0]?.value;
  const edits = [
    ...(requires && (numberIn(version, 'requires') ?? Infinity) < needed.requires
      ? [edit(requires, needed.requires)]
      : []),
    ...(first && Number(file.text.slice(first.start, first.end)) < needed.supported
      ? [edit(first, needed.supported)]
      : []),
  ];
  return edits.length === 0 ? undefined : () => ({ title: l10n.t('Require Moodle 4.2'), edits });
}
