import { storedChanges, versionOf } from '../baseChanges.ts';
import { servicesFile, unquoted } from '../places.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const versionNotBumped: Rule = {
  id: 'version-not-bumped',
  defaultSeverity: 'error',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const { snapshot, base } = context;
    const services = servicesFile(context);
    if (!base || !services) return;
    const { component, declared, file } = services;
    const before = base.declarationsIn(file.path) ?? {
      path: file.path,
      functions: [],
      services: [],
      capabilities: [],
      reads: [],
    };
    const [old, now] = [versionOf(base, component), versionOf(snapshot, component)];
    // Where it is lower, version-decreased says so.
    if (!old || now?.value !== old.value) return;
    const changes = storedChanges(before, declared);
    const [first] = changes;
    if (!first) return;
    const place = changes.find(({ entry }) => entry)?.entry?.nameSpan ?? { start: 0, end: 0 };
    const names = changes.map(({ name }) => name);
    const listed = names.length > 3 ? `${names.slice(0, 3).join(', ')}, …` : names.join(', ');
    const code = String(Math.floor(old.value) + 1);
    yield {
      ...unquoted(file, place),
      // Against a branch or tag it is what sites get; since the last commit there may be more to come.
      ...(context.baseIsHead === true ? { severity: 'warning' as const } : {}),
      message: l10n.t(
        'Sites see this only after an upgrade, and the version is still {0}. Changed: {1}.',
        String(now.value),
        listed,
      ),
      related: [{ path: now.path, start: now.start, end: now.end, message: l10n.t('The version is here.') }],
      suggest: () => [
        {
          title: l10n.t('Change the version to {0}', code),
          edits: [{ path: now.path, start: now.start, end: now.end, text: code }],
        },
      ],
    };
  },
};
