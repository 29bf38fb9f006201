import { l10n, window } from 'vscode';
import { forgetUsers } from './removeSite.ts';
import { askSite, pickSite } from './siteInput.ts';
import type { SiteServices } from './services.ts';

/** A new name keeps users and tokens; a new address has none, since a token belongs to an address. */
export async function editSite(services: SiteServices): Promise<void> {
  const { sites, onChange } = services;
  const site = await pickSite(sites, l10n.t('Which site has changed?'));
  const answers = site && (await askSite(l10n.t('Edit {0}', site.name), site));
  if (!answers) return;
  const selected = sites.selected();
  const moved = answers.wwwroot !== site.wwwroot;
  await sites.put({ ...answers, users: moved ? [] : site.users }, site.wwwroot);
  if (selected?.site.wwwroot === site.wwwroot) await sites.select(answers.wwwroot, selected.user?.id);
  if (moved) await forgetUsers(services, site, site.users);
  await onChange();
  if (moved) void window.showInformationMessage(l10n.t('{0} has a new address and no token yet.', answers.name));
}
