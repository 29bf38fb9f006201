import { l10n, window } from 'vscode';
import type { ConnectionResult } from '../panel/accounts.ts';
import type { Site, SiteUser } from '../sites/sites.ts';
import type { SiteServices } from './services.ts';
import { pickSite } from './siteInput.ts';
import { askToken } from './tokenInput.ts';

/** A token, and whose it is, which the site tells where it may. False when the user gives up. */
export async function addUser(services: SiteServices, given?: Site): Promise<boolean> {
  const { sites, tokens, onChange } = services;
  const site = given ?? (await pickSite(sites, l10n.t('To which site does the user belong?')));
  const token = site && (await askToken(site));
  if (!token) return false;
  const user = await sites.addUser(site, token.userName ?? unnamed());
  await tokens.set(user.id, token.token);
  await sites.select(site.wwwroot, user.id);
  await onChange();
  const result = await testConnection(services);
  if (result?.kind === 'limited' && token.userName === undefined) await rename(services, user, await askUserName());
  return true;
}

/** Asks the selected site whose token the selected one is; a user without a name gets it from there. */
export async function testConnection(services: SiteServices): Promise<ConnectionResult | undefined> {
  const { user } = services.sites.selected() ?? {};
  const result = await services.test();
  if (result?.kind === 'info' && user?.name === unnamed()) await rename(services, user, result.info.userName);
  return result;
}

/** What a user is called until it is known. */
function unnamed(): string {
  return l10n.t('user');
}

async function rename({ sites, onChange }: SiteServices, user: SiteUser, name: string): Promise<void> {
  const { site } = sites.selected() ?? {};
  if (site) await sites.renameUser(site, user, name);
  await onChange();
}

async function askUserName(): Promise<string> {
  const typed = await window.showInputBox({
    title: l10n.t('Whose token is it?'),
    prompt: l10n.t('The site does not tell. The name is only shown here.'),
    value: unnamed(),
    ignoreFocusOut: true,
  });
  const name = typed?.trim() ?? '';
  return name === '' ? unnamed() : name;
}
