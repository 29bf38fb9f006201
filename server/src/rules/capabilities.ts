/** Where code checks capabilities. */
import { tokenAt } from '../edits/arrayEdits.ts';
import type { Entry } from '../index/entry.ts';
import { Cursor } from '../php/cursor.ts';
import type { Span } from '../php/cursor.ts';
import { T } from '../php/lexer.ts';
import { callsReached } from './bodies.ts';
import type { Body, Reach } from './bodies.ts';
import { textsIn } from './places.ts';
import type { RuleContext } from './rule.ts';

/** What asks for capabilities, named first (lib/accesslib.php), and what asks for administrators. */
const checking = [
  'require_capability',
  'has_capability',
  'require_all_capabilities',
  'has_all_capabilities',
  'require_any_capability',
  'has_any_capability',
];
const forAdministrators = ['require_admin', 'is_siteadmin'];

/** A check in a method that runs, or in what it calls. */
interface CapabilityCheck {
  readonly body: Body;
  /** Capabilities that are written out; none where code says which. */
  readonly names: readonly { readonly text: string; readonly span: Span }[];
}

export function* capabilityChecks(reach: Reach): Generator<CapabilityCheck> {
  for (const { body, call } of callsReached(reach, ...checking)) {
    const [first] = call.args;
    const names = first ? [...textsIn(body.file, first)].filter(({ text }) => isCapability(text)) : [];
    yield { body, names };
  }
  for (const { body } of callsReached(reach, ...forAdministrators)) yield { body, names: [] };
}

const isCapability = (text: string): boolean => /^\w+\/\w+:\w+$/.test(text);

/** The capabilities that an entry names; undefined where they cannot be known. */
export function declaredCapabilities({ fields, complete }: Entry): string[] | undefined {
  const field = fields.get('capabilities');
  if (!field) return complete ? [] : undefined;
  return typeof field.value === 'string'
    ? field.value
        .split(',')
        .map((one) => one.trim())
        .filter(isCapability)
    : undefined;
}

/** A check with a literal capability as its first argument; what is put together from pieces is none. */
const check = /\b(?:require|has)_(?:capability|all_capabilities|any_capability)\s*\(\s*(['"])(\w+\/\w+:\w+)\1\s*[,)]/g;

/** Capabilities that code of a component checks and nobody defines, without quotes; those of tests are wrong on purpose. */
export function* unknownChecks({ snapshot, document: { path } }: RuleContext): Generator<Span & { name: string }> {
  const file =
    path.endsWith('.php') && !path.includes('/tests/') && snapshot.componentOf(path) ? snapshot.file(path) : undefined;
  // The text is searched first, and by what is cheapest: few files have anything to lex for.
  if (!file?.text.includes('_capabilit')) return;
  for (const match of file.text.matchAll(check)) {
    const name = match[2] ?? '';
    if (snapshot.capability(name)) continue;
    const start = match.index + match[0].indexOf(name);
    const c = new Cursor(file.islands.tokens);
    const token = tokenAt(c, start - 1);
    if (c.kind(token) === T.String && c.start(token) === start - 1) yield { name, start, end: start + name.length };
  }
}
