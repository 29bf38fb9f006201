/** From a PHP signature to what describes it. */
import { docComment } from '../edits/docComment.ts';
import { ExternalImports } from '../edits/externalName.ts';
import { callText, codeLike, eolOf, indentAt, quoted } from '../edits/style.ts';
import type { TextEdit } from '../edits/textEdit.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import type { ClassIsland, MemberIsland } from '../php/islands.ts';
import { parametersOf } from './phpParameters.ts';
import type { PhpParameter } from './phpParameters.ts';

const paramTypes: Readonly<Record<string, string>> = {
  int: 'PARAM_INT',
  bool: 'PARAM_BOOL',
  float: 'PARAM_FLOAT',
  string: 'PARAM_TEXT',
};

/** Adds the method that describes the parameters of another, in front of it, and the imports that it needs. */
export function describeParameters(file: SourceFile, cls: ClassIsland, method: MemberIsland): TextEdit[] {
  const imports = new ExternalImports(file, cls);
  const { name } = imports;
  const indent = indentAt(file.text, method.start).length;
  const lines = parametersOf(file, method).map((one) => {
    const key = `'${one.name}' => `;
    const room = indent + key.length + 1;
    return `        ${key}${describedParameter(file, one, docOf(file, method, one.name), name, room)},`;
  });
  const list = lines.length === 0 ? '[]' : `[\n${lines.join('\n')}\n    ]`;
  const type = name('external_function_parameters');
  const doc = docComment([`Describes the parameters of ${method.name}().`, '', `@return ${type}`]);
  const code = `${doc}\npublic static function ${method.name}_parameters(): ${type} {\n    return new ${type}(${list});\n}`;
  return [...imports.edits, methodBefore(file, method, code)];
}

/** Adds a method in front of another. */
export function methodBefore(file: SourceFile, method: MemberIsland, code: string): TextEdit {
  const at = method.doc?.start ?? method.start;
  const indent = indentAt(file.text, at);
  const eol = eolOf(file.text);
  return { path: file.path, start: at, end: at, text: codeLike(file, code, indent) + eol + eol + indent };
}

/** What `@param` says of a parameter; its name where it says nothing. */
function docOf({ text }: SourceFile, { doc }: MemberIsland, name: string): string {
  const comment = doc ? text.slice(doc.start, doc.end) : '';
  const said = new RegExp(`@param\\s+\\S+\\s+\\$${name}\\b[ \\t]*(.*)`).exec(comment)?.[1]?.trim();
  return said === undefined || said === '' ? name : said.replace(/\s*\*\/$/, '');
}

function describedParameter(
  { text: code }: SourceFile,
  parameter: PhpParameter,
  text: string,
  name: (one: string) => string,
  /** What its line has beside it and its indentation. */
  others: number,
): string {
  const type = parameter.type.replace(/^\?/, '').replace(/\|null\b|\bnull\|/gi, '');
  const written = parameter.value && code.slice(parameter.value.start, parameter.value.end);
  const defaultValue = written?.replace(/^array\(\)$/i, '[]');
  const value = `new ${name('external_value')}`;
  const presence = defaultValue === undefined ? [] : ['VALUE_DEFAULT', defaultValue];
  const indent = '        ';
  if (/^(array|iterable)$/i.test(type)) {
    const content = callText(value, ['PARAM_TEXT', quoted(text)], `${indent}    `, others);
    const list = `new ${name('external_multiple_structure')}`;
    return callText(list, [content, quoted(text), ...presence], indent, Infinity);
  }
  const param = paramTypes[type.toLowerCase()] ?? 'PARAM_RAW';
  return callText(value, [param, quoted(text), ...presence], indent, others);
}
