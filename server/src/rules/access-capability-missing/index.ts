import { tokenAt } from '../../edits/arrayEdits.ts';
import { Cursor } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import { nearestName } from '../nearest.ts';
import { capabilityOwner } from '../places.ts';
import type { Finding, Rule } from '../rule.ts';
import { withNearest } from '../texts.ts';
import * as l10n from '@vscode/l10n';

/** A check with a literal capability as its first argument; what is put together from pieces is none. */
const check = /\b(?:require|has)_(?:capability|all_capabilities|any_capability)\s*\(\s*(['"])(\w+\/\w+:\w+)\1\s*[,)]/g;

export const accessCapabilityMissing: Rule = {
  id: 'access-capability-missing',
  defaultSeverity: 'error',
  fixes: 'suggest',
  *check({ snapshot, document }): Generator<Finding> {
    const { path } = document;
    const component = path.endsWith('.php') && !path.includes('/tests/') ? snapshot.componentOf(path) : undefined;
    const file = component && snapshot.file(path);
    // The text is searched first, and by what is cheapest: few files have anything to lex for.
    if (!file?.text.includes('_capabilit')) return;
    for (const match of file.text.matchAll(check)) {
      const name = match[2] ?? '';
      if (snapshot.capabilities.has(name) || capabilityOwner(snapshot, name) !== component) continue;
      const start = match.index + match[0].indexOf(name);
      const c = new Cursor(file.islands.tokens);
      const token = tokenAt(c, start - 1);
      if (c.kind(token) !== T.String || c.start(token) !== start - 1) continue;
      const message = l10n.t('db/access.php does not define it: nobody has this capability, administrators included.');
      const place = { start, end: start + name.length };
      yield withNearest(message, nearestName(name, snapshot.capabilities.keys()), document, place);
    }
  },
};
