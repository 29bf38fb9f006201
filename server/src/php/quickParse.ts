/**
 * The parser of plain PHP: literals, `new`, calls, operators, assignments, conditions, `foreach` and returns, straight
 * from the tokens of the file. Nearly all schemas are written with nothing else, and it is some ten times as fast as
 * php-parser. At the first thing it does not know it gives up, and php-parser reads the island; where it answers, its nodes are
 * php-parser's (a test compares them).
 */
import type { Argument, Block, Entry, Expr, FunctionLike, Parameter, Stmt, Variable } from './ast.ts';
import { char, Cursor, literalText } from './cursor.ts';
import type { Island } from './cursor.ts';
import { T } from './lexer.ts';
import type { Tokens } from './lexer.ts';
import { maxNesting } from './parse.ts';
import type { IslandKind } from './parse.ts';

const [open, close, openSquare, closeSquare, openBrace, closeBrace, comma, semicolon, equals, dollar, colon] =
  Array.from('()[]{},;=$:', char) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
const question = char('?');
/** Binary operators, weakest first, as PHP 8 binds them. They associate to the left, or not at all. */
const levels = ['||', '&&', '|', '== != === !==', '< > <= >=', '.', '+ -', '* /'];
/** Those of one of these levels cannot follow each other. */
const alone = new Set([4, 5]);
const binding = new Map(
  levels.flatMap((level, at) => level.split(' ').map((operator): [string, number] => [operator, at + 1])),
);
/** Characters of operators, also of those that are not plain (`**`, `<=>`, `.=`). */
const operatorCodes = new Set(Array.from('|&=!<>.+-*/?%^', char));
const casts = new Set(['int', 'string', 'bool', 'float', 'array', 'object']);

/** Words that begin something else than a constant, class or function name. */
const notNames =
  /^(?:fn|function|static|clone|include|include_once|require|require_once|print|throw|yield|match|isset|empty|exit|die|eval|and|or|xor|instanceof|list|echo|__halt_compiler|if|else|elseif|endif|endfor|endforeach|endwhile|endswitch|enddeclare|for|foreach|while|do|switch|case|default|break|continue|try|catch|finally|goto|class|trait|interface|enum|abstract|final|unset|use|namespace|const|declare|insteadof|var|public|protected|private)$/i;

/** Thrown to leave the parser; never leaves this file. */
class NotPlain extends Error {}
const notPlain = new NotPlain();

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

class QuickParser {
  private i: number;
  private depth = 0;
  private readonly last: number;
  private readonly base: number;

  constructor(
    private readonly c: Cursor,
    island: Island,
  ) {
    this.i = c.next(island.first);
    this.last = island.last;
    this.base = island.start;
  }

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

  // ---- tokens -------------------------------------------------------------------------------------------------

  private get kind(): number {
    return this.i < this.last ? this.c.kind(this.i) : 0;
  }

  private advance(): void {
    this.i = this.c.next(this.i + 1);
  }

  private take(kind: number): boolean {
    if (this.kind !== kind) return false;
    this.advance();
    return true;
  }

  private expect(kind: number): void {
    if (!this.take(kind)) throw notPlain;
  }

  private word(): string {
    if (this.kind !== T.Name) throw notPlain;
    const text = this.c.text(this.i);
    this.advance();
    return text;
  }

  private isWord(word: string): boolean {
    return this.kind === T.Name && this.c.isWord(this.i, word);
  }

  private loc(from: number) {
    const end = this.c.end(this.c.previous(this.i - 1));
    return { start: { offset: this.c.start(from) - this.base }, end: { offset: end - this.base } };
  }

  // ---- statements ---------------------------------------------------------------------------------------------

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

