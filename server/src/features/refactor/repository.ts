import * as l10n from '@vscode/l10n';
import type { ExternalFunction } from '../../../../webservice/src/schema/function.ts';
import type { SchemaNode } from '../../../../webservice/src/schema/node.ts';
import { isDynamic } from '../../../../webservice/src/schema/node.ts';
import { eolOf, maxLine } from '../../edits/style.ts';
import type { TextEdit } from '../../edits/textEdit.ts';
import { entryAt } from './classFromEntry.ts';
import { docComment, sentence } from '../../edits/docComment.ts';
import { copyrightOf, licence, licenceNotice, newFile } from './context.ts';
import type { RefactorContext, Refactoring } from './context.ts';
import { externalMethodAt } from './entryFromClass.ts';
import { setAjax } from './services.ts';

/** A function of amd/src/repository.js that calls an external function of the plugin, which the browser then may call. */
export function* repositoryFunction(context: RefactorContext): Generator<Refactoring> {
  const { index, component } = context;
  const found = externalMethodAt(context);
  const fn = entryAt(context) ?? (found && index.functionsImplementedBy(found.cls.fqn, found.method.name)[0]);
  if (fn?.component.name !== component.name || !fn.name.startsWith(`${component.name}_`)) return;
  const described = index.describe(fn);
  if (!described.parameters?.complete) return;
  const added = repositoryEdits(context, described);
  if (!added || added.isThere) return;
  const services = index.file(fn.entry.path);
  yield {
    title: l10n.t('Add {0}() to amd/src/repository.js', added.name),
    edits: () => [
      ...added.edits(),
      ...(services && !described.ajax && !fn.entry.fields.has('ajax') ? (setAjax(services, fn.entry) ?? []) : []),
    ],
  };
}

/** What a function is called in the repository of the plugin, and what puts it there; undefined where something else is called so. */
export function repositoryEdits(
  context: RefactorContext,
  fn: ExternalFunction,
): { readonly name: string; readonly isThere: boolean; readonly edits: () => readonly TextEdit[] } | undefined {
  const { index, component } = context;
  const path = `${component.directory}/amd/src/repository.js`;
  const text = index.file(path)?.text;
  const name = camelCase(fn.name.replace(new RegExp(`^(core|${fn.component})_`), ''));
  const isThere = text?.includes(`'${fn.name}'`) === true && new RegExp(`export const ${name}\\b`).test(text);
  if (!isThere && text !== undefined && new RegExp(`\\b${name}\\b`).test(text)) return undefined;
  const edits = () =>
    text === undefined ? [newFile(path, fileText(context, fn, name))] : appended(path, text, fn, name);
  return { name, isThere, edits: isThere ? () => [] : edits };
}

const camelCase = (name: string): string => name.replace(/_+(\w)/g, (_, letter: string) => letter.toUpperCase());

const fileText = (context: RefactorContext, fn: ExternalFunction, name: string): string =>
  `${licenceNotice}

${docComment([
  `Web service calls of ${context.component.name}.`,
  '',
  `@module     ${context.component.name}/repository`,
  `@copyright  ${copyrightOf(context)}`,
  `@license    ${licence}`,
])}

import {call as fetchMany} from 'core/ajax';

${functionText(fn, name, 'fetchMany')}
`;

function appended(path: string, text: string, fn: ExternalFunction, name: string): TextEdit[] {
  const eol = eolOf(text);
  const named = /import\s*\{[^}]*?\bcall(?:\s+as\s+(\w+))?\s*[,}][^;]*from\s*['"]core\/ajax['"]/.exec(text);
  const whole = /import\s+(?:\*\s+as\s+)?(\w+)\s+from\s*['"]core\/ajax['"]/.exec(text)?.[1];
  const call = named ? (named[1] ?? 'call') : whole === undefined ? 'fetchMany' : `${whole}.call`;
  const code = functionText(fn, name, call).replaceAll('\n', eol);
  const end = text.trimEnd().length;
  const added: TextEdit = { path, start: end, end: text.length, text: `${eol}${eol}${code}${eol}` };
  if (named || whole !== undefined) return [added];
  const imports = [...text.matchAll(/^import\b[^;]*;/gm)].at(-1);
  const at = imports ? imports.index + imports[0].length : (/\*\//.exec(text)?.index ?? -2) + 2;
  const line = `import {call as fetchMany} from 'core/ajax';`;
  const imported = at === 0 ? `${line}${eol}${eol}` : imports ? `${eol}${line}` : `${eol}${eol}${line}`;
  return [{ path, start: at, end: at, text: imported }, added];
}

function functionText(fn: ExternalFunction, name: string, call: string): string {
  const keys = fn.parameters?.kind === 'single' ? fn.parameters.keys : [];
  const parameters = keys.map(([key, node]) => `${key}${defaultOf(node)}`);
  const asObject = keys.length > 3;
  const head = `export const ${name} = (`;
  const list = asObject ? bracesText(parameters, '', `${head}) => ${call}([{`.length) : parameters.join(', ');
  const prefix = asObject ? 'args.' : '';
  const doc = docComment([
    ...(sentence(fn.description) === '' ? [] : [sentence(fn.description), '']),
    ...(asObject ? ['@param {Object} args'] : []),
    ...keys.map(
      ([key, node]) =>
        `@param {${jsType(node)}} ${prefix}${key} ${sentence(typeof node.desc === 'string' ? node.desc : '').replace(/\.$/, '')}`,
    ),
    `@returns {Promise<${fn.returns ? jsType(fn.returns) : 'void'}>}`,
  ]);
  const names = keys.map(([key]) => key);
  return `${doc}
${head}${list}) => ${call}([{
    methodname: '${fn.name}',
    args: ${bracesText(names, '    ', '    args: ,'.length)},
}]${fn.loginrequired ? '' : ', true, false'})[0];`;
}

/** `{a, b}`, with a line for each where that is too long beside `others` characters of its line. */
function bracesText(items: readonly string[], indent: string, others: number): string {
  const line = `{${items.join(', ')}}`;
  if (others + line.length <= maxLine) return line;
  return `{\n${items.map((one) => `${indent}    ${one},\n`).join('')}${indent}}`;
}

/** ` = 10` where Moodle's default is a literal; undefined is left out of JSON, and so has Moodle's default. */
function defaultOf({ required, default: value }: SchemaNode): string {
  if (required !== 'VALUE_DEFAULT' || isDynamic(value)) return '';
  return ` = ${typeof value === 'string' ? `'${value.replace(/[\\']/g, '\\$&')}'` : JSON.stringify(value)}`;
}

function jsType(node: SchemaNode): string {
  if (node.kind === 'multiple') return 'Array';
  if (node.kind === 'single') return 'Object';
  if (node.type === 'bool') return 'Boolean';
  return /^(int|float|localisedfloat)$/.test(node.type) ? 'Number' : 'String';
}
