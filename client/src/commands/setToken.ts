import type { Site } from '../sites/sites.ts';
import { askTokenText } from './siteInput.ts';
import type { SiteServices } from './services.ts';

/** For the given site, else the selected one; an empty text removes the token. False when nothing was set. */
export async function setToken({ sites, tokens, onChange }: SiteServices, given?: Site): Promise<boolean> {
  const site = given ?? sites.selected();
  if (!site) return false;
  const text = await askTokenText(site);
  if (text === undefined) return false;
  await tokens.set(site.wwwroot, text);
  await onChange();
  return text.trim() !== '';
}
