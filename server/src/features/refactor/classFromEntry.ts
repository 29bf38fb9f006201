import * as l10n from '@vscode/l10n';
import { fieldText } from '../../index/entry.ts';
import { declareFunction } from '../../index/evaluateFunction.ts';
import type { FunctionDeclaration } from '../../index/evaluateFunction.ts';
import { isDynamic } from '../../../../webservice/src/schema/node.ts';
import { classText, scopes } from './classText.ts';
import type { Scope } from './classText.ts';
import { copyrightOf, isBeforeCoreExternal, newFile } from './context.ts';
import type { RefactorContext, Refactoring } from './context.ts';

/** The function whose entry of db/services.php is at the offset. */
export function entryAt({ index, document, offset, component }: RefactorContext): FunctionDeclaration | undefined {
  if (document.path !== `${component.directory}/db/services.php`) return undefined;
  const entry = index
    .declarationsIn(document.path)
    ?.functions.find(({ span }) => span.start <= offset && offset <= span.end);
  return entry && declareFunction(entry, component);
}

/** The class that an entry names and that is not there. */
export function* classFromEntry(context: RefactorContext): Generator<Refactoring> {
  const { index, component } = context;
  const fn = entryAt(context);
  const [owner, ...below] = fn?.classname.split('\\') ?? [];
  const name = below.at(-1);
  if (!fn || owner !== component.name || name === undefined || index.implementationOf(fn).cls) return;
  const path = `${component.directory}/classes/${below.join('/')}.php`;
  if (index.isFile(path) || !/^[a-z_]\w*$/i.test(name)) return;
  const capability = fieldText(fn.entry, 'capabilities')
    ?.split(',')
    .map((one) => one.trim())
    .find((one) => /^[a-z]+\/\w+:\w+$/.test(one));
  yield {
    title: l10n.t('Create the class {0}', fn.classname),
    edits: () => [
      newFile(
        path,
        classText({
          component: component.name,
          namespace: fn.classname.slice(0, -name.length - 1),
          name,
          method: fn.methodname,
          description: fieldText(fn.entry, 'description') ?? '',
          capability,
          scope: scopeOf(context, capability),
          copyright: copyrightOf(context),
          isOld: isBeforeCoreExternal(context),
        }),
      ),
    ],
  };
}

const levels: Readonly<Record<string, Scope>> = {
  CONTEXT_SYSTEM: scopes.system,
  10: scopes.system,
  CONTEXT_USER: scopes.user,
  30: scopes.user,
  CONTEXT_COURSECAT: scopes.coursecat,
  40: scopes.coursecat,
  CONTEXT_COURSE: scopes.course,
  50: scopes.course,
  CONTEXT_MODULE: scopes.module,
  70: scopes.module,
};

/** Where a capability is asked for: its level in db/access.php, else what its name suggests. */
export function scopeOf({ index }: RefactorContext, capability: string | undefined): Scope {
  if (capability === undefined) return scopes.system;
  const level = index.capability(capability)?.entry.fields.get('contextlevel')?.value ?? null;
  const known = isDynamic(level) ? level.dynamic : JSON.stringify(level);
  if (Object.hasOwn(levels, known)) return levels[known] ?? scopes.course;
  if (capability.startsWith('moodle/site:')) return scopes.system;
  return capability.startsWith('mod/') ? scopes.module : scopes.course;
}
