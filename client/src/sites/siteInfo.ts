import type { Json } from '../../../webservice/src/schema/node.ts';
import type { SiteUser, Site, Storage } from './sites.ts';

/** Tells who a token belongs to and what it may call (core_webservice_get_site_info). */
export const siteInfoFunction = 'core_webservice_get_site_info';

/** What the last test of a connection learned. */
export interface SiteInfo {
  siteName: string;
  /** As Moodle says it: `4.4 (Build: 20240422)`. */
  release: string;
  userName: string;
  fullName: string;
  /** Names of the functions that this token, not the site, may call. */
  functions: string[];
}

/** Null where the answer is not that of {@link siteInfoFunction}. */
export function readSiteInfo(value: Json): SiteInfo | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  const text = (key: string) => (typeof value[key] === 'string' ? value[key] : '');
  const functions = value['functions'];
  if (!Array.isArray(functions) || text('username') === '') return null;
  return {
    siteName: text('sitename'),
    release: text('release'),
    userName: text('username'),
    fullName: text('fullname'),
    functions: functions.flatMap((each) =>
      each !== null && typeof each === 'object' && !Array.isArray(each) && typeof each['name'] === 'string'
        ? [each['name']]
        : [],
    ),
  };
}

const key = 'moodleWs.siteInfo';

/** What is known of each user's token, machine-wide as the sites are. It says what may be called; it is no secret. */
export class SiteInfos {
  private readonly machine: Storage;

  constructor(machine: Storage) {
    this.machine = machine;
  }

  get(site: Site, user: SiteUser): SiteInfo | undefined {
    return this.all()[keyOf(site, user)];
  }

  async set(site: Site, user: SiteUser, info: SiteInfo): Promise<void> {
    await this.machine.update(key, { ...this.all(), [keyOf(site, user)]: info });
  }

  /** With a new or no token, what was known is not true any more. */
  async forget(site: Site, user: SiteUser): Promise<void> {
    const others = Object.entries(this.all()).filter(([each]) => each !== keyOf(site, user));
    await this.machine.update(key, Object.fromEntries(others));
  }

  private all(): Record<string, SiteInfo> {
    const stored = this.machine.get(key);
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).filter(([, info]) => isSiteInfo(info)));
  }
}

function keyOf({ wwwroot }: Site, { id }: SiteUser): string {
  return `${wwwroot}#${id}`;
}

function isSiteInfo(stored: unknown): stored is SiteInfo {
  if (typeof stored !== 'object' || stored === null) return false;
  const { functions, ...texts } = stored as Record<string, unknown>;
  const known = [texts['siteName'], texts['release'], texts['userName'], texts['fullName']];
  const isText = (each: unknown): boolean => typeof each === 'string';
  return known.every(isText) && Array.isArray(functions) && functions.every(isText);
}
