import { l10n, window } from 'vscode';
import { askSite, pickSite } from './siteInput.ts';
import type { SiteServices } from './services.ts';

/** A new name keeps the token; a new address has none, since a token belongs to an address. */
export async function editSite({ sites, tokens, onChange }: SiteServices): Promise<void> {
  const site = await pickSite(sites, l10n.t('Which site has changed?'));
  const changed = site && (await askSite(l10n.t('Edit {0}', site.name), site));
  if (!changed) return;
  const wasSelected = sites.selected()?.wwwroot === site.wwwroot;
  await sites.put(changed, site.wwwroot);
  if (wasSelected) await sites.select(changed.wwwroot);
  const moved = changed.wwwroot !== site.wwwroot;
  if (moved) await tokens.delete(site.wwwroot);
  await onChange();
  if (moved) void window.showInformationMessage(l10n.t('{0} has a new address and no token yet.', changed.name));
}
