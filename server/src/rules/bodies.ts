/** What the code of a method, and of the methods of its own that it calls, says. */
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import { char, Cursor } from '../php/cursor.ts';
import type { Span } from '../php/cursor.ts';
import type { MemberIsland } from '../php/islands.ts';
import { T } from '../php/lexer.ts';
import { resolveClassName } from '../php/names.ts';
import type { PhpClass } from '../php/phpClass.ts';

/** A method with the file that its tokens are in. */
interface Body {
  readonly cls: PhpClass;
  readonly member: MemberIsland;
  readonly file: SourceFile;
}

/** More methods than this are not followed. */
const maxBodies = 60;

/** The method of a class, its parents or traits. */
function methodOf(snapshot: IndexSnapshot, cls: PhpClass, name: string, depth = 0): Body | undefined {
  const member = cls.methods.get(name.toLowerCase());
  if (member) {
    const file = snapshot.file(cls.path);
    return file && { cls, member, file };
  }
  if (depth > 20) return undefined;
  const { traits, extends: parents, scope } = cls.declaration;
  for (const parent of [...traits, ...parents]) {
    const found = snapshot.findClass(resolveClassName(scope, parent), cls.path);
    const method = found && found !== cls ? methodOf(snapshot, found, name, depth + 1) : undefined;
    if (method) return method;
  }
  return undefined;
}

/** A method, and the methods of its own class that it calls, directly or through others; each once, nearest first. */
export function* reachedBodies(snapshot: IndexSnapshot, cls: PhpClass, name: string): Generator<Body> {
  const first = methodOf(snapshot, cls, name);
  const waiting = first ? [first] : [];
  const seen = new Set<MemberIsland>(first ? [first.member] : []);
  for (let body = waiting.shift(); body; body = waiting.shift()) {
    yield body;
    for (const called of ownCalls(body)) {
      const found = methodOf(snapshot, cls, called);
      if (!found || seen.has(found.member) || seen.size >= maxBodies) continue;
      seen.add(found.member);
      waiting.push(found);
    }
  }
}

/** Names of methods that are called by `self::`, `static::`, `parent::` or the name of the class. */
function* ownCalls({ cls, file, member }: Body): Generator<string> {
  const c = new Cursor(file.islands.tokens);
  const { first, last } = member.body ?? { first: 0, last: 0 };
  for (let i = first; i < last; i += 1) {
    if (c.kind(i) !== T.DoubleColon) continue;
    const [before, after] = [c.text(c.previous(i - 1)), c.next(i + 1)];
    if (c.kind(after) !== T.Name || c.kind(c.next(after + 1)) !== char('(')) continue;
    if (/^(self|static|parent)$/i.test(before) || before.toLowerCase() === cls.declaration.name.toLowerCase())
      yield c.text(after);
  }
}

const writing =
  /^(insert_records?|insert_record_raw|update_record|update_record_raw|delete_records\w*|set_field\w*|execute|import_record)$/;

/** Where a body writes to the database through `$DB`. */
export function* dbWrites({ file, member }: Body): Generator<Span> {
  const c = new Cursor(file.islands.tokens);
  const { first, last } = member.body ?? { first: 0, last: 0 };
  for (let i = first; i < last; i += 1)
    if (c.kind(i) === T.Variable && c.text(i) === '$DB' && c.kind(i + 1) === T.Arrow && writing.test(c.text(i + 2)))
      yield { start: c.start(i), end: c.end(i + 2) };
}
