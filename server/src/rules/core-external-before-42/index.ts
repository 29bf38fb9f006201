import { externalNames } from '../externalNames.ts';
import type { Finding, Rule } from '../rule.ts';
import { versionOfBranch } from '../targets.ts';
import * as l10n from '@vscode/l10n';

export const coreExternalBefore42: Rule = {
  id: 'core-external-before-42',
  defaultSeverity: 'error',
  until: 401,
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
      };
  },
};
