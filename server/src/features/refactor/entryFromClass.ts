import * as l10n from '@vscode/l10n';
import { arrayAt, insertItem } from '../../edits/arrayEdits.ts';
import { codeLike, indentAt, indentUnit, quoted } from '../../edits/style.ts';
import type { TextEdit } from '../../edits/textEdit.ts';
import type { SourceFile } from '../../index/sourceFile.ts';
import type { ClassIsland, MemberIsland } from '../../php/islands.ts';
import { docComment } from '../../edits/docComment.ts';
import { copyrightOf, licence, newFile, phpHeader } from './context.ts';
import type { RefactorContext, Refactoring } from './context.ts';

/** A method of the class around the offset that is described like an external function: with both other methods. */
export function externalMethodAt({ index, document, offset }: RefactorContext):
  | {
      readonly file: SourceFile;
      readonly cls: ClassIsland;
      readonly method: MemberIsland;
    }
  | undefined {
  const file = document.languageId === 'php' ? index.file(document.path) : undefined;
  const cls = file?.islands.classes.find(({ start, end }) => start <= offset && offset <= end);
  if (!file || !cls) return undefined;
  const named = (name: string) => cls.members.find((one) => one.kind === 'method' && one.name.toLowerCase() === name);
  const isDescribed = ({ name }: MemberIsland) =>
    named(`${name.toLowerCase()}_parameters`) !== undefined && named(`${name.toLowerCase()}_returns`) !== undefined;
  const methods = cls.members.filter((one) => one.kind === 'method' && isDescribed(one));
  const around = cls.members.find(
    ({ kind, doc, start, end }) => kind === 'method' && (doc?.start ?? start) <= offset && offset <= end,
  );
  const base = around?.name.toLowerCase().replace(/_(parameters|returns|is_deprecated)$/, '');
  const method =
    methods.find(({ name }) => name.toLowerCase() === base) ??
    (around || methods.length !== 1 ? undefined : methods[0]);
  return method && { file, cls, method };
}

/** The entry of a class that db/services.php does not have. */
export function* entryFromClass(context: RefactorContext): Generator<Refactoring> {
  const { index, component } = context;
  const found = externalMethodAt(context);
  if (!found?.cls.fqn.startsWith(`${component.name}\\`)) return;
  const { cls, method } = found;
  if (cls.isAbstract || index.functionsImplementedBy(cls.fqn, method.name).length > 0) return;
  const name = `${component.name}_${method.name === 'execute' ? cls.name : method.name}`;
  yield {
    title: l10n.t('Add {0} to db/services.php', name),
    edits: () => addEntry(context, name, fieldsOf(found, context)),
  };
}

type Field = readonly [key: string, code: string];

function fieldsOf(
  { file, cls, method }: NonNullable<ReturnType<typeof externalMethodAt>>,
  { targets }: RefactorContext,
): Field[] {
  const body = file.text.slice(method.start, method.end);
  const capabilities = [
    ...body.matchAll(/(?:require|has)_(?:any_|all_)?capability\(\s*['"]([a-z]+\/\w+:\w+)['"]/g),
  ].map((match) => match[1] ?? '');
  const writes =
    /\$DB->(?:insert|update|delete|set|execute|import)_?\w*\(|->(?:save|create|delete|update)\(/.test(body) ||
    !/^(?:get|list|search|view|count|fetch|find|has|is|can|check|read)(?:_|$)/.test(
      method.name === 'execute' ? cls.name : method.name,
    );
  const withMethod = method.name !== 'execute' || targets.from < 402;
  return [
    ['classname', quoted(cls.fqn)],
    ...(withMethod ? [['methodname', quoted(method.name)] as const] : []),
    ['description', quoted(firstSentence(file, cls, method))],
    ['type', writes ? "'write'" : "'read'"],
    ['ajax', 'true'],
    ...(capabilities.length > 0 ? [['capabilities', quoted([...new Set(capabilities)].join(', '))] as const] : []),
  ];
}

/** Of the class's doc comment, else of the method's. */
function firstSentence({ text }: SourceFile, cls: ClassIsland, method: MemberIsland): string {
  for (const doc of method.name === 'execute' ? [cls.doc, method.doc] : [method.doc]) {
    const lines = (doc ? text.slice(doc.start, doc.end) : '')
      .split(/\r?\n/)
      .map((line) => line.replace(/^\s*\/?\*+\/?\s?|\*\/\s*$/g, '').trim());
    const paragraph = lines.slice(lines.findIndex((line) => line !== ''));
    const end = paragraph.findIndex((line) => line === '' || line.startsWith('@'));
    const found = paragraph
      .slice(0, end < 0 ? undefined : end)
      .join(' ')
      .trim();
    if (found !== '') return /^.*?[.!?](?=\s|$)/.exec(found)?.[0] ?? `${found}.`;
  }
  return `${(method.name === 'execute' ? cls.name : method.name).replaceAll('_', ' ')}.`;
}

/** Adds an entry to `$functions`; makes db/services.php where there is none. */
export function addEntry(context: RefactorContext, name: string, fields: readonly Field[]): TextEdit[] {
  const { index, component } = context;
  const path = `${component.directory}/db/services.php`;
  const file = index.file(path);
  const literal = file?.statements.find(({ array }) => array?.variable === 'functions')?.array?.literal;
  const list = file && literal && arrayAt(file, literal);
  if (!file) return [newFile(path, servicesText(context, name, fields))];
  if (!list) return [];
  const first = list.items[0];
  const indent = first ? indentAt(file.text, first.start) : indentAt(file.text, list.start) + indentUnit(file.text);
  const aligns = isAligned(file, list.items.at(-1)?.value.start);
  const column = !aligns ? 0 : Math.max(...fields.map(([key]) => key.length + 2));
  const lines = fields.map(([key, code]) => `    ${`'${key}'`.padEnd(column)} => ${code},`);
  return insertItem(file, list, { key: name, value: codeLike(file, ['[', ...lines, ']'].join('\n'), indent) });
}

/** Whether the `=>` of an entry stand in one column. */
function isAligned(file: SourceFile, start: number | undefined): boolean {
  const list = start === undefined ? undefined : arrayAt(file, { start, end: start });
  const columns = (list?.items ?? []).flatMap(({ keySpan }) =>
    keySpan
      ? [{ width: keySpan.end - keySpan.start, column: file.text.indexOf('=>', keySpan.end) - keySpan.start }]
      : [],
  );
  return (
    columns.every(({ column }) => column === columns[0]?.column) &&
    columns.some(({ width, column }) => column > width + 1)
  );
}

const servicesText = (context: RefactorContext, name: string, fields: readonly Field[]): string =>
  `${phpHeader}
${docComment([
  `External functions and services of ${context.component.name}.`,
  '',
  `@package    ${context.component.name}`,
  '@category   external',
  `@copyright  ${copyrightOf(context)}`,
  `@license    ${licence}`,
])}

defined('MOODLE_INTERNAL') || die();

$functions = [
    '${name}' => [
${fields.map(([key, code]) => `        '${key}' => ${code},`).join('\n')}
    ],
];
`;
