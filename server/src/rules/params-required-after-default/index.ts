import type { TextEdit } from '../../edits/textEdit.ts';
import type { IndexSnapshot } from '../../index/snapshot.ts';
import type { Span } from '../../php/cursor.ts';
import { sitesOf } from '../descriptionSites.ts';
import type { DescriptionSite } from '../descriptionSites.ts';
import { checkedPaths } from '../documents.ts';
import { documented } from '../paramComments.ts';
import { parametersOf } from '../phpParameters.ts';
import type { Finding, Fix, Rule } from '../rule.ts';
import { callsIn } from '../testFiles.ts';
import * as l10n from '@vscode/l10n';

export const paramsRequiredAfterDefault: Rule = {
  id: 'params-required-after-default',
  defaultSeverity: 'hint',
  tags: ['convention'],
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const sites = sitesOf(context);
    for (const parameters of sites) {
      if (parameters.kind !== 'parameters') continue;
      const items = sites.filter(({ parent }) => parent === parameters);
      const first = items.findIndex((one) => one.required === 'VALUE_DEFAULT');
      const late =
        first < 0
          ? undefined
          : items.slice(first).find((one) => one.required === 'VALUE_REQUIRED' && one.kind !== 'other');
      const key = parameters.keys?.items.find(({ value }) => value.first === late?.island.first)?.keySpan;
      if (!late || !key) continue;
      yield {
        ...key,
        message: l10n.t(
          'A required parameter after one with a default: PHP code that calls the method has to give both.',
        ),
        suggest: () => reordered(context.snapshot, parameters, items),
      };
    }
  },
};

/** Required ones first: in the description, the method with its comment, and the calls of it in the component. */
function reordered(snapshot: IndexSnapshot, parameters: DescriptionSite, sites: readonly DescriptionSite[]): Fix[] {
  const { file, cls, member } = parameters;
  const keys = parameters.keys?.items ?? [];
  const name = member.name.replace(/_parameters$/i, '');
  const method = cls.members.find((one) => one.kind === 'method' && one.name.toLowerCase() === name.toLowerCase());
  const params = method ? parametersOf(file, method) : [];
  const isPlain = keys.length === sites.length && keys.every(({ key }, at) => key === params[at]?.name);
  if (!method || !isPlain || params.length !== keys.length) return [];
  const isRequired = (at: number) => sites[at]?.required === 'VALUE_REQUIRED';
  const all = keys.map((_, at) => at);
  const order = [...all.filter(isRequired), ...all.filter((at) => !isRequired(at))];
  const after = order.flatMap((at) => params[at] ?? []);
  const firstFree = after.findIndex(({ value }) => value !== undefined);
  if (firstFree >= 0 && !after.slice(firstFree).every(({ value }) => value)) return [];
  const inKeys = swapped(file, keys, order);
  const inMethod = swapped(file, params, order);
  const component = snapshot.componentOf(file.path);
  if (!inKeys || !inMethod || !component) return [];
  const paths = checkedPaths(snapshot, component).filter((path) => path.endsWith('.php'));
  const inCalls = paths.flatMap((path) => {
    const other = snapshot.file(path);
    if (!other?.text.includes(method.name)) return [];
    return callsIn(other).flatMap(({ className, method: called, args }) => {
      if (className.toLowerCase() !== cls.fqn.toLowerCase() || called.toLowerCase() !== name.toLowerCase()) return [];
      // What names its arguments, or spreads them, stays right; what leaves one out that is required never was.
      if (!args || args.some((one) => one.name !== undefined)) return [];
      return (
        swapped(
          other,
          args,
          order.filter((at) => at < args.length),
        ) ?? []
      );
    });
  });
  const comment = documented(
    file,
    method,
    after.map((one) => ({ was: one.name, name: one.name, type: undefined, text: '' })),
  );
  return [{ title: l10n.t('Put required parameters first'), edits: [...inKeys, ...inMethod, ...comment, ...inCalls] }];
}

/** Puts texts that follow each other into another order; undefined where there is more than a comma between them. */
function swapped(
  { path, text }: { path: string; text: string },
  places: readonly Span[],
  order: readonly number[],
): TextEdit[] | undefined {
  const gaps = places.slice(1).map(({ start }, at) => text.slice(places[at]?.end, start));
  if (!gaps.every((gap) => /^\s*,\s*$/.test(gap))) return undefined;
  return places.flatMap(({ start, end }, at) => {
    const from = places[order[at] ?? at];
    return from && order[at] !== at ? [{ path, start, end, text: text.slice(from.start, from.end) }] : [];
  });
}
