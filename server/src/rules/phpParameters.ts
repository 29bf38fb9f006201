import type { SourceFile } from '../index/sourceFile.ts';
import { char, Cursor } from '../php/cursor.ts';
import type { ClassIsland, MemberIsland } from '../php/islands.ts';
import { T } from '../php/lexer.ts';

/** A parameter of a PHP method, as written. */
interface PhpParameter {
  /** Without `$`. */
  readonly name: string;
  /** Empty without one. */
  readonly type: string;
  readonly hasDefault: boolean;
  /** By its type, or by a default of null. */
  readonly takesNull: boolean;
}

/** The parameters of the method that a `_parameters` or `_returns` method describes; undefined where the class does not have it. */
export function phpParametersOf(
  file: SourceFile,
  cls: ClassIsland,
  describing: MemberIsland,
): PhpParameter[] | undefined {
  const name = describing.name.replace(/_(parameters|returns)$/i, '').toLowerCase();
  const method = cls.members.find((member) => member.kind === 'method' && member.name.toLowerCase() === name);
  return method && parametersOf(file, method);
}

function parametersOf(file: SourceFile, { params }: MemberIsland): PhpParameter[] {
  const c = new Cursor(file.islands.tokens);
  const found: PhpParameter[] = [];
  let from = (params?.first ?? 0) + 1;
  const last = params ? params.last - 1 : 0;
  for (let i = from; i < last; i += 1) {
    if (c.opens(i)) i = c.skip(i);
    else if (c.kind(i) === char(',')) from = i + 1;
    else if (c.kind(i) === T.Variable) {
      const type = file.text.slice(c.start(c.next(from)), c.start(i)).replace(/[&.\s]+/g, '');
      const hasDefault = c.kind(c.next(i + 1)) === char('=');
      const isNullDefault = hasDefault && c.isWord(c.next(c.next(i + 1) + 1), 'null');
      found.push({ name: c.text(i).slice(1), type, hasDefault, takesNull: isNullDefault || takesNull(type) });
      while (i + 1 < last && c.kind(i + 1) !== char(',')) i = c.opens(i + 1) ? c.skip(i + 1) : i + 1;
    }
  }
  return found;
}

/** Whether a type takes null. */
const takesNull = (type: string): boolean => type === '' || type.startsWith('?') || /\b(null|mixed)\b/i.test(type);
