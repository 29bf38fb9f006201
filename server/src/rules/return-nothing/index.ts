import type { SchemaNode } from '../../../../webservice/src/schema/node.ts';
import { insertStatements } from '../../edits/statementEdits.ts';
import { Cursor } from '../../php/cursor.ts';
import { neutral } from '../methodStub.ts';
import { returnTypeOf } from '../phpTypes.ts';
import { resultRule } from '../results.ts';
import type { Result } from '../results.ts';
import type { Fix } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const returnNothing = resultRule(
  { id: 'return-nothing', defaultSeverity: 'error', fixes: 'suggest' },
  function* (result) {
    const { method, returns, statements } = result;
    if (!method.body || !returns || statements.values.some((value) => value !== undefined)) return;
    if (statements.isGenerator || statements.endsInThrow) return;
    const message = returns.allownull
      ? l10n.t('A result is described, and the method returns none: clients get null.')
      : l10n.t('A result is described, and the method returns none: Moodle refuses the answer.');
    yield {
      ...result.at(method.nameSpan, message, []),
      ...(returns.allownull ? { severity: 'warning' as const } : {}),
      suggest:
        statements.values.length === 0 && !returnTypeOf(result.file, method)
          ? () => [returning(result, returns)]
          : undefined,
    };
  },
);

/** The least that passes, at the end. */
function returning({ file, method }: Result, returns: SchemaNode): Fix {
  const code = neutral(returns, 0);
  const last = new Cursor(file.islands.tokens).previous((method.body?.last ?? 0) - 2);
  return {
    title: l10n.t('Return {0}', code.includes('\n') ? '[…]' : code),
    edits: [insertStatements(file, method, `return ${code};`, last)],
  };
}
