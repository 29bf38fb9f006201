import { l10n, window } from 'vscode';
import type { Site, SiteUser } from '../sites/sites.ts';
import { pickSite, pickUser } from './siteInput.ts';
import type { SiteServices } from './services.ts';

/** Removes a site with its users and their tokens, after a question. */
export async function removeSite(services: SiteServices): Promise<void> {
  const { sites, onChange } = services;
  const site = await pickSite(sites, l10n.t('Which site shall be removed?'));
  if (!site || !(await agrees(l10n.t('Remove {0} and its tokens?', site.name)))) return;
  await forgetUsers(services, site, site.users);
  await sites.remove(site.wwwroot);
  await onChange();
}

/** Removes one user of a site with the token, after a question. */
export async function removeUser(services: SiteServices): Promise<void> {
  const { sites, onChange } = services;
  const picked = await pickUser(sites, l10n.t('Which user shall be removed?'));
  if (!picked?.user) return;
  const { site, user } = picked;
  if (!(await agrees(l10n.t('Remove {0} of {1} and the token?', user.name, site.name)))) return;
  await forgetUsers(services, site, [user]);
  await sites.removeUser(site, user);
  await onChange();
}

/** Deletes the tokens of users, and what was known of them. */
export async function forgetUsers(
  { tokens, infos }: Pick<SiteServices, 'tokens' | 'infos'>,
  site: Site,
  users: readonly SiteUser[],
): Promise<void> {
  for (const user of users) {
    await tokens.delete(site.wwwroot, user.id);
    await infos.forget(site, user);
  }
}

async function agrees(question: string): Promise<boolean> {
  const remove = l10n.t('Remove');
  return (await window.showWarningMessage(question, { modal: true }, remove)) === remove;
}
