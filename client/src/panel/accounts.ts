import type { Secret } from '../../../webservice/src/wire/secret.ts';
import type { SiteInfo, SiteInfos } from '../sites/siteInfo.ts';
import type { Selection, Site, Sites } from '../sites/sites.ts';
import type { Tokens } from '../sites/tokens.ts';
import type { ConnectionView, PanelState, SiteView } from './messages.ts';

/** What a test of a connection came to. */
export type ConnectionResult =
  | { kind: 'info'; info: SiteInfo }
  /** The token was accepted, but may not call the function that tells about it. */
  | { kind: 'limited' }
  | { kind: 'failed'; title: string; cause: string; cure: string };

export interface AccountPorts {
  sites: Sites;
  tokens: Tokens;
  infos: SiteInfos;
  isTrusted(): boolean;
  askSite(site: Site, token: Secret): Promise<ConnectionResult>;
  /** The machine of the workspace where it is not the user's own; null elsewhere. */
  remote: string | null;
}

type AccountState = Pick<PanelState, 'sites' | 'site' | 'user' | 'connection' | 'localhostOf'>;

const loopback = /^https?:\/\/(localhost|[^/:]+\.localhost|127(\.\d+){3}|\[::1\])(:|\/|$)/;

/** Sites, their users, and what is known of the selected one, as the panel shows them. */
export class Accounts {
  private readonly ports: AccountPorts;
  private views: SiteView[] = [];
  private selection: Selection | undefined;
  /** Of the selected user; a failure or a test that runs is not worth keeping for longer. */
  private passing: ConnectionView | undefined;

  constructor(ports: AccountPorts) {
    this.ports = ports;
  }

  get selected(): Selection | undefined {
    return this.selection;
  }

  /** What the token may call; undefined while that is not known. */
  get granted(): string[] | undefined {
    return this.info?.functions;
  }

  view(): AccountState {
    const { site, user } = this.selection ?? {};
    return {
      sites: this.views,
      site: site?.wwwroot ?? null,
      user: user?.id ?? null,
      connection: this.passing ?? connectionOf(this.info),
      localhostOf: site && loopback.test(site.wwwroot) ? this.ports.remote : null,
    };
  }

  /** Reads sites, users and tokens again; true when another site than before is selected. */
  async refresh(): Promise<boolean> {
    const { sites, tokens } = this.ports;
    const before = this.selection;
    this.selection = sites.selected();
    const { site, user } = this.selection ?? {};
    if (site?.wwwroot !== before?.site.wwwroot || user?.id !== before?.user?.id) this.passing = undefined;
    this.views = await Promise.all(
      sites.list().map(async ({ name, wwwroot, production, users }) => ({
        name,
        wwwroot,
        production,
        users: await Promise.all(
          users.map(async (each) => ({ ...each, hasToken: await tokens.has(wwwroot, each.id) })),
        ),
      })),
    );
    return site?.wwwroot !== before?.site.wwwroot;
  }

  async token(): Promise<Secret | undefined> {
    const { site, user } = this.selection ?? {};
    return site && user && this.ports.tokens.get(site.wwwroot, user.id);
  }

  /** Calls the site to learn whose token it is and what it may call. Undefined where there is nothing to ask with. */
  async test(onChange: () => void): Promise<ConnectionResult | undefined> {
    const { selection } = this;
    const token = await this.token();
    if (!selection?.user || !token || !this.ports.isTrusted()) return undefined;
    const { site, user } = selection;
    this.passing = { kind: 'testing' };
    onChange();
    const result = await this.ports.askSite(site, token);
    if (result.kind === 'info') await this.ports.infos.set(site, user, result.info);
    else await this.ports.infos.forget(site, user);
    if (this.selection === selection) this.passing = result.kind === 'info' ? undefined : result;
    onChange();
    return result;
  }

  private get info(): SiteInfo | undefined {
    const { site, user } = this.selection ?? {};
    return site && user && this.ports.infos.get(site, user);
  }
}

function connectionOf(info: SiteInfo | undefined): ConnectionView | null {
  if (!info) return null;
  const { siteName, release, userName, fullName, functions } = info;
  return { kind: 'ok', siteName, release, userName, fullName, functions: functions.length };
}
