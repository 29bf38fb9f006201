/** From a PHP signature to what describes it, and back. */
import * as l10n from '@vscode/l10n';
import type { SchemaNode } from '../../../../webservice/src/schema/node.ts';
import { isDynamic } from '../../../../webservice/src/schema/node.ts';
import { externalName } from '../../edits/externalName.ts';
import { phpLiteral } from '../../edits/phpLiteral.ts';
import { codeLike, eolOf, indentAt, quoted } from '../../edits/style.ts';
import type { TextEdit } from '../../edits/textEdit.ts';
import type { SourceFile } from '../../index/sourceFile.ts';
import type { MemberIsland } from '../../php/islands.ts';
import { parametersOf } from '../../rules/phpParameters.ts';
import type { PhpParameter } from '../../rules/phpParameters.ts';
import { phpTypeOf } from '../../rules/phpTypes.ts';
import { docComment } from './context.ts';
import type { RefactorContext, Refactoring } from './context.ts';

const paramTypes: Readonly<Record<string, string>> = {
  int: 'PARAM_INT',
  bool: 'PARAM_BOOL',
  float: 'PARAM_FLOAT',
  string: 'PARAM_TEXT',
};

/** A class that has a method but not what describes its parameters. */
export function* parametersFromSignature(context: RefactorContext): Generator<Refactoring> {
  const found = undescribedMethodAt(context, '_parameters');
  if (!found) return;
  const { file, cls, method } = found;
  const name = (one: string) => externalName(cls, one);
  yield {
    title: l10n.t('Describe the parameters of {0}()', method.name),
    edits: () => {
      const lines = parametersOf(file, method).map(
        (one) => `        '${one.name}' => ${describedParameter(file, one, docOf(file, method, one.name), name)},`,
      );
      const list = lines.length === 0 ? '[]' : `[\n${lines.join('\n')}\n    ]`;
      const type = name('external_function_parameters');
      const doc = docComment([`Describes the parameters of ${method.name}().`, '', `@return ${type}`]);
      const code = `${doc}\npublic static function ${method.name}_parameters(): ${type} {\n    return new ${type}(${list});\n}`;
      return [methodBefore(file, method, code)];
    },
  };
}

/** Adds a method in front of another. */
function methodBefore(file: SourceFile, method: MemberIsland, code: string): TextEdit {
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
): string {
  const type = parameter.type.replace(/^\?/, '').replace(/\|null\b|\bnull\|/gi, '');
  const defaultValue = parameter.value && code.slice(parameter.value.start, parameter.value.end);
  const value = `new ${name('external_value')}(`;
  const presence = defaultValue === undefined ? '' : `, VALUE_DEFAULT, ${defaultValue}`;
  if (/^(array|iterable)$/i.test(type)) {
    const parts = [`${value}PARAM_TEXT, ${quoted(text)})`, quoted(text), ...presence.split(', ').slice(1)];
    return `new ${name('external_multiple_structure')}(\n            ${parts.join(',\n            ')}\n        )`;
  }
  const param = paramTypes[type.toLowerCase()] ?? 'PARAM_RAW';
  return `${value}${param}, ${quoted(text)}${presence})`;
}

/** A method of a class that extends external_api, and lacks the one with this suffix. */
export function undescribedMethodAt({ index, document, offset }: RefactorContext, suffix: '_parameters' | '_returns') {
  const file = document.languageId === 'php' ? index.file(document.path) : undefined;
  const cls = file?.islands.classes.find(({ start, end }) => start <= offset && offset <= end);
  const method = cls?.members.find(
    ({ kind, doc, start, end }) => kind === 'method' && (doc?.start ?? start) <= offset && offset <= end,
  );
  if (!file || !cls || !method?.isStatic || !method.body || /_(parameters|returns|is_deprecated)$/i.test(method.name))
    return undefined;
  const has = (name: string) =>
    cls.members.some((one) => one.kind === 'method' && one.name.toLowerCase() === name.toLowerCase());
  const isExternal =
    cls.extends.some((one) => /(^|\\)external_api$/i.test(one)) ||
    index.functionsImplementedBy(cls.fqn, method.name).length > 0;
  return isExternal && !has(method.name + suffix) ? { file, cls, method } : undefined;
}

/** A signature that takes what the description lets through, in its order: Moodle calls by position. */
export function* signatureFromParameters({ index, document, offset }: RefactorContext): Generator<Refactoring> {
  const file = document.languageId === 'php' ? index.file(document.path) : undefined;
  for (const cls of file?.islands.classes ?? [])
    for (const method of cls.members) {
      if (!file || method.kind !== 'method' || !method.params) continue;
      const around = [method, cls.members.find(({ name }) => name === `${method.name}_parameters`)];
      if (!around.some((one) => one && (one.doc?.start ?? one.start) <= offset && offset <= one.end)) continue;
      const [fn] = index.functionsImplementedBy(cls.fqn, method.name);
      const schema = fn && index.describe(fn).parameters;
      if (schema?.kind !== 'single' || !schema.complete) continue;
      const { params } = method;
      const text = `(${signature(schema.keys)})`;
      const written = file.text.slice(params.start, params.end);
      if (written.replace(/\s+/g, '') === text.replace(/\s+/g, '')) continue;
      yield {
        title: l10n.t('Change the signature of {0}() to its description', method.name),
        edits: () => [{ path: file.path, start: params.start, end: params.end, text }],
      };
    }
}

function signature(keys: readonly [string, SchemaNode][]): string {
  // PHP refuses what is required behind what is not: such a default is Moodle's alone.
  const firstFree = keys.findLastIndex(([, node]) => node.required === 'VALUE_REQUIRED') + 1;
  return keys
    .map(([name, node], at) => {
      const type = phpTypeOf(node);
      const isDefault = node.required !== 'VALUE_REQUIRED' && at >= firstFree;
      const value = isDefault ? ` = ${phpLiteral(isDynamic(node.default) ? null : node.default)}` : '';
      const takesNull = node.required === 'VALUE_DEFAULT' && node.default === null;
      return `${takesNull ? '?' : ''}${type} $${name}${value}`;
    })
    .join(', ');
}
