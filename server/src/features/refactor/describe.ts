/** From a PHP signature to what describes it, and back. */
import * as l10n from '@vscode/l10n';
import { describeParameters } from '../../rules/describeParameters.ts';
import { changedSignature } from '../../rules/signatureText.ts';
import type { RefactorContext, Refactoring } from './context.ts';

/** A class that has a method but not what describes its parameters. */
export function* parametersFromSignature(context: RefactorContext): Generator<Refactoring> {
  const found = undescribedMethodAt(context, '_parameters');
  if (!found) return;
  const { file, cls, method } = found;
  yield {
    title: l10n.t('Describe the parameters of {0}()', method.name),
    edits: () => describeParameters(file, cls, method),
  };
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
      const edits = changedSignature(file, method, schema.keys);
      if (!edits) continue;
      yield {
        title: l10n.t('Change the signature of {0}() to its description', method.name),
        edits: () => edits,
      };
    }
}
