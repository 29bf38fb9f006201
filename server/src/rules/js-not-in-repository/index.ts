import { repositoryEdits } from '../../features/refactor/repository.ts';
import { ajaxRequests } from '../ajaxRequests.ts';
import type { AjaxRequest } from '../ajaxRequests.ts';
import { describedOf } from '../described.ts';
import { known } from '../jsModules.ts';
import { refactorPlace } from '../refactorPlace.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const jsNotInRepository: Rule = {
  id: 'js-not-in-repository',
  defaultSeverity: 'off',
  tags: ['convention'],
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const { path } = context.document;
    if (!path.includes('/amd/src/') || /\/(repository|repository\/.*|\w*_?repository)\.js$/.test(path)) return;
    for (const request of ajaxRequests(context))
      yield {
        ...request.site.span,
        message: l10n.t('Calls of web services have their place in {0}.', 'amd/src/repository.js'),
        suggest: () => moved(context, request),
      };
  },
};

/** A function of the repository instead of `Ajax.call([{…}])[0]`. */
function moved(context: RuleContext, { site, object, args, call, lacksArgs }: AjaxRequest): Fix[] {
  const { snapshot, document } = context;
  const component = snapshot.componentOf(document.path);
  const fn = describedOf(snapshot, site.name);
  const place = component && refactorPlace(context, component, 0);
  const isPlain =
    object?.isWhole === true && object.properties.every(({ name }) => name === 'methodname' || name === 'args');
  if (!component || !fn || !place || !isPlain || call?.count !== 1) return [];
  const { tokens, open, first } = call;
  const { kind, start, end, partner } = tokens;
  const close = partner[open] ?? -1;
  // Nothing but the list, and the promise of its one request.
  const isIndexed =
    kind[close + 1] === 91 && tokens.text.slice(start[close + 2], end[close + 2]) === '0' && kind[close + 3] === 93;
  if (kind[open + 1] !== 91 || partner[open + 1] !== close - 1 || !isIndexed) return [];
  const keys = fn.parameters?.kind === 'single' ? fn.parameters.keys.map(([key]) => key) : [];
  const given = args?.isWhole === true || lacksArgs ? (args?.properties ?? []) : undefined;
  if (!given?.every(({ name }) => keys.includes(name))) return [];
  const text = (key: string) => {
    const value = given.find(({ name }) => name === key)?.valueSpan;
    return value && tokens.text.slice(value.start, value.end);
  };
  const last = keys.findLastIndex((key) => text(key) !== undefined);
  const list =
    keys.length > 3
      ? tokens.text.slice(args?.start ?? 0, args?.end ?? 0) || '{}'
      : keys
          .slice(0, last + 1)
          .map((key) => text(key) ?? 'undefined')
          .join(', ');
  const added = repositoryEdits(place, fn);
  if (!added || new RegExp(`(?<!\\.)\\b${added.name}\\b`).test(tokens.text)) return [];
  const used = tokens.text.slice(start[first], end[first]);
  const isOnly = tokens.kind.filter((_, i) => tokens.text.slice(start[i], end[i]) === used).length === 2;
  const imported = known(document.path, tokens, open, {
    module: `${component.name}/repository`,
    as: 'Repository',
    member: added.name,
    instead: isOnly ? used : undefined,
  });
  if (!imported) return [];
  const edit = {
    path: document.path,
    start: start[first] ?? 0,
    end: end[close + 3] ?? 0,
    text: `${imported.name}(${list})`,
  };
  return [
    { title: l10n.t('Move it to {0}', 'amd/src/repository.js'), edits: [...added.edits(), ...imported.edits, edit] },
  ];
}
