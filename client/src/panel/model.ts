import type { FunctionBrief, FunctionPlaces } from '../../../server/src/protocol/requests.ts';
import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import type { Json, SchemaNode } from '../../../webservice/src/schema/node.ts';
import { sampleArguments } from '../../../webservice/src/schema/sample.ts';
import { writingFunctions } from '../../../webservice/src/schema/writes.ts';
import type { Call } from '../../../webservice/src/wire/outcome.ts';
import type { Secret } from '../../../webservice/src/wire/secret.ts';
import type { Site, SiteUser } from '../sites/sites.ts';
import { Accounts } from './accounts.ts';
import type { AccountPorts, ConnectionResult } from './accounts.ts';
import type { AnswerTree } from './answerTree.ts';
import { argumentProblems } from './argumentsCheck.ts';
import type { Drafts } from './drafts.ts';
import { mergeFunctions } from './functionList.ts';
import type { FunctionView, OutcomeView, PanelState } from './messages.ts';

/** A call's outcome as the panel shows it, and what is behind it. */
export interface Answer {
  view: OutcomeView;
  /** All of its text. */
  document: string;
  /** Of a value. */
  tree: AnswerTree | null;
  /** Of a failure: the lines of the function that it is about. */
  places: FunctionPlaces | null;
}

export interface PanelPorts extends AccountPorts {
  drafts: Drafts;
  /** From the index of a document, or from all; empty while there is none. */
  functions(uri?: string): Promise<FunctionBrief[]>;
  /** Null for a function that the index does not know. */
  function(name: string, uri?: string): Promise<ExternalFunction | null>;
  /** Asks for the token of a site that has none for its user, or no user; false when the user of the panel gives none. */
  askToken(site: Site, user: SiteUser | undefined): Promise<boolean>;
  /** Asks before functions that write are called on a production site. */
  confirmWrite(site: Site, functions: readonly string[]): Promise<boolean>;
  call(call: Call, known: ExternalFunction | null, site: Site, token: Secret, signal: AbortSignal): Promise<Answer>;
  onChange(state: PanelState): void;
}

/** `refused`: there is nothing to call, or the user said no; `invalid-arguments`: see the state's problems. */
export type SendResult = 'done' | 'refused' | 'invalid-arguments';

type OwnState = Omit<PanelState, 'trusted' | 'sites' | 'site' | 'user' | 'connection' | 'localhostOf'>;

/** The state of the panel and what the user can do with it. Knows neither VS Code nor the webview. */
export class PanelModel {
  private readonly ports: PanelPorts;
  private readonly accounts: Accounts;
  private readonly state: OwnState;
  private known: ExternalFunction | null = null;
  /** Declared types by name, for what a call may write. */
  private types: ReadonlyMap<string, string> = new Map();
  /** The document that a function was run from: its index answers. */
  private uri: string | undefined;
  /** The arguments are the user's, not a sample. */
  private typed = false;
  private running: AbortController | undefined;
  private started: Promise<void> | undefined;
  private answer: (Answer & { name: string }) | undefined;
  /** What may write in this window without another question: sites with functions. */
  private readonly confirmed = new Set<string>();

  constructor(ports: PanelPorts) {
    this.ports = ports;
    this.accounts = new Accounts(ports);
    this.state = {
      mock: 'off',
      functionName: ports.drafts.functionName,
      brief: null,
      arguments: '',
      argumentsRevision: 0,
      problems: [],
      refused: false,
      writing: [],
      indexRevision: 0,
      sending: false,
      outcome: null,
      outcomeRevision: 0,
    };
  }

  snapshot(): PanelState {
    return { ...this.state, ...this.accounts.view(), trusted: this.ports.isTrusted() };
  }

  /** Of the chosen function; null for one that the index does not know. */
  get parameters(): SchemaNode | null {
    return this.known?.parameters ?? null;
  }

  /** What a call of any function would begin with: what was typed for it, else nothing. */
  argumentsOf(name: string): string {
    return name === this.state.functionName ? this.state.arguments : (this.draft(name) ?? '{}');
  }

  /** The last answer in full. */
  get lastAnswer(): (Answer & { name: string }) | undefined {
    return this.answer;
  }

  /** Reads what is stored, the first time only; does not wait for the index. */
  start(): Promise<void> {
    this.started ??= this.refreshSites().then(() => {
      void this.choose(this.state.functionName);
    });
    return this.started;
  }

  /** Each name once, though several trees of a workspace may have it; those of the token as well. */
  async functions(): Promise<FunctionView[]> {
    const indexed = await this.ports.functions(this.uri);
    this.types = new Map(indexed.map(({ name, type }) => [name, type]));
    return mergeFunctions(indexed, this.accounts.granted);
  }

  /** Reads sites, users and tokens again, after a change or another window's. */
  async refreshSites(): Promise<void> {
    const moved = await this.accounts.refresh();
    this.state.indexRevision++; // which functions the token may call
    if (moved) await this.choose(this.state.functionName);
    else await this.describe();
  }

