import { fieldFlag } from '../../index/entry.ts';
import type { SourceFile } from '../../index/sourceFile.ts';
import { Cursor, char } from '../../php/cursor.ts';
import type { Span } from '../../php/cursor.ts';
import type { MemberIsland } from '../../php/islands.ts';
import { T } from '../../php/lexer.ts';
import { reachOf } from '../bodies.ts';
import { functionRule, choices } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const servicesReadonlysessionWrite = functionRule(
  { id: 'services-readonlysession-write', defaultSeverity: 'hint', since: 39, fixes: 'suggest' },
  function* (entry) {
    const { snapshot, fn } = entry;
    const value = entry.known('readonlysession');
    if (value === undefined || !fieldFlag(entry.entry, 'readonlysession', false)) return;
    const { cls } = snapshot.implementationOf(fn);
    if (!cls) return;
    for (const { file, member, isOwn } of reachOf(snapshot, cls, fn.methodname).bodies) {
      const place = isOwn ? sessionWrite(file, member) : undefined;
      if (!place) continue;
      yield {
        ...entry.whole('readonlysession'),
        message: l10n.t('The session is opened read only, and {0}() changes it.', member.name),
        related: [{ path: file.path, ...place, message: l10n.t('It is changed here.') }],
        suggest: choices(entry.remove('readonlysession')),
      };
      return;
    }
  },
);

/** `$SESSION->x = …`, `unset($SESSION->…)`, or a user preference, which the session caches. */
function sessionWrite({ islands }: SourceFile, { body }: MemberIsland): Span | undefined {
  const c = new Cursor(islands.tokens);
  const { first, last } = body ?? { first: 0, last: 0 };
  for (let i = first; i < last; i += 1) {
    if (
      c.kind(i) === T.Name &&
      /^\\?(un)?set_user_preferences?$/i.test(c.text(i)) &&
      c.kind(c.next(i + 1)) === char('(')
    )
      return c.span(i);
    if (c.kind(i) !== T.Variable || c.text(i) !== '$SESSION') continue;
    if (c.isWord(c.previous(c.previous(i - 1) - 1), 'unset')) return c.span(i);
    let at = i + 1;
    while (c.kind(at) === T.Arrow || c.kind(at) === char('[')) at = c.kind(at) === T.Arrow ? at + 2 : c.skip(at) + 1;
    if (at > i + 1 && c.kind(c.next(at)) === char('=') && c.kind(c.next(at) + 1) !== char('=')) return c.span(i);
  }
  return undefined;
}
