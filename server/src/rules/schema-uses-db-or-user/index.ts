import { Cursor, char } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import { calledMethods } from '../implementations.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const schemaUsesDbOrUser: Rule = {
  id: 'schema-uses-db-or-user',
  defaultSeverity: 'hint',
  tags: ['convention'],
  *check(context): Generator<Finding> {
    for (const { member, file } of calledMethods(context)) {
      if (!/_(parameters|returns)$/i.test(member.name)) continue;
      const c = new Cursor(file.islands.tokens);
      const { first, last } = member.body ?? { first: 0, last: 0 };
      for (let i = first; i < last; i += 1) {
        const isVariable =
          c.kind(i) === T.Variable && /^\$(DB|USER|SESSION)$/.test(c.text(i)) && c.kind(i + 1) === T.Arrow;
        const isCall =
          c.kind(i) === T.Name &&
          /^\\?(get_config|get_user_preferences)$/i.test(c.text(i)) &&
          c.kind(c.next(i + 1)) === char('(');
        if (!isVariable && !isCall) continue;
        yield {
          ...c.span(i),
          message: l10n.t('The description differs between sites or users: clients cannot rely on it.'),
        };
        break;
      }
    }
  },
};
