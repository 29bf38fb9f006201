import type { ConnectionResult } from '../panel/accounts.ts';
import type { SiteInfos } from '../sites/siteInfo.ts';
import type { Sites } from '../sites/sites.ts';
import type { Tokens } from '../sites/tokens.ts';

/** What the commands on sites work with. */
export interface SiteServices {
  sites: Sites;
  tokens: Tokens;
  infos: SiteInfos;
  /** Draws the change. */
  onChange: () => Promise<void>;
  /** Asks the selected site whose token the selected one is; undefined where there is nothing to ask with. */
  test: () => Promise<ConnectionResult | undefined>;
}
