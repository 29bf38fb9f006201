/** A function moves from externallib.php into a class of its own. */
import * as l10n from '@vscode/l10n';
import { itemWithKey, removeItem } from '../../edits/arrayEdits.ts';
import { quoted, removeLines } from '../../edits/style.ts';
import { applyEdits } from '../../edits/textEdit.ts';
import type { TextEdit } from '../../edits/textEdit.ts';
import { fieldText } from '../../index/entry.ts';
import { char, Cursor } from '../../php/cursor.ts';
import type { Span } from '../../php/cursor.ts';
import type { ClassIsland, MemberIsland } from '../../php/islands.ts';
import { T } from '../../php/lexer.ts';
import { checkedPaths } from '../../rules/documents.ts';
import { docComment, sentence } from '../../edits/docComment.ts';
import { copyrightOf, isBeforeCoreExternal, licence, newFile, phpHeader } from './context.ts';
import type { RefactorContext, Refactoring } from './context.ts';
import { externalMethodAt } from './entryFromClass.ts';
import { callsOf, isClassPlace, newName, requiring, runsOf, scalars } from './movedCode.ts';
import type { Move } from './movedCode.ts';
import { movedTests } from './movedTests.ts';
import { entryLiteral } from './services.ts';

/** Offered where the rest of the class can be reached from outside of it. */
export function* splitMethod(context: RefactorContext): Generator<Refactoring> {
  const { index, component } = context;
  const found = externalMethodAt(context);
  if (found?.cls.scope.namespace !== '' || found.cls.kind !== 'class') return;
  const { file, cls, method } = found;
  const functions = index.functionsImplementedBy(cls.fqn, method.name);
  const [fn] = functions;
  if (!fn || functions.length > 1 || !fn.name.startsWith(`${component.name}_`)) return;
  const name = fn.name.slice(component.name.length + 1);
  const path = `${component.directory}/classes/external/${name}.php`;
  if (index.isFile(path)) return;
  const own = new RegExp(`^${method.name}(_parameters|_returns|_is_deprecated)?$`, 'i');
  const members = cls.members.filter((one) => one.kind === 'method' && own.test(one.name));
  const move: Move = {
    ...{ file, cls, members, method: method.name, fn, name },
    fqn: `${component.name}\\external\\${name}`,
  };
  const texts = members.map((one) => movedText(move, one));
  if (!texts.every((one) => one !== undefined)) return;
  yield {
    title: l10n.t('Move {0}() into a class of its own', method.name),
    edits: () => {
      const tests = movedTests(context, move);
      return [
        newFile(path, classText(context, move, texts)),
        ...runsOf(file, members).map((one) => removeLines(file, one)),
        ...entryEdits(context, move),
        ...tests,
        ...callerEdits(context, move).filter(
          (one) => !tests.some((gone) => gone.path === one.path && gone.start <= one.start && one.end <= gone.end),
        ),
      ];
    },
  };
}

const keywords = new Set(['self', 'static', 'parent', 'class']);
/** A member as it reads in the new class; undefined where it needs what only its old class can reach. */
function movedText({ file, cls, method }: Move, member: MemberIsland): string | undefined {
  const c = new Cursor(file.islands.tokens);
  const edits: Omit<TextEdit, 'path'>[] = [];
  const replace = (i: number, text: string) => edits.push({ ...c.span(i), text });
  for (let i = c.next(member.first); i < member.last; i = c.next(i + 1)) {
    const text = c.text(i);
    if (c.kind(i) === T.Variable && text === '$this') return undefined;
    if (c.kind(i) !== T.Name) continue;
    if (/^__(?:CLASS|METHOD|FUNCTION)__$/i.test(text)) return undefined;
    const next = c.next(i + 1);
    const isOwner = keywords.has(text.toLowerCase()) || text.replace(/^\\/, '').toLowerCase() === cls.fqn.toLowerCase();
    if (c.kind(next) === T.DoubleColon && isOwner) {
      const target = c.next(next + 1);
      const kept = ownMember(c, cls, method, target);
      if (kept === undefined) return undefined;
      if (kept.owner !== undefined) replace(i, kept.owner);
      else if (!keywords.has(text.toLowerCase())) replace(i, 'self');
      if (kept.name !== undefined) replace(target, kept.name);
      i = target;
    } else if (i === c.next(member.first) || !isClassPlace(c, member, i)) continue;
    else if (!text.includes('\\') && !scalars.test(text) && !isImported(cls, text)) replace(i, `\\${text}`);
  }
  const start = member.doc?.start ?? member.start;
  const shifted = edits.map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
  const { nameSpan } = member;
  const renamed = { start: nameSpan.start - start, end: nameSpan.end - start, text: newName(member.name, method) };
  const others = shifted.filter((one) => one.start !== renamed.start);
  const moved = applyEdits(file.text.slice(start, member.end), [...others, renamed]);
  // What is left speaks of it in comments.
  return moved.replace(callsOf(cls, method), (_, name: string) => `self::${newName(name, method)}`);
}

