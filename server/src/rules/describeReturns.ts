/** From what a method returns to what describes it. */
import { arrayAt } from '../edits/arrayEdits.ts';
import type { ArrayLiteral } from '../edits/arrayEdits.ts';
import { insertMethod } from '../edits/classEdits.ts';
import { docComment } from '../edits/docComment.ts';
import { ExternalImports } from '../edits/externalName.ts';
import { quoted } from '../edits/style.ts';
import type { TextEdit } from '../edits/textEdit.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import { char, Cursor } from '../php/cursor.ts';
import type { Span } from '../php/cursor.ts';
import type { ClassIsland, MemberIsland } from '../php/islands.ts';

/**
 * Adds the method that describes what another returns, behind it, and the imports that it needs: the array that it
 * returns last, or nothing. Undefined where it returns something else.
 */
export function describeReturns(
  file: SourceFile,
  cls: ClassIsland,
  method: MemberIsland,
): (() => TextEdit[]) | undefined {
  const returned = lastReturn(file, method);
  if (returned === 'unknown') return undefined;
  return () => {
    const imports = new ExternalImports(file, cls);
    const describer = new Describer(file, imports.name);
    const value = returned === undefined ? 'null' : describer.array(returned, '', 1);
    const type = /^new (\S+?)\(/.exec(value)?.[1];
    const doc = docComment([`Describes the return value of ${method.name}().`, '', `@return ${type ?? 'null'}`]);
    const declared = type === undefined ? '' : `: ${type}`;
    const code = `${doc}\npublic static function ${method.name}_returns()${declared} {\n    return ${value};\n}`;
    return [...imports.edits, insertMethod(file, cls, code, method)];
  };
}

/** A description of an expression, and the imports that it needs. */
export function describedValue(
  file: SourceFile,
  cls: ClassIsland,
  { start, end }: Span,
): { readonly code: string; readonly imports: readonly TextEdit[] } {
  const imports = new ExternalImports(file, cls);
  const literal = arrayAt(file, { start, end });
  const describer = new Describer(file, imports.name);
  const code = literal?.end === end ? describer.array(literal, '', 0) : describer.value(start, end, 'result', 0);
  return { code, imports: imports.edits };
}

/** The array literal of the last `return` of a body; undefined: it returns nothing; unknown: something else. */
function lastReturn(file: SourceFile, { body }: MemberIsland): ArrayLiteral | 'unknown' | undefined {
  const c = new Cursor(file.islands.tokens);
  let found: ArrayLiteral | 'unknown' | undefined;
  for (let i = body?.first ?? 0; i < (body?.last ?? 0); i += 1) {
    if (!c.isWord(i, 'return')) continue;
    const next = c.next(i + 1);
    if (c.kind(next) === char(';') || c.isWord(next, 'null')) continue;
    const literal = arrayAt(file, { start: c.start(next), end: c.start(next) });
    found = literal && c.kind(c.next(literal.close + 1)) === char(';') ? literal : 'unknown';
  }
  return found;
}

class Describer {
  constructor(
    private readonly file: SourceFile,
    private readonly name: (one: string) => string,
  ) {}

  array(literal: ArrayLiteral, text: string, depth: number): string {
    const { items } = literal;
    const after = text === '' ? '' : `, ${quoted(text)}`;
    if (items.every(({ key }) => key === undefined)) {
      const content = items[0]
        ? this.value(items[0].value.start, items[0].value.end, text || 'value', depth)
        : this.scalar('PARAM_RAW', text || 'value');
      return `new ${this.name('external_multiple_structure')}(${content}${after})`;
    }
    const indent = '    '.repeat(depth + 1);
    const lines = items.flatMap(({ key, value }) =>
      key === undefined ? [] : [`${indent}${quoted(key)} => ${this.value(value.start, value.end, key, depth + 1)},\n`],
    );
    return `new ${this.name('external_single_structure')}([\n${lines.join('')}${'    '.repeat(depth)}]${after})`;
  }

  value(start: number, end: number, key: string, depth: number): string {
    if (key === 'warnings') return `new ${this.name('external_warnings')}()`;
    const literal = arrayAt(this.file, { start, end });
    if (literal?.end === end) return this.array(literal, key, depth);
    const code = this.file.text.slice(start, end);
    return this.scalar(typeOf(code, key), key);
  }

  private scalar(type: string, text: string): string {
    return `new ${this.name('external_value')}(${type}, ${quoted(text)})`;
  }
}

/** The PARAM type of an expression, by what it is or, where that cannot be seen, by what its key is called. */
function typeOf(code: string, key: string): string {
  if (/^-?\d+$|^\(int\)|^(?:count|time|intval|strlen)\(/i.test(code)) return 'PARAM_INT';
  if (/^-?\d*\.\d+$|^\(float\)|^floatval\(/i.test(code)) return 'PARAM_FLOAT';
  if (/^(?:true|false|!.*|\(bool\).*|(?:empty|isset|has_capability|is_\w+|in_array)\(.*)$/is.test(code))
    return 'PARAM_BOOL';
  if (/^['"]/.test(code)) return 'PARAM_TEXT';
  if (/^(?:status|success|result)$|^(?:is|has|can)[a-z_]/.test(key)) return 'PARAM_BOOL';
  if (/id$|^(?:count|total|page|perpage|sortorder)$|count$|^time/.test(key)) return 'PARAM_INT';
  return key.endsWith('url') ? 'PARAM_URL' : 'PARAM_RAW';
}
