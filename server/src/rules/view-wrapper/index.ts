import { docComment } from '../../edits/docComment.ts';
import { codeLike, eolOf, indentAt } from '../../edits/style.ts';
import { applyEdits } from '../../edits/textEdit.ts';
import { char } from '../../php/cursor.ts';
import type { Island } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import { resolveClassName } from '../../php/names.ts';
import { isClosure, openingsAround, statementsIn } from '../blocks.ts';
import type { BodyCall } from '../bodyFacts.ts';
import { runningRule } from '../methods.ts';
import type { RunningMethod } from '../methods.ts';
import type { Fix } from '../rule.ts';
import { isAssignment } from '../variables.ts';
import * as l10n from '@vscode/l10n';

export const viewWrapper = runningRule(
  { id: 'view-wrapper', defaultSeverity: 'hint', tags: ['convention'], fixes: 'suggest' },
  /\b(trigger|set_module_viewed)\s*\(/,
  function* (method) {
    const fn = method.fns.find(({ fn: { name } }) => name.includes('_view_'))?.fn;
    const calls = method.facts.named('trigger', 'set_module_viewed').filter(({ receiver }) => receiver !== undefined);
    const [call] = calls;
    if (!fn || !call) return;
    yield {
      ...call.nameSpan,
      message: l10n.t('The page does the same when it is viewed: put it into a function that both call.'),
      suggest: () => extracted(method, calls, fn.name.replace(/^mod_/, '')),
    };
  },
);

/** What cannot leave the method, or would leave the wrong one. */
const bound = /\$this\b|\b(self|static|parent)::|\b(return|yield|break|continue|catch)\b|<<</i;

/** The calls, with the statements before them that prepare nothing else, as a function of lib.php. */
function extracted(method: RunningMethod, calls: readonly BodyCall[], name: string): Fix[] {
  const { snapshot, file, member } = method;
  const component = snapshot.componentOf(file.path);
  const lib = component && snapshot.file(`${component.directory}/lib.php`);
  const range = statementsAround(method, calls);
  if (!component || !lib || !range || /\?>\s*$/.test(lib.text)) return [];
  if (new RegExp(`function\\s+${name}\\s*\\(`, 'i').test(lib.text)) return [];
  const { globals, params } = neededIn(method, range);
  const indent = indentAt(file.text, range.start);
  const body = qualified(method, range).replace(/\r\n/g, '\n').replaceAll(`\n${indent}`, '\n    ');
  const doc = docComment([
    'Records that it was viewed, for the page and for web services.',
    '',
    ...params.map((one) => `@param mixed $${one}`),
  ]);
  const list = params.map((one) => `$${one}`).join(', ');
  const used = globals.length === 0 ? '' : `    global ${globals.map((one) => `$${one}`).join(', ')};\n\n`;
  const code = `${doc}\nfunction ${name}(${list}) {\n${used}    ${body}\n}`;
  const end = lib.text.trimEnd().length;
  const eol = eolOf(lib.text);
  const below = file.path
    .slice(component.directory.length + 1)
    .split('/')
    .slice(1);
  const isIncluded = file.text.includes(`/${component.directory.split('/').slice(-2).join('/')}/lib.php`);
  const include = isIncluded ? '' : `require_once(__DIR__ . '${'/..'.repeat(below.length)}/lib.php');\n`;
  const text = codeLike(file, `${include}${name}(${list});`, indentAt(file.text, member.start) && indent);
  return [
    {
      title: l10n.t('Move it to {0}() in lib.php', name),
      edits: [
        { path: file.path, start: range.start, end: range.end, text },
        { path: lib.path, start: end, end: lib.text.length, text: eol + eol + codeLike(lib, code, '') + eol },
      ],
    },
  ];
}

/** The statements of calls in one block, and those right before them whose variables nothing else uses. */
function statementsAround(
  { cursor: c, facts, variables, file }: RunningMethod,
  calls: readonly BodyCall[],
): Island | undefined {
  const braces = openingsAround(c, facts.body, calls[0]?.at ?? 0).filter((open) => c.kind(open) === char('{'));
  const open = braces.at(-1);
  if (open === undefined || braces.slice(1).some((one) => isClosure(c, one))) return undefined;
  const siblings = statementsIn(c, { first: open, last: c.skip(open) + 1 });
  const isIn = ({ first, last }: Island, at: number) => first <= at && at < last;
  const calling = (one: Island) => calls.some(({ at }) => isIn(one, at));
  const end = siblings.findLast(calling);
  if (!end) return undefined;
  const isUsedBehind = (name: string) => variables.some((use) => use.name === name && use.at >= end.last);
  const isMovable = (one: Island) =>
    !bound.test(file.text.slice(one.start, one.end)) &&
    !variables.some(({ name, at, isWrite }) => isWrite && isIn(one, at) && isUsedBehind(name));
  /** Whether what it writes is used between it and the end. */
  const prepares = (one: Island) =>
    !c.isWord(one.first, 'global') &&
    variables.some(
      ({ name, at, isWrite }) =>
        isWrite &&
        isIn(one, at) &&
        variables.some((use) => use.name === name && use.at >= one.last && use.at < end.last),
    );
  let first: Island | undefined;
  for (const one of siblings.slice(0, siblings.indexOf(end) + 1).reverse()) {
    if (!isMovable(one) || !(calling(one) || prepares(one))) break;
    first = one;
  }
  return first && c.island(first.first, end.last);
}

/** Variables that statements take from before them. */
function neededIn({ cursor: c, variables, member }: RunningMethod, { first, last }: Island) {
  const globals = new Set<string>();
  for (let i = member.body?.first ?? 0; i < first; i += 1)
    if (c.isWord(i, 'global'))
      for (let at = i + 1; c.kind(at) !== char(';') && at < first; at += 1)
        if (c.kind(at) === T.Variable) globals.add(c.text(at).slice(1));
  const names = new Set<string>();
  const made = new Set<string>();
  for (const { name, at } of variables) {
    if (at < first || at >= last || names.has(name) || made.has(name)) continue;
    if (isAssignment(c, c.next(at + 1))) made.add(name);
    else names.add(name);
  }
  return {
    globals: [...names].filter((name) => globals.has(name)),
    params: [...names].filter((name) => !globals.has(name)),
  };
}

/** Statements with the names of classes as they are outside of the namespace. */
function qualified({ cursor: c, file, body }: RunningMethod, { first, last, start, end }: Island): string {
  const { scope } = body.cls.declaration;
  const edits = [];
  for (let i = first; i < last; i += 1) {
    const before = c.previous(i - 1);
    const isClass =
      c.kind(c.next(i + 1)) === T.DoubleColon || c.isWord(before, 'new') || c.isWord(before, 'instanceof');
    if (c.kind(i) === T.Name && isClass && c.kind(before) !== T.Arrow)
      edits.push({ start: c.start(i) - start, end: c.end(i) - start, text: `\\${resolveClassName(scope, c.text(i))}` });
  }
  return applyEdits(file.text.slice(start, end), edits);
}
