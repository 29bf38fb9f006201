import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);

/** A file of the repository. */
export const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** The own source files of a room, as texts: no tests and no test kits. */
export function sourcesOf(room: 'client' | 'server'): string[] {
  const paths = readdirSync(fileURLToPath(new URL(`${room}/src`, root)), { recursive: true, encoding: 'utf8' });
  return paths
    .filter((path) => /^[^.]+\.ts$/.test(path))
    .map((path) => read(`${room}/src/${path.replaceAll('\\', '/')}`));
}

interface Command {
  command: string;
  title: string;
  category: string;
  enablement?: string;
}
interface Keybinding {
  command: string;
  key: string;
  mac?: string;
  when?: string;
}
export interface Setting {
  type: string;
  default: unknown;
  scope: string;
  enum?: string[];
  markdownDescription: string;
  enumDescriptions?: string[];
}

/** package.json, as far as VS Code reads it. */
export interface Manifest {
  main: string;
  bin: Record<string, string>;
  icon: string;
  extensionKind: string[];
  activationEvents: string[];
  capabilities: {
    untrustedWorkspaces: { supported: string; restrictedConfigurations: string[] };
    virtualWorkspaces: { supported: boolean };
  };
  contributes: {
    commands: Command[];
    keybindings: Keybinding[];
    menus: Record<string, { command: string; when?: string }[]>;
    viewsContainers: { activitybar: { id: string; icon: string }[] };
    views: Record<string, { id: string; type: string; name: string }[]>;
    configuration: { properties: Record<string, Setting> };
    grammars: { path: string }[];
    jsonValidation: { fileMatch: string; url: string }[];
    snippets: { path: string }[];
  };
}

export const manifestText = read('package.json');
export const manifest = JSON.parse(manifestText) as Manifest;
export const texts = JSON.parse(read('package.nls.json')) as Record<string, string>;

/** A text of the manifest as a user reads it. */
export function resolved(text: string): string {
  return text.replace(/^%(.+)%$/, (_, key: string) => texts[key] ?? `missing: ${key}`);
}
