import type { FunctionBrief } from '../../../server/src/protocol/requests.ts';
import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import type { Json } from '../../../webservice/src/schema/node.ts';
import { sampleArguments } from '../../../webservice/src/schema/sample.ts';
import type { Call } from '../../../webservice/src/wire/outcome.ts';
import type { Secret } from '../../../webservice/src/wire/secret.ts';
import type { Site, Sites } from '../sites/sites.ts';
import type { Tokens } from '../sites/tokens.ts';
import type { Drafts } from './drafts.ts';
import type { OutcomeView, PanelState, SiteView } from './messages.ts';

/** A call's outcome as the panel shows it, and all of its text. */
export interface Answer {
  view: OutcomeView;
  document: string;
}

export interface PanelPorts {
  sites: Sites;
  tokens: Tokens;
  drafts: Drafts;
  isTrusted(): boolean;
  /** From the index of a document, or from all; empty while there is none. */
  functions(uri?: string): Promise<FunctionBrief[]>;
  /** Null for a function that the index does not know. */
  function(name: string, uri?: string): Promise<ExternalFunction | null>;
  /** Asks the user for the token of a site that has none; false when the user does not give it. */
  askToken(site: Site): Promise<boolean>;
  call(call: Call, site: Site, token: Secret, signal: AbortSignal): Promise<Answer>;
  onChange(state: PanelState): void;
}

export type SendResult = 'done' | 'refused' | 'invalid-arguments';

/** The state of the panel and what the user can do with it. Knows neither VS Code nor the webview. */
export class PanelModel {
  private readonly ports: PanelPorts;
  private readonly state: Omit<PanelState, 'trusted' | 'sites' | 'site'>;
  private siteViews: SiteView[] = [];
  /** The wwwroot of the selected site, as the panel shows it. */
  private site: string | null = null;
  private known: ExternalFunction | null = null;
  /** The document that a function was run from: its index answers. */
  private uri: string | undefined;
  /** The arguments are the user's, not a sample. */
  private typed = false;
  private token: Secret | undefined;
  private running: AbortController | undefined;
  private started: Promise<void> | undefined;
  private document: { name: string; text: string } | undefined;

  constructor(ports: PanelPorts) {
    this.ports = ports;
    this.state = {
      functionName: ports.drafts.functionName,
      brief: null,
      arguments: '',
      argumentsRevision: 0,
      indexRevision: 0,
      sending: false,
      outcome: null,
      outcomeRevision: 0,
    };
  }

  snapshot(): PanelState {
    return { ...this.state, trusted: this.ports.isTrusted(), sites: this.siteViews, site: this.site };
  }

  /** The last answer in full. */
  get lastAnswer(): { name: string; text: string } | undefined {
    return this.document;
  }

  /** Reads what is stored, the first time only; does not wait for the index. */
  start(): Promise<void> {
    this.started ??= this.refreshSites().then(() => {
      void this.choose(this.state.functionName);
    });
    return this.started;
  }

  /** Each name once, though several trees of a workspace may have it. */
  async functions(): Promise<FunctionBrief[]> {
    const briefs = await this.ports.functions(this.uri);
    return [...new Map(briefs.map((brief) => [brief.name, brief])).values()];
  }

  /** Reads sites and tokens again, after a change or another window's. */
  async refreshSites(): Promise<void> {
    const { sites, tokens } = this.ports;
    const before = this.site;
    this.site = sites.selected()?.wwwroot ?? null;
    this.siteViews = await Promise.all(
      sites.list().map(async ({ name, wwwroot }) => ({ name, wwwroot, hasToken: await tokens.has(wwwroot) })),
    );
    const selected = sites.selected();
    this.token = selected && (await tokens.get(selected.wwwroot));
    if (this.site === before) this.changed();
    else await this.choose(this.state.functionName);
  }

