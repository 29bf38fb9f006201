import { Cursor, literalText, char } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import { nearestName } from '../nearest.ts';
import { unquoted, capabilityOwner } from '../places.ts';
import type { Finding, Rule } from '../rule.ts';
import { withNearest } from '../texts.ts';
import * as l10n from '@vscode/l10n';

const checks =
  /^\\?(require_capability|has_capability|require_all_capabilities|require_any_capability|get_users_by_capability)$/i;

export const accessCapabilityMissing: Rule = {
  id: 'access-capability-missing',
  defaultSeverity: 'error',
  fixes: 'suggest',
  *check({ snapshot, document }): Generator<Finding> {
    const { path } = document;
    const component = path.endsWith('.php') && !path.includes('/tests/') ? snapshot.componentOf(path) : undefined;
    const file = component && snapshot.file(path);
    if (!file?.text.includes('_capability')) return;
    const c = new Cursor(file.islands.tokens);
    for (let i = 0; i < c.count; i += 1) {
      const value = c.next(c.next(i + 1) + 1);
      if (
        c.kind(i) !== T.Name ||
        !checks.test(c.text(i)) ||
        c.kind(c.next(i + 1)) !== char('(') ||
        c.kind(value) !== T.String
      )
        continue;
      const name = literalText(c.text(value)) ?? '';
      if (
        !/^\w+\/\w+:\w+$/.test(name) ||
        snapshot.capabilities.has(name) ||
        capabilityOwner(snapshot, name) !== component
      )
        continue;
      const message = l10n.t('db/access.php does not define it: nobody has this capability, administrators included.');
      yield withNearest(
        message,
        nearestName(name, snapshot.capabilities.keys()),
        document,
        unquoted(file, c.span(value)),
      );
    }
  },
};
