import type { FunctionDeclaration } from '../index/evaluateFunction.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import { char, Cursor } from '../php/cursor.ts';
import type { Span } from '../php/cursor.ts';
import { T } from '../php/lexer.ts';
import { resolveClassName } from '../php/names.ts';
import { argumentsOf } from './callArguments.ts';
import { perObject } from './remembered.ts';
import type { RuleContext } from './rule.ts';

/** `C::method(…)` in a test, where that implements a function. */
interface TestedCall extends Span {
  readonly fn: FunctionDeclaration;
  /** How many arguments are passed; undefined where some are spread. */
  readonly count: number | undefined;
}

export const isTestFile = (path: string): boolean => /\/tests\/(.*\/)?\w+_test\.php$/.test(path);

/** Calls of methods that implement functions, in a PHPUnit test. */
export function* testedCalls({ snapshot, document: { path } }: RuleContext): Generator<TestedCall> {
  const file = isTestFile(path) ? snapshot.file(path) : undefined;
  for (const { className, method, span, count } of file ? callsIn(file) : []) {
    const [fn] = snapshot.functionsImplementedBy(className, method);
    if (fn) yield { ...span, fn, count };
  }
}

interface StaticCall {
  readonly className: string;
  readonly method: string;
  readonly span: Span;
  readonly count: number | undefined;
}

const callsIn = perObject((file: SourceFile): readonly StaticCall[] => [...staticCalls(file)]);

function* staticCalls(file: SourceFile): Generator<StaticCall> {
  const c = new Cursor(file.islands.tokens);
  for (const { first, last, scope } of file.islands.classes)
    for (let i = first; i < last; i += 1) {
      const [name, open] = [c.next(i + 1), c.next(c.next(i + 1) + 1)];
      if (
        c.kind(i) !== T.DoubleColon ||
        c.kind(i - 1) !== T.Name ||
        c.kind(name) !== T.Name ||
        c.kind(open) !== char('(')
      )
        continue;
      const className = resolveClassName(scope, c.text(i - 1));
      yield { className, method: c.text(name), span: c.span(name), count: countArguments(c, open) };
    }
}

function countArguments(c: Cursor, open: number): number | undefined {
  const close = c.match(open);
  const args = close < 0 ? undefined : argumentsOf(c, open, close);
  return args?.some(({ first }) => c.kind(first) === T.Ellipsis) ? undefined : args?.length;
}
