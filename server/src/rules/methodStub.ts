/** A method that a description stands for. */
import type { SchemaNode } from '../../../webservice/src/schema/node.ts';
import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import { insertMethod } from '../edits/classEdits.ts';
import { docComment, sentence } from '../edits/docComment.ts';
import { callText } from '../edits/style.ts';
import type { TextEdit } from '../edits/textEdit.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import type { ClassIsland } from '../php/islands.ts';
import { methodBefore } from './describeParameters.ts';
import { phpTypeOf } from './phpTypes.ts';
import { descriptionOf, signatureOf, takesNull, variableOf } from './signatureText.ts';
import type { Keys } from './signatureText.ts';

/**
 * Adds the method of a function that its class lacks, as far as the description tells: it validates, and returns what
 * passes. Between the methods that describe it, where these are there.
 */
export function methodStub(file: SourceFile, cls: ClassIsland, name: string, fn: ExternalFunction): TextEdit {
  const keys: Keys = fn.parameters?.kind === 'single' ? fn.parameters.keys : [];
  const { returns } = fn;
  const type = returns ? phpTypeOf(returns) : 'void';
  const doc = docComment([
    sentence(fn.description) || `The external function ${fn.name}.`,
    '',
    ...keys.map(([key, node]) =>
      `@param ${phpTypeOf(node)}${takesNull(node) ? '|null' : ''} $${variableOf(key, keys)} ${descriptionOf(node)}`.trimEnd(),
    ),
    `@return ${type}`,
  ]);
  const code = [
    doc,
    `${callText(`public static function ${name}`, signatureOf(keys), '', `    : ${type} {`.length)}: ${type} {`,
    ...validation(name, keys),
    ...context(cls, keys),
    ...(returns ? ['', `    return ${neutral(returns, 1)};`] : []),
    '}',
  ].join('\n');
  const member = (suffix: string) =>
    cls.members.find((one) => one.kind === 'method' && one.name.toLowerCase() === (name + suffix).toLowerCase());
  const returning = member('_returns');
  const after = member('_parameters');
  return returning && !after ? methodBefore(file, returning, code) : insertMethod(file, cls, code, after);
}

function validation(name: string, keys: Keys): string[] {
  if (keys.length === 0) return [];
  const items = keys.map(([key]) => `        '${key}' => $${variableOf(key, keys)},`);
  return [
    '    [',
    ...items,
    `    ] = self::validate_parameters(self::${name}_parameters(), [`,
    ...items,
    '    ]);',
    '',
  ];
}

const levels: Readonly<Record<string, string>> = { cmid: 'module', courseid: 'course', userid: 'user' };

/** Checks the context that the parameters name, else that of the site. */
function context({ scope }: ClassIsland, keys: Keys): string[] {
  const key = Object.keys(levels).find((one) => keys.some(([name]) => name === one));
  const name = `context_${key === undefined ? 'system' : levels[key]}`;
  const written = scope.namespace === '' || scope.classes.has(name) ? name : `\\${name}`;
  return [
    `    $context = ${written}::instance(${key === undefined ? '' : `$${key}`});`,
    '    self::validate_context($context);',
  ];
}

/** The least that passes a description, as code whose second line is indented `depth` times. */
export function neutral(node: SchemaNode, depth: number): string {
  if (node.kind === 'multiple') return '[]';
  if (node.kind === 'value') return { int: '0', float: '0.0', bool: 'false' }[node.type] ?? "''";
  const indent = '    '.repeat(depth);
  const lines = node.keys
    .filter(([, one]) => one.required === 'VALUE_REQUIRED')
    .map(([key, one]) => `${indent}    '${key}' => ${neutral(one, depth + 1)},\n`);
  return lines.length === 0 ? '[]' : `[\n${lines.join('')}${indent}]`;
}
