import { l10n, window } from 'vscode';
import type { Disposable } from 'vscode';
import type { MockFunctions } from '../../../webservice/src/mock/site.ts';
import type { MockServer } from '../../../webservice/src/transport/mockServer.ts';
import { Secret } from '../../../webservice/src/wire/secret.ts';
import { parseWwwroot } from '../../../webservice/src/wire/wwwroot.ts';
import type { Wwwroot } from '../../../webservice/src/wire/wwwroot.ts';
import type { PanelState } from '../panel/messages.ts';
import type { Storage } from '../sites/sites.ts';
import { forgetUsers } from './removeSite.ts';
import type { SiteServices } from './services.ts';

const key = 'moodleWs.mockSite';

export interface MockSitePorts {
  services: SiteServices;
  /** Of this workspace: remembers the address, so that what was typed for the mock site is found again. */
  workspace: Storage;
  functions: MockFunctions;
  onState(state: PanelState['mock']): void;
  onBug: (error: unknown) => void;
}

/** A Moodle site in this window that answers from the code of the workspace, listed as a site while it runs. */
export class MockSiteCommands implements Disposable {
  private readonly ports: MockSitePorts;
  private running: MockServer | undefined;
  private starting = false;

  constructor(ports: MockSitePorts) {
    this.ports = ports;
  }

  /** Takes the site of an earlier window out of the list: it ended with that window. */
  async clean(): Promise<void> {
    const wwwroot = this.address();
    if (wwwroot !== undefined && !this.running) await this.unlist(wwwroot);
  }

  async start(): Promise<void> {
    if (this.running || this.starting) return;
    this.starting = true;
    this.ports.onState('starting');
    const server = await this.listen();
    this.starting = false;
    this.running = server;
    this.ports.onState(server ? 'on' : 'off');
    if (!server) return;
    const { sites, tokens, onChange, test } = this.ports.services;
    const wwwroot = wwwrootOf(server.wwwroot);
    const users = [{ id: '1', name: server.username }];
    await sites.put({ name: l10n.t('Mock site'), wwwroot, production: false, users });
    await tokens.set('1', new Secret(server.token, wwwroot));
    await sites.select(wwwroot, '1');
    await this.ports.workspace.update(key, wwwroot);
    await onChange();
    await test();
  }

  async stop(): Promise<void> {
    const { running } = this;
    if (!running) return;
    this.running = undefined;
    await running.close();
    await this.unlist(wwwrootOf(running.wwwroot));
    this.ports.onState('off');
  }

  dispose(): void {
    void this.running?.close();
  }

  /** On the port of the last time, else on any. */
  private async listen(): Promise<MockServer | undefined> {
    const { startMockServer } = await import('../../../webservice/src/transport/mockServer.ts');
    const { functions, onBug: failed } = this.ports;
    const known = this.address();
    const port = known === undefined ? 0 : Number(new URL(known).port);
    let started = await startMockServer({ functions, port, failed });
    if (started.kind === 'port-in-use') started = await startMockServer({ functions, failed });
    if (started.kind === 'started') return started.server;
    const reason = started.kind === 'failed' ? started.code : '';
    void window.showErrorMessage(l10n.t('The mock site cannot listen on 127.0.0.1: {0}', reason));
    return undefined;
  }

  private address(): Wwwroot | undefined {
    const stored = this.ports.workspace.get(key);
    const parsed = typeof stored === 'string' ? parseWwwroot(stored) : undefined;
    return parsed?.kind === 'wwwroot' ? parsed.wwwroot : undefined;
  }

  private async unlist(wwwroot: Wwwroot): Promise<void> {
    const { services } = this.ports;
    const site = services.sites.get(wwwroot);
    if (!site) return;
    await forgetUsers(services, site, site.users);
    await services.sites.remove(wwwroot);
    await services.onChange();
  }
}

function wwwrootOf(address: string): Wwwroot {
  const parsed = parseWwwroot(address);
  if (parsed.kind !== 'wwwroot') throw new Error(parsed.message);
  return parsed.wwwroot;
}
