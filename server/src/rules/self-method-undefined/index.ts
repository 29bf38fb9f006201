import { lacksMethod } from '../bodies.ts';
import { bodyFacts } from '../bodyFacts.ts';
import { isExternalApi } from '../classes.ts';
import { nearestName } from '../nearest.ts';
import type { Finding, Rule } from '../rule.ts';
import { withNearest } from '../texts.ts';
import * as l10n from '@vscode/l10n';

export const selfMethodUndefined: Rule = {
  id: 'self-method-undefined',
  defaultSeverity: 'error',
  fixes: 'suggest',
  *check({ snapshot, document }): Generator<Finding> {
    const { path } = document;
    if (!path.endsWith('.php') || path.includes('/tests/') || !snapshot.componentOf(path)) return;
    const file = snapshot.file(path);
    if (!file?.text.includes('extends')) return;
    for (const cls of file.classes.values()) {
      if (cls.declaration.kind !== 'class' || !isExternalApi(snapshot, cls)) continue;
      for (const member of cls.declaration.members) {
        const { calls, cursor, body } = bodyFacts(file, member);
        const own = calls.filter(
          ({ receiver, isStatic }) => isStatic && /^(self|static|parent)$/i.test(receiver ?? ''),
        );
        if (own.length === 0) continue;
        const text = file.text.slice(cursor.start(body.first), cursor.end(body.last - 1));
        // Somebody looks first, or the call is in a class of its own.
        if (/\b(method_exists|is_callable)\b|\bnew\s+class\b/i.test(text)) continue;
        for (const { name, receiver, nameSpan } of own) {
          // Classes below may have what an abstract one calls on them.
          if (/^static$/i.test(receiver ?? '') && cls.declaration.isAbstract) continue;
          if (!lacksMethod(snapshot, cls, name)) continue;
          const message = l10n.t('Nothing declares {0}(): PHP stops here.', name);
          yield withNearest(message, nearestName(name, cls.methods.keys()), document, nameSpan);
        }
      }
    }
  },
};
