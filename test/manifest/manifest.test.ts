import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { manifest, manifestText, read, sourcesOf, texts } from './manifest.ts';

const { contributes } = manifest;
const source = sourcesOf('client').join('\n');
const commands = contributes.commands.map(({ command }) => command);

describe('activation', () => {
  it('is for folders with Moodle code, and for nothing that happens in every window', () => {
    expect(manifest.activationEvents).toEqual([
      'workspaceContains:version.php',
      'workspaceContains:*/version.php',
      'workspaceContains:public/version.php',
      'workspaceContains:server/version.php',
      'onFileSystem:moodle-ws-arguments', // an editor of arguments that was left open
    ]);
  });

  it('is where the files are, and limited in an untrusted workspace', () => {
    expect(manifest.extensionKind).toEqual(['workspace']);
    expect(manifest.capabilities.virtualWorkspaces.supported).toBe(false);
    expect(manifest.capabilities.untrustedWorkspaces.supported).toBe('limited');
    expect(manifestText).not.toContain('"browser"');
  });
});

describe('commands', () => {
  it('are registered, and those registered are contributed', () => {
    const registered = [...source.matchAll(/registerCommand\('([^']+)'/g)].map((match) => match[1]);
    expect([...registered, 'moodleWs.run'].sort()).toEqual([...commands].sort());
  });

  it('of menus and keybindings exist', () => {
    const used = [...Object.values(contributes.menus).flat(), ...contributes.keybindings].map(({ command }) => command);
    const views = Object.values(contributes.views).flat();
    const known = [...commands, ...views.map(({ id }) => `${id}.focus`)];
    expect(used.filter((command) => !known.includes(command))).toEqual([]);
  });

  it('depend on context keys that the extension sets', () => {
    const declared = /type ContextKey =([^;]+);/.exec(read('client/src/contextKeys.ts'))![1]!;
    const keys = [...declared.matchAll(/'(\w+)'/g)].map((match) => `moodleWs.${match[1]!}`);
    const clauses = [
      ...contributes.commands.map(({ enablement }) => enablement),
      ...contributes.keybindings.map(whenOf),
    ]
      .concat(Object.values(contributes.menus).flat().map(whenOf))
      .join(' ');
    const asked = [...clauses.matchAll(/moodleWs\.\w+/g)].map(([key]) => key).filter((key) => key !== 'moodleWs.panel');
    expect([...new Set(asked)].sort()).toEqual(keys.sort());
  });
});

describe('settings', () => {
  it('that name a path are ignored in an untrusted workspace', () => {
    expect(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations).toEqual([
      'moodleWs.moodlePath',
      'moodleWs.catalogueFile',
    ]);
  });

  it('hold no token and no address', () => {
    expect(Object.keys(contributes.configuration.properties).filter((key) => /token|url|site/i.test(key))).toEqual([]);
  });

  it('read by the client exist', () => {
    const asked = [...source.matchAll(/getConfiguration\('moodleWs'\)\.get(?:<\w+>)?\('([^']+)'/g)].map(
      (match) => `moodleWs.${match[1]!}`,
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((key) => !(key in contributes.configuration.properties))).toEqual([]);
  });
});

describe('texts', () => {
  it('of the manifest are all there, and none is left over', () => {
    const used = [...manifestText.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]!);
    expect([...new Set(used)].sort()).toEqual(Object.keys(texts).sort());
  });
});

describe('files', () => {
  it('that the manifest names exist', () => {
    const icons = contributes.viewsContainers.activitybar.map(({ icon }) => icon);
    const paths = [
      manifest.icon,
      ...icons,
      ...contributes.grammars.map(pathOf),
      ...contributes.snippets.map(pathOf),
      ...contributes.jsonValidation.map(({ url }) => url).filter((url) => url.startsWith('./')), // others are made at run time
    ];
    expect(paths.filter((path) => !existsSync(new URL(`../../${path}`, import.meta.url)))).toEqual([]);
  });
});

function whenOf({ when }: { when?: string }): string | undefined {
  return when;
}

function pathOf({ path }: { path: string }): string {
  return path;
}
