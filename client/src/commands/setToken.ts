import type { Site, SiteUser } from '../sites/sites.ts';
import { addUser, testConnection } from './addUser.ts';
import type { SiteServices } from './services.ts';
import { askToken } from './tokenInput.ts';

/** Another token for the given user, else the selected one. False when nothing was set. */
export async function setToken(
  services: SiteServices,
  given?: { site: Site; user: SiteUser | undefined },
): Promise<boolean> {
  const { sites, tokens, infos, onChange } = services;
  const { site, user } = given ?? sites.selected() ?? {};
  if (!site || !user) return addUser(services, site);
  const token = await askToken(site);
  if (!token) return false;
  await tokens.set(user.id, token.token);
  await infos.forget(site, user);
  await onChange();
  await testConnection(services);
  return true;
}
