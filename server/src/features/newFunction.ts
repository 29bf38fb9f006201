import * as l10n from '@vscode/l10n';
import type { SchemaNode } from '../../../webservice/src/schema/node.ts';
import { quoted } from '../edits/style.ts';
import type { TextEdit } from '../edits/textEdit.ts';
import { newCapability } from './refactor/capability.ts';
import { scopeOf } from './refactor/classFromEntry.ts';
import { classText } from './refactor/classText.ts';
import type { Scope } from './refactor/classText.ts';
import { sentence } from '../edits/docComment.ts';
import { copyrightOf, isBeforeCoreExternal, newFile } from './refactor/context.ts';
import type { RefactorContext } from './refactor/context.ts';
import { addEntry } from './refactor/entryFromClass.ts';
import { testText } from './refactor/phpunitTest.ts';
import { versionEdit } from './refactor/version.ts';
import { isCore } from '../workspace/codebase.ts';

/** What people say of an external function that they begin. */
export interface NewFunction {
  /** Without the component: `get_orders`. */
  readonly name: string;
  readonly type: 'read' | 'write';
  readonly ajax: boolean;
  /** Empty: none. */
  readonly capability: string;
}

/**
 * Everything that a new external function of a plugin needs, as edits to be made together: class, entry, test, the
 * capability and its text where they are new, and a higher version. Or why it cannot be, in one sentence.
 */
export function newFunction(
  context: RefactorContext,
  { name, type, ajax, capability }: NewFunction,
): { readonly path: string; readonly edits: readonly TextEdit[] } | { readonly failure: string } {
  const { index, component } = context;
  if (isCore(component)) return { failure: l10n.t('{0} is no plugin.', component.name) };
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name))
    return { failure: l10n.t('{0} is no name of a function, like get_orders.', name) };
  const fullName = `${component.name}_${name}`;
  const fqn = `${component.name}\\external\\${name}`;
  const path = `${component.directory}/classes/external/${name}.php`;
  const testPath = `${component.directory}/tests/external/${name}_test.php`;
  if (index.functions.has(fullName)) return { failure: l10n.t('There is a function {0} already.', fullName) };
  for (const one of [path, testPath])
    if (index.isFile(one)) return { failure: l10n.t('There is a file {0} already.', one) };
  if (capability !== '' && !/^[a-z]+\/\w+:\w+$/.test(capability))
    return { failure: l10n.t('{0} is no name of a capability, like mod/forum:viewdiscussion.', capability) };

  const needed = capability === '' ? undefined : capability;
  const scope = scopeOf(context, needed);
  const description = sentence(name.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase()));
  const text = classText({
    ...{ component: component.name, namespace: `${component.name}\\external`, name, method: 'execute', description },
    ...{ capability: needed, scope, copyright: copyrightOf(context), isOld: isBeforeCoreExternal(context) },
  });
  const entry = addEntry(context, fullName, [
    ['classname', quoted(fqn)],
    ...(isBeforeCoreExternal(context) ? [['methodname', "'execute'"] as const] : []),
    ['description', quoted(description)],
    ['type', quoted(type)],
    ...(ajax ? [['ajax', 'true'] as const] : []),
    ...(needed === undefined ? [] : [['capabilities', quoted(needed)] as const]),
  ]);
  if (entry.length === 0) return { failure: l10n.t('$functions of db/services.php is no array that can be added to.') };
  const version = versionEdit(context);
  const test = testText(context, {
    ...{ fqn, method: 'execute', parameters: parametersOf(scope), returns: answer },
    needsCapability: needed !== undefined,
  });
  return {
    path,
    edits: [
      newFile(path, text),
      newFile(testPath, test),
      ...entry,
      ...(needed === undefined ? [] : newCapability(context, needed, type, description)),
      ...(version ? [version] : []),
    ],
  };
}

const common = { desc: '', required: 'VALUE_REQUIRED', default: null, allownull: true, complete: true } as const;

/** What {@link classText} describes. */
const parametersOf = ({ key }: Scope): SchemaNode => ({
  ...common,
  kind: 'single',
  keys: key === undefined ? [] : [[key, { ...common, kind: 'value', type: 'int' }]],
});
const answer: SchemaNode = {
  ...common,
  kind: 'single',
  keys: [['status', { ...common, kind: 'value', type: 'bool' }]],
};
