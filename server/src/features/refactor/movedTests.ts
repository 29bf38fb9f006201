/** Tests move with the function that they are about. */
import { docComment } from '../../edits/docComment.ts';
import { removeLines } from '../../edits/style.ts';
import { applyEdits } from '../../edits/textEdit.ts';
import type { TextEdit } from '../../edits/textEdit.ts';
import type { SourceFile } from '../../index/sourceFile.ts';
import { Cursor } from '../../php/cursor.ts';
import type { ClassIsland, MemberIsland } from '../../php/islands.ts';
import { T } from '../../php/lexer.ts';
import { resolveClassName } from '../../php/names.ts';
import { checkedPaths } from '../../rules/documents.ts';
import { copyrightOf, licence, newFile, phpHeader } from './context.ts';
import type { RefactorContext } from './context.ts';
import { callsOf, isClassPlace, newName, requiring, runsOf, scalars } from './movedCode.ts';
import type { Move } from './movedCode.ts';

/** Those that call no other method of the class, and need nothing of their own class, in a class of their own; one stays at least. */
export function movedTests(context: RefactorContext, move: Move): TextEdit[] {
  const { index, component } = context;
  const path = `${component.directory}/tests/external/${move.name}_test.php`;
  if (index.isFile(path)) return [];
  for (const one of checkedPaths(index, component)) {
    const file = /\/tests\/.*_test\.php$/.test(one) ? index.file(one) : undefined;
    if (!file?.text.includes(`${move.cls.name}::${move.method}`)) continue;
    for (const cls of file.islands.classes) {
      const tests = cls.members.filter(({ kind, name }) => kind === 'method' && name.startsWith('test_'));
      const moving = canLeave(file, cls) ? tests.filter((test) => isAbout(file, cls, move, test)) : [];
      if (moving.length === 0 || moving.length === tests.length) continue;
      return [
        newFile(path, testText(context, move, file, cls, moving)),
        ...runsOf(file, moving).map((span) => removeLines(file, span)),
      ];
    }
  }
  return [];
}

/** Without state, preparation and files beside it, a test reads the same in another class. */
const canLeave = ({ text, islands }: SourceFile, { extends: parents, traits, members }: ClassIsland): boolean =>
  parents.length === 1 &&
  traits.length === 0 &&
  !members.some(({ kind, name }) => kind === 'property' || /^(setUp|tearDown)/i.test(name)) &&
  !islands.includes.some(({ start, end }) => /__DIR__|__FILE__/.test(text.slice(start, end)));

function isAbout({ text }: SourceFile, { members }: ClassIsland, { cls, method }: Move, test: MemberIsland): boolean {
  const code = text.slice(test.doc?.start ?? test.start, test.end);
  const calls = [...code.matchAll(callsOf(cls, method))].length;
  const ofClass = [...code.matchAll(new RegExp(`\\b${cls.name}::`, 'g'))].length;
  const isOwn = (name: string) => members.some((one) => one.name.toLowerCase() === name.toLowerCase());
  const used = [...code.matchAll(/(?:\$this->|\b(?:self|static|parent)::\$?)(\w+)/g)];
  return (
    calls > 0 &&
    calls === ofClass &&
    !used.some(([, name = '']) => isOwn(name)) &&
    !/@(dataProvider|depends)|#\[|__(DIR|FILE|CLASS|METHOD|FUNCTION)__/.test(code)
  );
}

function testText(
  context: RefactorContext,
  move: Move,
  file: SourceFile,
  cls: ClassIsland,
  tests: readonly MemberIsland[],
): string {
  const { component } = context;
  const includes = file.islands.includes.map(({ start, end }) => file.text.slice(start, end));
  const doc = docComment([
    `Tests for the ${move.name} external function.`,
    '',
    `@package    ${component.name}`,
    '@category   test',
    `@copyright  ${copyrightOf(context)}`,
    `@license    ${licence}`,
    `@covers     \\${move.fqn}`,
  ]);
  const body = tests.map((test) => `    ${movedTest(move, file, cls, test)}`).join('\n\n');
  return `${phpHeader}
namespace ${component.name}\\external;
${requiring(includes)}
${doc}
final class ${move.name}_test extends \\${resolveClassName(cls.scope, cls.extends[0] ?? '')} {
${body}
}
`;
}

/** A test with the names of classes in full, and the calls of what is now beside it. */
function movedTest(move: Move, file: SourceFile, { scope }: ClassIsland, test: MemberIsland): string {
  const c = new Cursor(file.islands.tokens);
  const start = test.doc?.start ?? test.start;
  const edits: Omit<TextEdit, 'path'>[] = [];
  const replace = (i: number, text: string) => edits.push({ start: c.start(i) - start, end: c.end(i) - start, text });
  for (let i = c.next(test.first); i < test.last; i = c.next(i + 1)) {
    const text = c.text(i);
    if (c.kind(i) !== T.Name || scalars.test(text) || !isClassPlace(c, test, i)) continue;
    const fqn = resolveClassName(scope, text);
    const isTested = fqn.toLowerCase() === move.cls.fqn.toLowerCase();
    replace(i, isTested ? move.name : `\\${fqn}`);
    const target = c.next(c.next(i + 1) + 1);
    if (isTested) replace(target, newName(c.text(target), move.method));
  }
  return applyEdits(file.text.slice(start, test.end), edits).replaceAll('\r\n', '\n');
}
