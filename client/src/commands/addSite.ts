import { l10n } from 'vscode';
import { addUser } from './addUser.ts';
import type { SiteServices } from './services.ts';
import { askSite } from './siteInput.ts';

/** Address, name, kind and a first user; the new site becomes the selected one. */
export async function addSite(services: SiteServices): Promise<void> {
  const { sites, onChange } = services;
  const answers = await askSite(l10n.t('Add a Moodle site'));
  if (!answers) return;
  const site = { ...answers, users: sites.get(answers.wwwroot)?.users ?? [] };
  await sites.put(site);
  await sites.select(site.wwwroot);
  await onChange();
  await addUser(services, site);
}