  private variable(): Variable {
    if (this.kind !== T.Variable) throw notPlain;
    const name = this.c.text(this.i).slice(1);
    this.advance();
    return { kind: 'variable', name };
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

  // ---- expressions --------------------------------------------------------------------------------------------

  /** Up to what ends it: a bracket, a comma, a semicolon, `=>`, `:`, or the word `stop`. */
  private expression(minimum = 0, stop?: string): Expr {
    this.depth += 1;
    if (this.depth > maxNesting) throw notPlain;
    const from = this.i;
    let left = this.operand();
    let before = 0;
    for (let operator = this.operator(); operator !== undefined; operator = this.operator()) {
      const power = binding.get(operator);
      if (power === undefined) throw notPlain;
      if (power <= minimum) break;
      if (power === before && alone.has(power)) throw notPlain;
      before = power;
      this.skip(operator);
      const right = this.expression(power, stop);
      left = { kind: 'bin', type: operator, left, right, loc: this.loc(from) };
    }
    if (minimum === 0 && this.kind === question) left = this.choice(left, from, stop);
    this.depth -= 1;
    if (!this.ends() && !(stop !== undefined && this.isWord(stop))) throw notPlain;
    return left;
  }

  /** `… ? … : …` and `… ?: …`; one that holds another without brackets is none. */
  private choice(test: Expr, from: number, stop: string | undefined): Expr {
    this.advance();
    const trueExpr = this.kind === colon ? null : this.expression();
    this.expect(colon);
    const falseExpr = this.expression(1, stop);
    if (this.kind === question || trueExpr?.kind === 'retif') throw notPlain;
    return { kind: 'retif', test, trueExpr, falseExpr, loc: this.loc(from) };
  }

  /** The binary operator that is next, with all characters that PHP would read with it; not the `?` of a choice. */
  private operator(): string | undefined {
    let end = this.i;
    if (this.i >= this.last) return undefined;
    while (operatorCodes.has(this.c.kind(end)) && (end === this.i || this.c.start(end) === this.c.end(end - 1))) {
      // `! ` and `-1` begin an operand, as in `$a ||!$b` and `2*-1`.
      if (end > this.i && (this.c.kind(end) === char('!') || this.c.kind(end) === char('-'))) break;
      end += 1;
    }
    if (end === this.i) return undefined;
    const text = this.c.tokens.text.slice(this.c.start(this.i), this.c.end(end - 1));
    return text === '?' || text === '?:' ? undefined : text;
  }

  private skip(operator: string): void {
    const end = this.c.start(this.i) + operator.length;
    while (this.c.start(this.i) < end) this.i += 1;
    this.i = this.c.next(this.i);
  }

  /** Whether the expression is over here: everything else that could go on is not plain. */
  private ends(): boolean {
    const { kind } = this;
    return (
      kind === 0 ||
      kind === comma ||
      kind === semicolon ||
      kind === close ||
      kind === closeSquare ||
      kind === colon ||
      kind === question ||
      kind === T.DoubleArrow ||
      operatorCodes.has(kind)
    );
  }

  /** What stands between two operators. */
  private operand(): Expr {
    const from = this.i;
    if (this.kind === char('!')) {
      this.advance();
      return { kind: 'unary', type: '!', what: this.operand(), loc: this.loc(from) };
    }
    const cast = this.cast();
    if (cast === undefined) return this.postfix(this.primary());
    return { kind: 'cast', type: cast, expr: this.operand(), loc: this.loc(from) };
  }

  /** The type of a `(int)` that is next, which is passed. */
  private cast(): string | undefined {
    if (this.kind !== open) return undefined;
    const word = this.c.next(this.i + 1);
    const type = this.c.kind(word) === T.Name ? this.c.text(word).toLowerCase() : '';
    if (!casts.has(type) || this.c.kind(this.c.next(word + 1)) !== close) return undefined;
    this.i = this.c.next(this.c.next(word + 1) + 1);
    return type;
  }

  private primary(): Expr {
    const from = this.i;
    switch (this.kind) {
      case T.String: {
        const value = literalText(this.c.text(this.i));
        // php-parser reads escapes and line ends of double quotes in ways of its own.
        if (value === undefined || (this.c.text(this.i).startsWith('"') && value.includes('\\'))) throw notPlain;
        this.advance();
        return { kind: 'string', value, loc: this.loc(from) };
      }
      case T.Number: {
        const value = this.c.text(this.i);
        this.advance();
        return { kind: 'number', value, loc: this.loc(from) };
      }
      case T.Variable: {
        const name = this.c.text(this.i).slice(1);
        this.advance();
        return { kind: 'variable', name, loc: this.loc(from) };
      }
      case openSquare:
        return this.array(closeSquare);
      case char('-'): {
        this.advance();
        if (this.kind !== T.Number) throw notPlain;
        return { kind: 'unary', type: '-', what: this.primary(), loc: this.loc(from) };
      }
      case open: {
        this.advance();
        const inner = this.expression();
        this.expect(close);
        return { ...inner, parenthesizedExpression: true };
      }
      case T.Name:
        return this.named();
      default:
        throw notPlain;
    }
  }

  private named(): Expr {
    const from = this.i;
    if (this.isWord('array') && this.c.kind(this.c.next(this.i + 1)) === open) {
      this.advance();
      return this.array(close);
    }
    if (this.isWord('new')) {
      this.advance();
      const what = this.reference();
      const args = this.kind === open ? this.arguments() : [];
      return { kind: 'new', what, arguments: args, loc: this.loc(from) };
    }
    const lower = this.c.text(this.i).toLowerCase();
    if (lower === 'true' || lower === 'false') {
      this.advance();
      return { kind: 'boolean', value: lower === 'true', loc: this.loc(from) };
    }
    if (lower === 'null') {
      this.advance();
      return { kind: 'nullkeyword', loc: this.loc(from) };
    }
    if (lower.startsWith('__')) throw notPlain;
    return this.construct(lower) ?? this.reference();
  }

  /** `empty(…)`, `isset(…)`, `exit`, `require_once …` */
  private construct(word: string): Expr | undefined {
    const from = this.i;
    switch (word) {
      case 'empty': {
        this.advance();
        this.expect(open);
        const expression = this.expression();
        this.expect(close);
        return { kind: 'empty', expression, loc: this.loc(from) };
      }
      case 'isset': {
        this.advance();
        return { kind: 'isset', variables: this.arguments() as Expr[], loc: this.loc(from) };
      }
      case 'die':
      case 'exit': {
        this.advance();
        if (this.kind === open) this.arguments();
        return { kind: 'exit', loc: this.loc(from) };
      }
      case 'include':
      case 'include_once':
      case 'require':
      case 'require_once': {
        this.advance();
        const target = this.expression();
        const [once, require] = [word.endsWith('_once'), word.startsWith('require')];
        return { kind: 'include', target, once, require, loc: this.loc(from) };
      }
      default:
        return undefined;
    }
  }

  /** A class, function or constant name, or `self`, `static`, `parent`. */
  private reference(): Expr {
    const from = this.i;
    const name = this.word();
    const lower = name.toLowerCase();
    const reserved = { self: 'selfreference', parent: 'parentreference', static: 'staticreference' } as const;
    if (lower === 'self' || lower === 'parent' || lower === 'static')
      return { kind: reserved[lower], loc: this.loc(from) };
    if (notNames.test(name) || lower.startsWith('namespace\\')) throw notPlain;
    const resolution = name.startsWith('\\') ? 'fqn' : name.includes('\\') ? 'qn' : 'uqn';
    return { kind: 'name', name, resolution, loc: this.loc(from) };
  }

  private postfix(start: Expr): Expr {
    const from = this.c.previous(this.i - 1);
    let node = start;
    for (;;) {
      if (this.kind === T.DoubleColon) {
        this.advance();
        const offset = this.staticMember();
        node = { kind: 'staticlookup', what: node, offset, loc: this.located(start, from) };
      } else if (this.kind === T.Arrow) {
        if (this.c.text(this.i) !== '->') throw notPlain;
        this.advance();
        const offset: Expr = { kind: 'identifier', name: this.word() };
        node = { kind: 'propertylookup', what: node, offset, loc: this.located(start, from) };
      } else if (this.kind === openSquare) {
        this.advance();
        const offset = this.kind === closeSquare ? false : this.expression();
        this.expect(closeSquare);
        node = { kind: 'offsetlookup', what: node, offset, loc: this.located(start, from) };
      } else if (this.kind === open)
        node = { kind: 'call', what: node, arguments: this.arguments(), loc: this.located(start, from) };
      else return node;
    }
  }

  private staticMember(): Expr {
    return this.kind === T.Variable ? this.variable() : { kind: 'identifier', name: this.word() };
  }

  /** From where `start` begins to here. */
  private located(start: Expr, from: number) {
    const { end } = this.loc(from);
    return { start: start.loc?.start ?? this.loc(from).start, end };
  }

  private arguments(): Argument[] {
    this.expect(open);
    const args: Argument[] = [];
    while (this.kind !== close) {
      // A named argument, or `...`: not plain.
      if (this.kind === T.Ellipsis || (this.kind === T.Name && this.c.kind(this.c.next(this.i + 1)) === char(':')))
        throw notPlain;
      args.push(this.expression());
      if (!this.take(comma)) break;
    }
    this.expect(close);
    return args;
  }

  private array(end: number): Expr {
    const from = this.i;
    this.advance();
    const items: Entry[] = [];
    while (this.kind !== end) {
      items.push(this.entry());
      if (!this.take(comma)) break;
    }
    this.expect(end);
    return { kind: 'array', items, loc: this.loc(from) };
  }

  private entry(): Entry {
    if (this.kind === T.Ellipsis || this.kind === char('&') || this.kind === dollar) throw notPlain;
    const first = this.expression();
    if (!this.take(T.DoubleArrow)) return { kind: 'entry', key: null, value: first, byRef: false, unpack: false };
    if (this.kind === char('&')) throw notPlain;
    return { kind: 'entry', key: first, value: this.expression(), byRef: false, unpack: false };
  }
}
