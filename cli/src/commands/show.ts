import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import type { Json, SchemaNode } from '../../../webservice/src/schema/node.ts';
import { isDynamic } from '../../../webservice/src/schema/node.ts';
import { renderSignature } from '../../../webservice/src/schema/render.ts';
import { schemaRows } from '../../../webservice/src/schema/rows.ts';
import { typeText } from '../../../webservice/src/schema/typeText.ts';
import type { IndexSnapshot } from '../../../server/src/index/snapshot.ts';
import { nearestNames } from '../../../server/src/rules/nearest.ts';
import type { Result } from '../result.ts';
import { printable } from '../style.ts';
import type { Style } from '../style.ts';

const maxDepth = 8;

/** What one function takes and returns. */
export function showFunction(snapshot: IndexSnapshot, name: string, style: Style): Result {
  const fn = snapshot.functions.get(name);
  if (!fn) {
    const near = nearestNames(name, snapshot.functions.keys(), 3, 4);
    const hint = near.length === 0 ? '' : ` Nearest: ${near.join(', ')}`;
    return { failure: printable(`There is no function ${name}.${hint}`, 500) };
  }
  const found = snapshot.describe(fn);
  const about = facts(found, snapshot.servicesOf(fn), snapshot.factsVersion(fn));
  const blocks = [head(found, style), about, ...schemas(found, style)];
  return { output: `${blocks.filter((block) => block !== '').join('\n\n')}\n` };
}

function head(fn: ExternalFunction, style: Style): string {
  const deprecated = fn.deprecated ? `${style.red('Deprecated.')} ` : '';
  return `${style.bold(renderSignature(fn))}\n${deprecated}${printable(fn.description, 2000)}`.trimEnd();
}

/** `version`: that of Moodle's whose facts these are; undefined for what is read from source or a file. */
function facts(fn: ExternalFunction, services: readonly string[], version: string | undefined): string {
  const flags = [
    fn.type,
    fn.ajax ? 'ajax' : 'not ajax',
    fn.loginrequired ? 'login' : 'no login',
    ...(fn.readonlysession ? ['read-only session'] : []),
  ];
  const lines = [
    ['Kind', flags.filter((flag) => flag !== '').join(', ')],
    ['Component', fn.component],
    ['Class', fn.classname === '' ? '' : `${fn.classname}::${fn.methodname}`],
    ['File', fn.file === '' ? '' : `${fn.file}:${fn.line}`],
    ['Known from', version === undefined ? '' : `Moodle ${version}, without texts`],
    ['Capabilities', fn.capabilities],
    ['Services', services.join(', ')],
  ];
  return lines
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${(label ?? '').padEnd(13)} ${printable(value ?? '', 1000)}`)
    .join('\n');
}

function schemas(fn: ExternalFunction, style: Style): string[] {
  const note = fn.complete ? [] : [style.dim('Parts of the schemas cannot be known from source.')];
  const parameters = fn.parameters ? rows(fn.parameters, style) : '  not known';
  // Every function has parameters: where they are not known, its code is not, and nothing can be said of its answer.
  const none = fn.parameters ? '  nothing' : '  not known';
  const returns = fn.returns ? `  ${describe(fn.returns)}\n${rows(fn.returns, style)}`.trimEnd() : none;
  return [
    `${style.bold('Parameters')}\n${parameters === '' ? '  none' : parameters}`,
    `${style.bold('Returns')}\n${returns}`,
    ...note,
  ];
}

function rows(node: SchemaNode, style: Style): string {
  const all = [...schemaRows(node, maxDepth)].map((row) => ({
    ...row,
    label: `${'  '.repeat(row.depth + 1)}${printable(row.name)}`,
  }));
  const width = Math.max(0, ...all.map(({ label }) => label.length));
  return all.map((row) => `${row.label.padEnd(width)}  ${describe(row.node)}${text(row.node, style)}`).join('\n');
}

function describe(node: SchemaNode): string {
  return `${printable(typeText(node))}${presence(node)}`;
}

function presence({ required, default: value }: SchemaNode): string {
  if (required === 'VALUE_REQUIRED') return '';
  if (required === 'VALUE_OPTIONAL') return ', optional';
  return required === 'VALUE_DEFAULT' ? `, default ${source(value)}` : `, invalid ${source(required.invalid)}`;
}

const source = (value: Json): string => printable(isDynamic(value) ? value.dynamic : JSON.stringify(value), 60);

function text({ desc }: SchemaNode, style: Style): string {
  return typeof desc === 'string' && desc.trim() !== '' ? `  ${style.dim(printable(desc))}` : '';
}
