import { char } from '../../php/cursor.ts';
import type { Cursor } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import type { NameScope } from '../../php/names.ts';
import { slotOf } from './slot.ts';
import type { Slot } from './slot.ts';
import { lastTokenBefore, typedToken } from './tokens.ts';

/** Which schema constants an argument takes. */
export type ConstantFamily = 'PARAM' | 'VALUE' | 'NULL';

const structure = { required: ['VALUE', 2], allownull: ['NULL', 4] } as const;
/** Argument names and positions of the constructors of lib/external/classes. */
const parameters: Readonly<Record<string, Readonly<Record<string, readonly [ConstantFamily, number]>>>> = {
  external_value: { type: ['PARAM', 0], ...structure },
  external_single_structure: structure,
  external_multiple_structure: structure,
  external_function_parameters: structure,
  external_format_value: { required: ['VALUE', 1] },
  external_files: { required: ['VALUE', 1] },
};

export interface ConstantPlace {
  readonly family: ConstantFamily;
  readonly slot: Slot;
}

/** The place of a schema constant in `new external_value(…)` and its kin that a cursor is typing at. */
export function constantPlaceAt(c: Cursor, scope: NameScope, offset: number): ConstantPlace | undefined {
  const token = typedToken(c, offset);
  if (token !== undefined && c.kind(token) !== T.Name) return undefined;
  const last = token === undefined ? lastTokenBefore(c, offset) : token - 1;
  // Inside a comment or a text.
  if (token === undefined && last >= 0 && (c.end(last) > offset || (c.isTrivia(last) && c.end(last) === offset)))
    return undefined;
  const before = c.previous(last);
  let named: string | undefined;
  let position = 0;
  let i = before;
  if (c.kind(i) === char(':') && c.kind(c.previous(i - 1)) === T.Name) {
    named = c.text(c.previous(i - 1)).toLowerCase();
    i = c.previous(c.previous(i - 1) - 1);
  }
  if (c.kind(i) !== char('(') && c.kind(i) !== char(',')) return undefined;
  for (let closed = 0; i >= 0 && (closed > 0 || c.kind(i) !== char('(')); i -= 1) {
    if (c.closes(i)) closed += 1;
    else if (c.opens(i)) {
      if (closed === 0) return undefined;
      closed -= 1;
    } else if (closed > 0) continue;
    else if (c.kind(i) === char(',')) position += 1;
    else if (c.kind(i) === 59) return undefined; // ;
  }
  const callee = c.previous(i - 1);
  if (i < 0 || c.kind(callee) !== T.Name || !c.isWord(c.previous(callee - 1), 'new')) return undefined;
  const found = familyOf(className(c.text(callee), scope), position, named);
  return found && { family: found, slot: slotOf(c, token, offset) };
}

function familyOf(cls: string, position: number, named: string | undefined): ConstantFamily | undefined {
  const known = parameters[cls];
  if (!known) return undefined;
  if (named !== undefined) return known[named]?.[0];
  return Object.values(known).find(([, at]) => at === position)?.[0];
}

/** The last part of what a class name means in the file. */
function className(written: string, scope: NameScope): string {
  const meant = scope.classes.get(written.toLowerCase()) ?? written;
  return meant.slice(meant.lastIndexOf('\\') + 1).toLowerCase();
}