/** What `self::x` becomes: undefined where the old class keeps it to itself. */
function ownMember(
  c: Cursor,
  cls: ClassIsland,
  method: string,
  target: number,
): { readonly owner?: string; readonly name?: string } | undefined {
  const written = c.text(target).replace(/^\$/, '');
  const isCall = c.kind(c.next(target + 1)) === char('(');
  if (isCall && new RegExp(`^${method}(_parameters|_returns|_is_deprecated)?$`, 'i').test(written))
    return { name: newName(written, method) };
  const member = cls.members.find((one) =>
    one.kind === 'method' ? isCall && one.name.toLowerCase() === written.toLowerCase() : one.name === written,
  );
  if (!member) return {};
  return member.visibility === 'public' ? { owner: `\\${cls.fqn}` } : undefined;
}

const isImported = ({ scope }: ClassIsland, name: string): boolean =>
  scope.classes.has(name.toLowerCase()) || describing.has(name.toLowerCase());

const describing = new Set(
  ['api', 'description', 'files', 'format_value', 'function_parameters', 'multiple_structure', 'settings']
    .concat('single_structure', 'util', 'value', 'warnings')
    .map((name) => `external_${name}`),
);

function classText(context: RefactorContext, { file, cls, fn, name }: Move, texts: readonly string[]): string {
  const { component } = context;
  const code = texts.join('\n');
  const isUsed = (alias: string) => new RegExp(`(?<![\\\\\\w$>])${alias}\\b`, 'i').test(`${code} external_api`);
  const isOld = isBeforeCoreExternal(context);
  const imports = new Map(
    [...describing].map((one) => [one, isOld ? one : `core_external\\${one === 'external_util' ? 'util' : one}`]),
  );
  for (const [alias, fqn] of cls.scope.classes) imports.set(alias, fqn);
  const uses = [...imports]
    .filter(([alias]) => isUsed(alias))
    .map(([alias, fqn]) => `use ${fqn}${fqn.toLowerCase().endsWith(alias) ? '' : ` as ${alias}`};`);
  const includes = file.islands.includes
    .map(({ start, end }) => file.text.slice(start, end))
    .filter((one) => isOld || !one.includes('externallib.php'));
  const summary = sentence(fieldText(fn.entry, 'description') ?? '') || `The external function ${fn.name}.`;
  const body = texts.map((text) => `    ${unindented(text)}`).join('\n\n');
  return `${phpHeader}
namespace ${component.name}\\external;

${[...new Set(uses)].sort().join('\n')}
${requiring(includes)}
${docComment([summary, '', `@package    ${component.name}`, `@copyright  ${copyrightOf(context)}`, `@license    ${licence}`])}
class ${name} extends external_api {
${body}
}
`;
}

const unindented = (text: string): string => text.replaceAll('\r\n', '\n');
/** The entry names the new class; `execute` and the autoloader need no more. */
function entryEdits({ index, targets }: RefactorContext, { fn, fqn }: Move): TextEdit[] {
  const file = index.file(fn.entry.path);
  const literal = file && entryLiteral(file, fn.entry);
  if (!file || !literal) return [];
  const edits: TextEdit[] = [];
  const set = (key: string, value: string) => {
    const span: Span | undefined = literal.items[itemWithKey(literal, key)]?.value;
    if (span) edits.push({ path: file.path, start: span.start, end: span.end, text: quoted(value) });
  };
  const remove = (key: string) => {
    const at = itemWithKey(literal, key);
    if (at >= 0) edits.push(removeItem(file, literal, at));
  };
  set('classname', fqn);
  if (targets.from < 402) set('methodname', 'execute');
  else remove('methodname');
  remove('classpath');
  return edits;
}

/** Other code of the plugin that calls the method, tests above all. */
function callerEdits({ index, component }: RefactorContext, { file, cls, members, method, fqn }: Move): TextEdit[] {
  return checkedPaths(index, component)
    .filter((path) => path.endsWith('.php'))
    .flatMap((path) => {
      const text = index.file(path)?.text ?? '';
      const isMoved = (at: number) =>
        path === file.path && members.some(({ doc, start, end }) => (doc?.start ?? start) <= at && at < end);
      return [...text.matchAll(callsOf(cls, method))]
        .filter(({ index: at }) => !isMoved(at))
        .map(({ 0: whole, 1: name = '', index: at }): TextEdit => ({
          path,
          start: at,
          end: at + whole.length,
          text: `\\${fqn}::${newName(name, method)}`,
        }));
    });
}
