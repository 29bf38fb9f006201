import { parseWwwroot } from '../../../webservice/src/wire/wwwroot.ts';
import type { Wwwroot } from '../../../webservice/src/wire/wwwroot.ts';

/** Whose token a call is made with; one site may have several. */
export interface SiteUser {
  /** Tells the users of a site apart, and their tokens; stays when the name changes. */
  id: string;
  /** For reading only. */
  name: string;
}

/** A site that the user added. Its wwwroot identifies it; the name is only for reading. */
export interface Site {
  name: string;
  wwwroot: Wwwroot;
  /** Real people's data: calls that write are asked about. */
  production: boolean;
  /** In the order in which they were added. */
  users: SiteUser[];
}

/** What a call is made with. */
export interface Selection {
  site: Site;
  /** Undefined while the site has no user. */
  user: SiteUser | undefined;
}

/** The part of VS Code's Memento that is used here. */
export interface Storage {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const sitesKey = 'moodleWs.sites';
const selectedKey = 'moodleWs.selectedSite';

/**
 * The sites of this machine (never of a repository: a workspace must not be able to change where a call goes), and
 * which site and user this workspace uses.
 */
export class Sites {
  private readonly machine: Storage;
  private readonly workspace: Storage;

  constructor(machine: Storage, workspace: Storage) {
    this.machine = machine;
    this.workspace = workspace;
  }

  /** In the order in which they were added. What does not look like a site any more is left out. */
  list(): Site[] {
    const stored = this.machine.get(sitesKey);
    return Array.isArray(stored) ? stored.flatMap((each: unknown) => asSite(each) ?? []) : [];
  }

  get(wwwroot: string): Site | undefined {
    return this.list().find((site) => site.wwwroot === wwwroot);
  }

  /** What this workspace chose last, else the first site and user; undefined while there is no site. */
  selected(): Selection | undefined {
    const sites = this.list();
    const chosen = asChoice(this.workspace.get(selectedKey));
    const site = sites.find(({ wwwroot }) => wwwroot === chosen.wwwroot) ?? sites[0];
    return site && { site, user: site.users.find(({ id }) => id === chosen.user) ?? site.users[0] };
  }

  async select(wwwroot: string, user = ''): Promise<void> {
    await this.workspace.update(selectedKey, { wwwroot, user });
  }

  /** Adds a site, or puts it in the place of the one that was `formerly` at another address or under another name. */
  async put(site: Site, formerly?: Wwwroot): Promise<void> {
    const replaced = formerly ?? site.wwwroot;
    const others = this.list().filter((each) => each.wwwroot === replaced || each.wwwroot !== site.wwwroot);
    const known = others.some((each) => each.wwwroot === replaced);
    const sites = known ? others.map((each) => (each.wwwroot === replaced ? site : each)) : [...others, site];
    await this.machine.update(sitesKey, sites);
  }

  async remove(wwwroot: string): Promise<void> {
    await this.machine.update(
      sitesKey,
      this.list().filter((site) => site.wwwroot !== wwwroot),
    );
  }

  /** A new user of a site, with an id that none of its users has. */
  async addUser(site: Site, name: string): Promise<SiteUser> {
    const user = { id: String(1 + Math.max(0, ...site.users.map(({ id }) => Number(id)))), name };
    await this.put({ ...site, users: [...site.users, user] });
    return user;
  }

  async renameUser(site: Site, { id }: SiteUser, name: string): Promise<void> {
    await this.put({ ...site, users: site.users.map((user) => (user.id === id ? { id, name } : user)) });
  }

  async removeUser(site: Site, { id }: SiteUser): Promise<void> {
    await this.put({ ...site, users: site.users.filter((user) => user.id !== id) });
  }
}

function asSite(stored: unknown): Site | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { name, wwwroot, production, users } = stored as Record<string, unknown>;
  if (typeof name !== 'string' || typeof wwwroot !== 'string') return undefined;
  const parsed = parseWwwroot(wwwroot);
  if (parsed.kind !== 'wwwroot') return undefined;
  return {
    name,
    wwwroot: parsed.wwwroot,
    production: production === true,
    users: Array.isArray(users) ? users.flatMap((each: unknown) => asUser(each) ?? []) : [],
  };
}

function asUser(stored: unknown): SiteUser | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { id, name } = stored as Record<string, unknown>;
  return typeof id === 'string' && /^\d{1,9}$/.test(id) && typeof name === 'string' ? { id, name } : undefined;
}

function asChoice(stored: unknown): { wwwroot?: unknown; user?: unknown } {
  return typeof stored === 'object' && stored !== null ? stored : {};
}
