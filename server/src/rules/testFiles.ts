import type { FunctionDeclaration } from '../index/evaluateFunction.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import { char, Cursor } from '../php/cursor.ts';
import type { Span } from '../php/cursor.ts';
import { T } from '../php/lexer.ts';
import { resolveClassName } from '../php/names.ts';
import { argumentsOf } from './callArguments.ts';
import type { Argument } from './callArguments.ts';
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
  for (const { className, method, span, args } of file ? callsIn(file) : []) {
    const [fn] = snapshot.functionsImplementedBy(className, method);
    if (fn) yield { ...span, fn, count: args?.length };
  }
}

interface StaticCall {
  readonly className: string;
  readonly method: string;
  readonly span: Span;
  /** Undefined where some are spread. */
  readonly args: readonly Argument[] | undefined;
}

/** Calls of static methods in a file. */
export const callsIn = perObject((file: SourceFile): readonly StaticCall[] => [...staticCalls(file)]);

function* staticCalls(file: SourceFile): Generator<StaticCall> {
  const c = new Cursor(file.islands.tokens);
  const { classes, scope } = file.islands;
  for (let i = 0; i < c.count; i += 1) {
    const [name, open] = [c.next(i + 1), c.next(c.next(i + 1) + 1)];
    if (
      c.kind(i) !== T.DoubleColon ||
      c.kind(i - 1) !== T.Name ||
      c.kind(name) !== T.Name ||
      c.kind(open) !== char('(')
    )
      continue;
    const cls = classes.find(({ first, last }) => first <= i && i < last);
    const written = c.text(i - 1);
    const isOwn = cls !== undefined && /^(self|static)$/i.test(written);
    const className = isOwn ? cls.fqn : resolveClassName(cls?.scope ?? scope, written);
    yield { className, method: c.text(name), span: c.span(name), args: argumentsAt(c, open) };
  }
}

function argumentsAt(c: Cursor, open: number): readonly Argument[] | undefined {
  const close = c.match(open);
  const args = close < 0 ? undefined : argumentsOf(c, open, close);
  return args?.some(({ first }) => c.kind(first) === T.Ellipsis) ? undefined : args;
}
