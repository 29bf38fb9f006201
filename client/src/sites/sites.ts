import { parseWwwroot } from '../../../webservice/src/wire/wwwroot.ts';
import type { Wwwroot } from '../../../webservice/src/wire/wwwroot.ts';

/** A site that the user added. Its wwwroot identifies it; the name is only for reading. */
export interface Site {
  name: string;
  wwwroot: Wwwroot;
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
 * which of them this workspace uses.
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

  /** The site this workspace chose last, else the first; undefined while there is none. */
  selected(): Site | undefined {
    const sites = this.list();
    const chosen = this.workspace.get(selectedKey);
    return sites.find((site) => site.wwwroot === chosen) ?? sites[0];
  }

  async select(wwwroot: string): Promise<void> {
    await this.workspace.update(selectedKey, wwwroot);
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
}

function asSite(stored: unknown): Site | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { name, wwwroot } = stored as Record<string, unknown>;
  if (typeof name !== 'string' || typeof wwwroot !== 'string') return undefined;
  const parsed = parseWwwroot(wwwroot);
  return parsed.kind === 'wwwroot' ? { name, wwwroot: parsed.wwwroot } : undefined;
}
