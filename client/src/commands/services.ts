import type { Sites } from '../sites/sites.ts';
import type { Tokens } from '../sites/tokens.ts';

/** What the commands on sites work with. */
export interface SiteServices {
  sites: Sites;
  tokens: Tokens;
  /** Draws the change. */
  onChange: () => Promise<void>;
}
