/** Expressions of plain PHP. */
import type { Argument, Entry, Expr, Variable } from './ast.ts';
import { char, literalText } from './cursor.ts';
import { T } from './lexer.ts';
import { maxNesting } from './parse.ts';
import {
  close,
  closeSquare,
  colon,
  comma,
  dollar,
  notPlain,
  open,
  openSquare,
  PlainTokens,
  question,
  semicolon,
} from './plainTokens.ts';

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

export abstract class PlainExpressions extends PlainTokens {
  private depth = 0;

  /** Up to what ends it: a bracket, a comma, a semicolon, `=>`, `:`, or the word `stop`. */
  protected expression(minimum = 0, stop?: string): Expr {
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
  protected operator(): string | undefined {
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

  protected skip(operator: string): void {
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
  protected operand(): Expr {
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

  protected variable(): Variable {
    if (this.kind !== T.Variable) throw notPlain;
    const name = this.c.text(this.i).slice(1);
    this.advance();
    return { kind: 'variable', name };
  }

  /** From where `start` begins to here. */
  private located(start: Expr, from: number) {
    const { end } = this.loc(from);
    return { start: start.loc?.start ?? this.loc(from).start, end };
  }

  protected arguments(): Argument[] {
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

  protected entry(): Entry {
    if (this.kind === T.Ellipsis || this.kind === char('&') || this.kind === dollar) throw notPlain;
    const first = this.expression();
    if (!this.take(T.DoubleArrow)) return { kind: 'entry', key: null, value: first, byRef: false, unpack: false };
    if (this.kind === char('&')) throw notPlain;
    return { kind: 'entry', key: first, value: this.expression(), byRef: false, unpack: false };
  }
}
