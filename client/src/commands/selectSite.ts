import { l10n } from 'vscode';
import type { SiteServices } from './services.ts';
import { pickUser } from './siteInput.ts';

/** Which site this workspace calls, and as whom. */
export async function selectSite({ sites, onChange }: SiteServices): Promise<void> {
  const picked = await pickUser(sites, l10n.t('Which site shall be called, and as whom?'));
  if (!picked) return;
  await sites.select(picked.site.wwwroot, picked.user?.id);
  await onChange();
}
