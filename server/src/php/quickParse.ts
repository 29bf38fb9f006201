/**
 * The parser of plain PHP: literals, `new`, calls, operators, assignments, conditions, `foreach` and returns, straight
 * from the tokens of the file. Nearly all schemas are written with nothing else, and it is some ten times as fast as
 * php-parser. At the first thing it does not know it gives up, and php-parser reads the island; where it answers, its nodes are
 * php-parser's (a test compares them).
 */
import type { Block, Expr, FunctionLike, Parameter, Stmt, Variable } from './ast.ts';
import { char, Cursor } from './cursor.ts';
import type { Island } from './cursor.ts';
import { T } from './lexer.ts';
import type { Tokens } from './lexer.ts';
import type { IslandKind } from './parse.ts';
import { PlainExpressions } from './plainExpressions.ts';
import { close, comma, equals, notPlain, open, openBrace, closeBrace, question, semicolon } from './plainTokens.ts';

/** The AST of an island of `tokens`, with offsets from the island's start; undefined when it is not plain. */
export function quickParse(tokens: Tokens, island: Island, kind: IslandKind): Expr | Stmt | undefined {
  const parser = new QuickParser(new Cursor(tokens), island);
  try {
    return parser.island(kind);
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

class QuickParser extends PlainExpressions {
  island(kind: IslandKind): Expr | Stmt {
    const node = this.nodeOf(kind);
    if (this.i < this.last) throw notPlain;
    return node;
  }

  private nodeOf(kind: IslandKind): Expr | Stmt {
    switch (kind) {
      case 'expression':
        return this.expression();
      case 'arrayEntry': {
        const from = this.i;
        const item = this.entry();
        return { kind: 'array', items: [item], loc: this.loc(from) };
      }
      case 'statements':
        return { kind: 'block', children: this.statements() };
      case 'member':
      case 'function':
        return this.functionLike();
    }
  }

  private functionLike(): FunctionLike {
    const from = this.i;
    let isStatic = false;
    while (this.kind === T.Name && !this.isWord('function')) {
      if (!/^(public|protected|private|static|final)$/i.test(this.c.text(this.i))) throw notPlain;
      isStatic ||= this.isWord('static');
      this.advance();
    }
    this.advance();
    const name = this.word();
    this.expect(open);
    const parameters: Parameter[] = [];
    while (this.kind !== close) {
      parameters.push(this.parameter());
      if (!this.take(comma)) break;
    }
    this.expect(close);
    // A return type builds nothing.
    while (this.kind !== openBrace && this.kind !== 0) this.advance();
    const body = this.block();
    return {
      kind: 'method',
      name: { kind: 'identifier', name },
      arguments: parameters,
      body,
      type: null,
      isStatic,
      loc: this.loc(from),
    };
  }

  private parameter(): Parameter {
    const from = this.i;
    let named = false;
    const nullable = this.kind === question;
    while (this.kind === T.Name || this.kind === question || this.kind === char('|')) {
      // Promoted constructor parameters are properties as well.
      if (this.kind === T.Name && /^(public|protected|private|readonly)$/i.test(this.c.text(this.i))) throw notPlain;
      named = true;
      this.advance();
    }
    if (this.kind !== T.Variable) throw notPlain;
    const name = this.c.text(this.i).slice(1);
    this.advance();
    const value = this.take(equals) ? this.expression() : null;
    const type = named ? { kind: 'typereference' } : null;
    return {
      kind: 'parameter',
      name: { kind: 'identifier', name },
      value,
      byref: false,
      variadic: false,
      flags: 0,
      type,
      nullable,
      loc: this.loc(from),
    };
  }

  private statements(): Stmt[] {
    const statements: Stmt[] = [];
    while (this.kind !== closeBrace && this.kind !== 0) statements.push(this.statement());
    return statements;
  }

  private statement(): Stmt {
    const from = this.i;
    if (this.isWord('return')) {
      this.advance();
      const expr = this.kind === semicolon ? null : this.expression();
      this.expect(semicolon);
      return { kind: 'return', expr, loc: this.loc(from) };
    }
    if (this.isWord('global')) return this.global();
    if (this.isWord('if')) return this.condition();
    if (this.isWord('foreach')) return this.foreach();
    if (this.isWord('continue') || this.isWord('break')) return this.jump();
    if (this.isWord('unset')) {
      this.advance();
      const variables = this.arguments() as Expr[];
      this.expect(semicolon);
      return { kind: 'unset', variables, loc: this.loc(from) };
    }
    if (this.isWord('throw')) {
      this.advance();
      const what = this.expression();
      this.expect(semicolon);
      return { kind: 'throw', what, loc: this.loc(from) };
    }
    const expression = this.assignment() ?? this.expression();
    this.expect(semicolon);
    return { kind: 'expressionstatement', expression, loc: this.loc(from) };
  }

  private block(): Block {
    this.expect(openBrace);
    const children = this.statements();
    this.expect(closeBrace);
    return { kind: 'block', children };
  }

  /** `if (…) {…} elseif (…) {…} else {…}` */
  private condition(): Stmt {
    const from = this.i;
    this.advance();
    this.expect(open);
    const test = this.expression();
    this.expect(close);
    const body = this.block();
    let alternate: Stmt | null = null;
    if (this.isWord('elseif')) alternate = this.condition();
    else if (this.isWord('else')) {
      this.advance();
      alternate = this.isWord('if') ? this.condition() : this.block();
    }
    return { kind: 'if', test, body, alternate, loc: this.loc(from) };
  }

  /** `foreach (… as $key => $value) {…}` */
  private foreach(): Stmt {
    const from = this.i;
    this.advance();
    this.expect(open);
    const source = this.expression(0, 'as');
    if (!this.isWord('as')) throw notPlain;
    this.advance();
    const first = this.variable();
    const second = this.take(T.DoubleArrow) ? this.variable() : null;
    this.expect(close);
    const [key, value] = second ? [first, second] : [null, first];
    return { kind: 'foreach', source, key, value, body: this.block(), loc: this.loc(from) };
  }

  private jump(): Stmt {
    const from = this.i;
    const kind = this.isWord('break') ? 'break' : 'continue';
    this.advance();
    this.expect(semicolon);
    return { kind, level: null, loc: this.loc(from) };
  }

  private global(): Stmt {
    const from = this.i;
    const items: Variable[] = [];
    do {
      this.advance();
      items.push(this.variable());
    } while (this.kind === comma);
    this.expect(semicolon);
    return { kind: 'global', items, loc: this.loc(from) };
  }

  /** `$x = …`, `$x['k'] .= …`, `self::$x += …`; undefined where the statement is another expression. */
  private assignment(): Expr | undefined {
    const from = this.i;
    const left = this.operand();
    const operator = this.operator();
    if (operator === '=' || operator === '+=' || operator === '.=') {
      if (left.kind === 'array') throw notPlain; // `[$a, $b] = …` is a list.
      this.skip(operator);
      return { kind: 'assign', left, right: this.expression(), operator, loc: this.loc(from) };
    }
    this.i = from;
    return undefined;
  }
}
