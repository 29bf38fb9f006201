/** The nodes of php-parser 3.7 that the interpreter knows, as a discriminated union (its own types are too wide to narrow). */

interface Base {
  /** Whether it is written in brackets of its own. */
  readonly parenthesizedExpression?: boolean;
  readonly loc?: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } } | null;
}
type N<K extends string, Fields = unknown> = Base & { readonly kind: K } & Fields;

interface Identifier extends Base {
  readonly kind: 'identifier';
  readonly name: string;
}
type ClassRef = N<'selfreference'> | N<'parentreference'> | N<'staticreference'>;

export type Entry = N<'entry', { key: Expr | null; value: Expr; byRef: boolean; unpack: boolean }>;
export type Argument =
  Expr | N<'variadic', { what: Expr }> | N<'namedargument', { name: string; value: Expr }> | N<'variadicplaceholder'>;
export type Parameter = N<
  'parameter',
  {
    name: Identifier;
    value: Expr | null;
    byref: boolean;
    variadic: boolean;
    flags: number;
    type: TypeRef | null;
    nullable: boolean;
  }
>;
type TypeRef = N<string, { name?: string | null; types?: readonly TypeRef[] }>;

export type Variable = N<'variable', { name: string | Expr; byref?: boolean }>;
/** The name of a variable that is written out (`$x`); empty for `$$x`. */
export const staticName = (variable: Variable): string => (typeof variable.name === 'string' ? variable.name : '');

type PropertyLookup = N<'propertylookup' | 'nullsafepropertylookup', { what: Expr; offset: Expr }>;
type StaticLookup = N<'staticlookup', { what: Expr; offset: Expr }>;
type OffsetLookup = N<'offsetlookup', { what: Expr; offset: Expr | false }>;
type ListExpr = N<'list', { items: readonly (Entry | N<'noop'> | null)[] }>;
type ArrayExpr = N<'array', { items: readonly (Entry | N<'noop'> | null)[] }>;
type Call = N<'call', { what: Expr; arguments: readonly Argument[] }>;
type New = N<'new', { what: Expr; arguments: readonly Argument[] }>;
export type FunctionLike = N<
  'closure' | 'arrowfunc' | 'function' | 'method',
  {
    name?: Identifier;
    arguments: readonly Parameter[];
    uses?: readonly Variable[];
    /** A block, an expression for arrow functions, null for abstract methods. */
    body: Block | Expr | null;
    type: TypeRef | null;
    isStatic?: boolean;
  }
>;

export type Expr =
  | Identifier
  | ClassRef
  | Variable
  | PropertyLookup
  | StaticLookup
  | OffsetLookup
  | ListExpr
  | ArrayExpr
  | Call
  | New
  | FunctionLike
  | N<'name', { name: string; resolution: 'uqn' | 'qn' | 'fqn' | 'rn' }>
  | N<'string', { value: string }>
  | N<'nowdoc', { value: string }>
  | N<'number', { value: string }>
  | N<'boolean', { value: boolean }>
  | N<'nullkeyword'>
  | N<'magic', { value: string }>
  | N<'encapsed', { value: readonly Expr[] }>
  | N<'encapsedpart', { expression: Expr }>
  | N<'literal', { value: Expr }>
  | N<'bin', { type: string; left: Expr; right: Expr }>
  | N<'unary', { type: string; what: Expr }>
  | N<'pre' | 'post', { type: '+' | '-'; what: Expr }>
  | N<'cast', { type: string; expr: Expr }>
  | N<'assign', { left: Expr; right: Expr; operator: string }>
  | N<'assignref', { left: Expr; right: Expr }>
  | N<'retif', { test: Expr; trueExpr: Expr | null; falseExpr: Expr }>
  | N<'isset', { variables: readonly Expr[] }>
  | N<'empty', { expression: Expr }>
  | N<'silent', { expr: Expr }>
  | N<'clone', { what: Expr }>
  | N<'print', { expression: Expr }>
  | N<'include', { target: Expr; once: boolean; require: boolean }>
  | N<'match', { cond: Expr; arms: readonly { conds: readonly Expr[] | null; body: Expr }[] }>
  | N<'throw', { what: Expr }>
  | N<'exit'>
  | N<'eval'>
  | N<'yield', { value: Expr | null; key: Expr | null }>
  | N<'yieldfrom', { value: Expr }>
  | N<'class', { isAnonymous: boolean }>;

export type Block = N<'block', { children: readonly Stmt[] }>;
export type Stmt =
  | Block
  | FunctionLike
  | N<
      | 'class'
      | 'interface'
      | 'trait'
      | 'enum'
      | 'namespace'
      | 'usegroup'
      | 'declare'
      | 'constantstatement'
      | 'goto'
      | 'label'
      | 'noop'
      | 'inline'
      | 'halt'
    >
  | N<'expressionstatement', { expression: Expr }>
  | N<'echo'>
  | N<'if', { test: Expr; body: Stmt; alternate: Stmt | null }>
  | N<'while' | 'do', { test: Expr; body: Stmt | null }>
  | N<'for', { init: readonly Expr[]; test: readonly Expr[]; increment: readonly Expr[]; body: Stmt | null }>
  | N<'foreach', { source: Expr; key: Expr | null; value: Expr; body: Stmt | null }>
  | N<
      'switch',
      { test: Expr; body: N<'block', { children: readonly N<'case', { test: Expr | null; body: Block | null }>[] }> }
    >
  | N<'break' | 'continue', { level: Expr | null }>
  | N<'return', { expr: Expr | null }>
  | N<'throw', { what: Expr }>
  | N<
      'try',
      {
        body: Block;
        catches: readonly { what: readonly Expr[]; variable: Variable | null; body: Block }[];
        always: Block | null;
      }
    >
  | N<'global', { items: readonly Variable[] }>
  | N<
      'static',
      { variables: readonly (Variable | N<'staticvariable', { variable: Variable; defaultValue: Expr | null }>)[] }
    >
  | N<'unset', { variables: readonly Expr[] }>;
