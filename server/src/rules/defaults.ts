/** Defaults that a description can have. */
import type { DescriptionSite } from './descriptionSites.ts';

const byType: Readonly<Record<string, string>> = {
  PARAM_INT: '0',
  PARAM_INTEGER: '0',
  PARAM_BOOL: 'false',
  PARAM_FLOAT: '0.0',
};

/** The default, as PHP code, that says nothing: it passes the type, or the structure. */
export function emptyDefault(site: DescriptionSite): string {
  if (site.kind !== 'value') return '[]';
  const type = site.literal('type');
  return (type?.kind === 'constant' ? byType[type.name] : undefined) ?? "''";
}