  async selectSite(wwwroot: string, user: string): Promise<void> {
    if (!this.ports.sites.get(wwwroot)) return;
    await this.ports.sites.select(wwwroot, user);
    await this.refreshSites();
  }

  async testConnection(): Promise<ConnectionResult | undefined> {
    await this.start();
    const result = await this.accounts.test(() => {
      this.changed();
    });
    await this.refreshSites();
    return result;
  }

  setMock(mock: PanelState['mock']): void {
    this.state.mock = mock;
    this.changed();
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

  /** `from` is where the text was typed: what the webview typed is not sent back to it. */
  async edit(text: string, from: 'webview' | 'editor' = 'webview'): Promise<void> {
    if (from === 'editor') this.setArguments(text);
    this.state.arguments = text;
    this.state.refused = false;
    this.typed = true;
    this.changed();
    await this.ports.drafts.set(this.wwwroot, this.state.functionName, text, await this.accounts.token());
  }

  async resetArguments(): Promise<void> {
    await this.ports.drafts.delete(this.wwwroot, this.state.functionName);
    this.typed = false;
    this.setArguments(sampleText(this.known));
    this.changed();
  }

  cancel(): void {
    this.running?.abort();
  }

  /** `anyway`: although the arguments are not what the function takes, to see what the site says. */
  async send(anyway = false): Promise<SendResult> {
    await this.start();
    const { site } = this.accounts.selected ?? {};
    const { functionName } = this.state;
    if (this.running || !site || functionName === '' || !this.ports.isTrusted()) return 'refused';
    const args = parseArguments(this.state.arguments);
    if (args === undefined) return 'invalid-arguments';
    if (this.state.problems.length > 0 && !anyway) {
      this.state.refused = true;
      this.changed();
      return 'invalid-arguments';
    }
    const running = new AbortController();
    this.running = running;
    try {
      const token = await this.tokenFor(site);
      const call = { function: functionName, args };
      if (!token || !(await this.mayWrite(site, call))) return 'refused';
      this.state.sending = true;
      this.changed();
      const answer = await this.ports.call(call, this.known, site, token, running.signal);
      this.answer = { name: functionName, ...answer };
      this.state.outcome = answer.view;
      this.state.outcomeRevision++;
      return 'done';
    } finally {
      this.running = undefined;
      this.state.sending = false;
      this.changed();
    }
  }

  private get wwwroot(): string {
    return this.accounts.selected?.site.wwwroot ?? '';
  }

  private async tokenFor(site: Site): Promise<Secret | undefined> {
    const token = await this.accounts.token();
    if (token || !(await this.ports.askToken(site, this.accounts.selected?.user))) return token;
    await this.accounts.refresh();
    return this.accounts.selected?.site.wwwroot === site.wwwroot ? this.accounts.token() : undefined;
  }

  /** Asks once per function and window before a production site is written to. */
  private async mayWrite(site: Site, call: Call): Promise<boolean> {
    const asked = this.writing(site, call).filter((name) => !this.confirmed.has(`${site.wwwroot} ${name}`));
    if (asked.length > 0 && !(await this.ports.confirmWrite(site, asked))) return false;
    for (const name of asked) this.confirmed.add(`${site.wwwroot} ${name}`);
    return true;
  }

  private writing({ production }: Site, { function: name, args }: Call): string[] {
    return production ? [...writingFunctions(name, args, (each) => this.types.get(each))] : [];
  }

  /** The name and what was typed for it count at once; what the index knows follows. */
  private async choose(name: string, outcome: 'clear' | 'keep' = 'clear'): Promise<void> {
    this.state.functionName = name;
    if (outcome === 'clear') this.clear(name);
    this.changed();
    await this.describe();
  }

  /** What index and token know of the chosen function. */
  private async describe(): Promise<void> {
    const name = this.state.functionName;
    const [known, functions] = await Promise.all([
      name === '' ? null : this.ports.function(name, this.uri),
      this.functions(),
    ]);
    if (this.state.functionName !== name) return;
    this.known = known;
    this.state.brief = functions.find((each) => each.name === name) ?? null;
    if (known && !this.typed) this.setArguments(sampleText(known));
    this.changed();
  }

  private clear(name: string): void {
    const draft = this.draft(name);
    this.state.outcome = null;
    this.answer = undefined;
    this.known = null;
    this.state.brief = null;
    this.state.refused = false;
    this.typed = draft !== undefined;
    this.setArguments(draft ?? '{}');
  }

  /** What was typed before there was a site belongs to the site that comes. */
  private draft(name: string): string | undefined {
    return this.ports.drafts.get(this.wwwroot, name) ?? this.ports.drafts.get('', name);
  }

  private setArguments(text: string): void {
    if (text === this.state.arguments) return;
    this.state.arguments = text;
    this.state.argumentsRevision++;
  }

  private changed(): void {
    const args = parseArguments(this.state.arguments);
    this.state.problems = args === undefined ? [] : argumentProblems(this.known, args);
    const { site } = this.accounts.selected ?? {};
    const name = this.state.functionName;
    this.state.writing = site && name !== '' ? this.writing(site, { function: name, args: args ?? {} }) : [];
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
