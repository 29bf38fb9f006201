import { arrayAt, insertItem } from '../../edits/arrayEdits.ts';
import { codeLike, indentAt, indentUnit } from '../../edits/style.ts';
import type { TextEdit } from '../../edits/textEdit.ts';
import { scopeOf } from './classFromEntry.ts';
import { docComment } from '../../edits/docComment.ts';
import { addString, languageFile, stringsIn } from '../../rules/languageStrings.ts';
import { copyrightOf, licence, newFile, phpHeader } from './context.ts';
import type { RefactorContext } from './context.ts';

/** A capability of the plugin that is not there yet, in db/access.php and in the language file; nothing for others. */
export function newCapability(
  context: RefactorContext,
  capability: string,
  captype: 'read' | 'write',
  description: string,
): TextEdit[] {
  const { index, component } = context;
  const cut = component.name.indexOf('_');
  const own = `${component.name.slice(0, cut)}/${component.name.slice(cut + 1)}:`;
  if (!capability.startsWith(own) || index.capability(capability)) return [];
  const roles = ['editingteacher', 'manager'].map((role) => `        '${role}' => CAP_ALLOW,`);
  const value = [
    '[',
    `    'captype' => '${captype}',`,
    `    'contextlevel' => CONTEXT_${scopeOf(context, capability).context.toUpperCase()},`,
    "    'archetypes' => [",
    ...roles,
    '    ],',
    ']',
  ].join('\n');
  return [...access(context, capability, value), ...text(context, capability, description)];
}

function access(context: RefactorContext, capability: string, value: string): TextEdit[] {
  const { index, component } = context;
  const path = `${component.directory}/db/access.php`;
  const file = index.file(path);
  if (!file) {
    const code = `    '${capability}' => ${value.replaceAll('\n', '\n    ')},`;
    const doc = docComment([
      `Capabilities of ${component.name}.`,
      '',
      `@package    ${component.name}`,
      '@category   access',
      `@copyright  ${copyrightOf(context)}`,
      `@license    ${licence}`,
    ]);
    return [
      newFile(path, `${phpHeader}\n${doc}\n\ndefined('MOODLE_INTERNAL') || die();\n\n$capabilities = [\n${code}\n];\n`),
    ];
  }
  const literal = file.statements.find(({ array }) => array?.variable === 'capabilities')?.array?.literal;
  const list = literal && arrayAt(file, literal);
  if (!list) return [];
  const first = list.items[0];
  const indent = first ? indentAt(file.text, first.start) : indentAt(file.text, list.start) + indentUnit(file.text);
  return insertItem(file, list, { key: capability, value: codeLike(file, value, indent) });
}

/** The capability's name for people: `type/plugin:name` is the string `plugin:name`. */
function text({ index, component }: RefactorContext, capability: string, description: string): TextEdit[] {
  const file = languageFile(index, component);
  const key = capability.slice(capability.indexOf('/') + 1);
  return !file || stringsIn(file).has(key) ? [] : [addString(file, key, description.replace(/\.$/, ''))];
}
