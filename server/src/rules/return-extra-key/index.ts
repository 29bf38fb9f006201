import { insertItem, removeItem } from '../../edits/arrayEdits.ts';
import { ExternalImports } from '../../edits/externalName.ts';
import { choices } from '../entryRules.ts';
import { nearestName } from '../nearest.ts';
import { unquoted } from '../places.ts';
import type { ResultProblem } from '../resultProblems.ts';
import { problemRule } from '../results.ts';
import type { Result } from '../results.ts';
import type { Fix } from '../rule.ts';
import { withNearest } from '../texts.ts';
import * as l10n from '@vscode/l10n';

type Extra = Extract<ResultProblem, { kind: 'extra' }>;

export const returnExtraKey = problemRule(
  { id: 'return-extra-key', defaultSeverity: 'info', fixes: 'suggest' },
  'extra',
  function* (result, problem) {
    const { item, missing, path } = problem;
    const place = unquoted(result.file, item.keySpan ?? item.value);
    const nearest = nearestName(item.key, missing);
    const message = l10n.t('{0} is not described: Moodle drops it.', item.key);
    const found = withNearest(message, nearest, result.context.document, place);
    const { related = [] } = result.at(place, message, path);
    yield {
      ...found,
      related,
      ...(nearest === undefined
        ? { suggest: choices(described(result, problem), removed(result, problem)) }
        : { severity: 'warning' as const }),
    };
  },
);

function removed({ file }: Result, { item, value: { literal, items } }: Extra): () => Fix {
  return () => ({
    title: l10n.t("Remove '{0}'", item.key),
    edits: [removeItem(file, literal, items.indexOf(item))],
  });
}

/** Describes the key behind the others, by what the value says of its type. */
function described(result: Result, { item, path }: Extra): (() => Fix) | undefined {
  const site = result.site(path);
  const keys = site?.keys;
  if (!keys || item.value.kind === 'array' || item.value.kind === 'object') return undefined;
  const type = item.value.kind === 'scalar' ? typeof item.value.value : '';
  const param = type === 'boolean' ? 'PARAM_BOOL' : type === 'number' ? 'PARAM_INT' : 'PARAM_RAW';
  const imports = new ExternalImports(result.file, site.cls);
  const value = `new ${imports.name('external_value')}(${param}, '${item.key}')`;
  return () => ({
    title: l10n.t('Describe {0} as well', item.key),
    edits: [...imports.edits, ...insertItem(result.file, keys, { key: item.key, value })],
  });
}
