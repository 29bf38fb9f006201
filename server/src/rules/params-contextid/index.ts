import { char, Cursor, literalText } from '../../php/cursor.ts';
import { quoted } from '../../edits/style.ts';
import { T } from '../../php/lexer.ts';
import { bodyFacts } from '../bodyFacts.ts';
import type { BodyFacts } from '../bodyFacts.ts';
import { descriptionRule } from '../descriptionSites.ts';
import type { DescriptionSite } from '../descriptionSites.ts';
import type { Fix, RuleContext } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const paramsContextid = descriptionRule(
  { id: 'params-contextid', defaultSeverity: 'hint', tags: ['convention'], fixes: 'suggest' },
  function* (site, context) {
    if (!site.isParameter || site.key !== 'contextid') return;
    const key = site.parent?.keys?.items.find(({ value }) => value.first === site.island.first)?.keySpan;
    if (key)
      yield {
        ...key,
        message: l10n.t(
          'Ids of contexts are internal to Moodle: clients know course ids, course module ids and user ids.',
        ),
        suggest: () => [
          ...instead(site, context, 'courseid', 'course', l10n.t('Take a course id instead')),
          ...instead(site, context, 'cmid', 'module', l10n.t('Take a course module id instead')),
        ],
      };
  },
);

const texts = { course: 'Course id', module: 'Course module id' } as const;

/** Another key and parameter, by which the context is found; nothing where the id is used for more than that. */
function instead(
  site: DescriptionSite,
  { targets }: RuleContext,
  key: string,
  level: keyof typeof texts,
  title: string,
): Fix[] {
  const { file, cls, member, parent } = site;
  const { path, text, islands } = file;
  const name = member.name.replace(/_parameters$/i, '').toLowerCase();
  const method = cls.members.find((one) => one.kind === 'method' && one.name.toLowerCase() === name);
  const place = parent?.keys?.items.find(({ value }) => value.first === site.island.first)?.keySpan;
  if (!method?.params || !method.body || !place || parent.keys.items.some((one) => one.key === key)) return [];
  const c = new Cursor(islands.tokens);
  const facts = bodyFacts(file, method);
  const found = facts.named('instance_by_id').filter((call) => /(^|\\)context$/i.test(call.receiver ?? ''));
  const edit = (start: number, end: number, code: string) => ({ path, start, end, text: code });
  const edits = [edit(place.start, place.end, quoted(key))];
  const open = [...found.map((call) => [call.open, call.close]), ...mapsOf(c, facts)] as const;
  let used = 0;
  for (let i = method.params.first; i < method.body.last; i += 1) {
    const isVariable = c.kind(i) === T.Variable;
    const word = isVariable ? c.text(i).slice(1) : c.kind(i) === T.String ? literalText(c.text(i)) : undefined;
    if (word === key && isVariable) return [];
    if (word !== 'contextid') continue;
    const around = open.find(([from = 0, to = 0]) => from < i && i < to);
    if (!around && i >= method.params.last) return [];
    if (found.some((call) => call.open === around?.[0])) used += 1;
    edits.push(edit(c.start(i), c.end(i), isVariable ? `$${key}` : quoted(key)));
  }
  if (used === 0 || used !== found.length) return [];
  const prefix = targets.from >= 402 ? '\\core\\context\\' : '\\context_';
  for (const call of found) edits.push(edit(c.start(call.first), c.start(call.open), `${prefix}${level}::instance`));
  const doc = method.doc ?? method.params;
  for (const { index } of text.slice(doc.start, method.doc?.end ?? doc.start).matchAll(/\$contextid\b/g))
    edits.push(edit(doc.start + index, doc.start + index + 10, `$${key}`));
  const desc = site.arg('desc');
  if (desc && site.literal('desc')?.kind === 'scalar') edits.push(edit(desc.start, desc.end, quoted(texts[level])));
  return [{ title, edits }];
}

/** Brackets in which keys and variables are the same: what is validated, and what the result of that is read into. */
function mapsOf(c: Cursor, facts: BodyFacts): (readonly [open: number, close: number])[] {
  return facts.named('validate_parameters').flatMap((call) => {
    const maps: [number, number][] = [[call.open, call.close]];
    const equals = c.previous(call.first - 1);
    const close = c.previous(equals - 1);
    // `[…] = self::validate_parameters(…)`
    if (c.kind(equals) === char('=') && c.kind(close) === char(']'))
      for (let i = close; i > facts.body.first; i -= 1)
        if (c.kind(i) === char('[') && c.match(i) === close) maps.push([i, close]);
    const values = call.args[1];
    // `$params = […];` before it.
    if (values && c.kind(values.first) === T.Variable && values.last === values.first + 1)
      for (let i = facts.body.first; i < call.first; i += 1) {
        const open = c.next(c.next(i + 1) + 1);
        if (c.text(i) !== c.text(values.first) || c.kind(c.next(i + 1)) !== char('=')) continue;
        const bracket = c.isWord(open, 'array') ? c.next(open + 1) : open;
        if (c.match(bracket) > 0) maps.push([bracket, c.match(bracket)]);
      }
    return maps;
  });
}