  async selectSite(wwwroot: string): Promise<void> {
    if (!this.ports.sites.get(wwwroot)) return;
    await this.ports.sites.select(wwwroot);
    await this.refreshSites();
  }

  async selectFunction(name: string, uri?: string): Promise<void> {
    await this.start();
    const trimmed = name.trim();
    if (trimmed === this.state.functionName && uri === undefined) return;
    this.uri = uri ?? this.uri;
    const stored = this.ports.drafts.setFunctionName(trimmed);
    await this.choose(trimmed, trimmed === this.state.functionName ? 'keep' : 'clear');
    await stored;
  }

  /** The index changed: the chosen function may have appeared, or its schema with it. */
  async refreshIndex(): Promise<void> {
    this.state.indexRevision++;
    if (this.started) await this.choose(this.state.functionName, 'keep');
  }

  async edit(text: string): Promise<void> {
    this.state.arguments = text;
    this.typed = true;
    await this.ports.drafts.set(this.site ?? '', this.state.functionName, text, this.token);
  }

  async resetArguments(): Promise<void> {
    await this.ports.drafts.delete(this.site ?? '', this.state.functionName);
    this.typed = false;
    this.setArguments(sampleText(this.known));
    this.changed();
  }

  cancel(): void {
    this.running?.abort();
  }

  async send(): Promise<SendResult> {
    await this.start();
    const site = this.ports.sites.get(this.site ?? '');
    const { functionName } = this.state;
    if (this.running || !site || functionName === '' || !this.ports.isTrusted()) return 'refused';
    const args = parseArguments(this.state.arguments);
    if (args === undefined) return 'invalid-arguments';
    const running = new AbortController();
    this.running = running;
    try {
      const token = await this.tokenOf(site);
      if (!token) return 'refused';
      this.state.sending = true;
      this.changed();
      const answer = await this.ports.call({ function: functionName, args }, site, token, running.signal);
      this.document = { name: functionName, text: answer.document };
      this.state.outcome = answer.view;
      this.state.outcomeRevision++;
      return 'done';
    } finally {
      this.running = undefined;
      this.state.sending = false;
      this.changed();
    }
  }

  private async tokenOf(site: Site): Promise<Secret | undefined> {
    const token = await this.ports.tokens.get(site.wwwroot);
    if (token || !(await this.ports.askToken(site))) return token;
    return this.ports.tokens.get(site.wwwroot);
  }

  /** The name and what was typed for it count at once; what the index knows follows. */
  private async choose(name: string, outcome: 'clear' | 'keep' = 'clear'): Promise<void> {
    this.state.functionName = name;
    if (outcome === 'clear') this.clear(name);
    this.changed();
    if (name === '') return;
    const [known, briefs] = await Promise.all([this.ports.function(name, this.uri), this.functions()]);
    if (this.state.functionName !== name) return;
    this.known = known;
    this.state.brief = briefs.find((brief) => brief.name === name) ?? null;
    if (known && !this.typed) this.setArguments(sampleText(known));
    this.changed();
  }

  private clear(name: string): void {
    // What was typed before there was a site belongs to the site that comes.
    const draft = this.ports.drafts.get(this.site ?? '', name) ?? this.ports.drafts.get('', name);
    this.state.outcome = null;
    this.document = undefined;
    this.known = null;
    this.state.brief = null;
    this.typed = draft !== undefined;
    this.setArguments(draft ?? '{}');
  }

  private setArguments(text: string): void {
    if (text === this.state.arguments) return;
    this.state.arguments = text;
    this.state.argumentsRevision++;
  }

  private changed(): void {
    this.ports.onChange(this.snapshot());
  }
}

function sampleText(known: ExternalFunction | null): string {
  return JSON.stringify(sampleArguments(known?.parameters ?? null), null, 2);
}

function parseArguments(text: string): Json | undefined {
  try {
    const value = JSON.parse(text.trim() === '' ? '{}' : text) as Json;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined; // the panel shows what is wrong as the user types
  }
}
