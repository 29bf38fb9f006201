/**
 * Where the components of a Moodle are: the rules of lib/classes/component.php (plugin types and subsystems of
 * lib/components.json, subplugins of db/subplugins.json), for Moodle ≤ 5.0, ≥ 5.1 (`public/`), Totara (`server/`), and
 * for plugins that stand alone or shadow their copy in a tree.
 */
import type { Files } from './files.ts';
import { directoryOf, normalPath } from './paths.ts';

export interface Component {
  /** Frankenstyle: `core`, `core_course`, `mod_assign`. */
  readonly name: string;
  /** Absolute directory. */
  readonly directory: string;
}

/** What kind of place an index is about. */
export type CodebaseKind = 'moodle' | 'totara' | 'plugin';

export interface Codebase {
  readonly kind: CodebaseKind;
  /** The tree's root as `$CFG->dirroot` has it (below `public/` or `server/` there); the plugin's directory when alone. */
  readonly root: string;
  /** `404`; undefined when not said. */
  readonly branch: string | undefined;
  readonly release: string | undefined;
  /** `2024042200.01`, as version.php has it. */
  readonly version: string | undefined;
  readonly components: ReadonlyMap<string, Component>;
  /** Plugin type → its plugins: name without type → directory. Empty for a plugin alone. */
  readonly plugins: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Plugin directories of the tree whose files are elsewhere: links, and copies that a checkout stands in for. */
  readonly moved: ReadonlyMap<string, string>;
}

const pluginName = /^[a-z](?:[a-z0-9_](?!__))*[a-z0-9]+$|^[a-z]$/;
/** Plugin types whose plugins may have subplugins. */
const parentTypes = new Set(['mod', 'editor', 'tool', 'local', 'totara']);

/** Whether a component is Moodle's core or one of its subsystems. */
export const isCore = ({ name }: Pick<Component, 'name'>): boolean => name === 'core' || name.startsWith('core_');

/** The component name that stands for core in `component` columns of Moodle's database. */
export const storedComponent = (name: string): string => (isCore({ name }) ? 'moodle' : name);

/** The folder that people call the tree: the one above `public/` or `server/`, where there is one. */
export const topOf = ({ kind, root }: Codebase): string =>
  kind !== 'plugin' && /\/(public|server)$/.test(root) ? directoryOf(root) : root;

/** The root of the tree around `path` (inclusive), or undefined. */
export function findTreeRoot(files: Files, path: string): { root: string; kind: CodebaseKind } | undefined {
  for (let at = normalPath(path); ; at = directoryOf(at)) {
    const root = treeRootAt(files, at);
    if (root) return root;
    if (directoryOf(at) === at) return undefined;
  }
}

/** The tree whose top folder is `directory`: the folder itself, or `public/` or `server/` below it. */
export function treeRootAt(files: Files, directory: string): { root: string; kind: CodebaseKind } | undefined {
  const root = [directory, `${directory}/public`, `${directory}/server`].find((one) => isTree(files, one));
  if (root === undefined) return undefined;
  return { root, kind: /\$TOTARA\b/.test(files.read(`${root}/version.php`) ?? '') ? 'totara' : 'moodle' };
}

const isTree = (files: Files, root: string) =>
  files.isFile(`${root}/version.php`) &&
  files.isFile(`${root}/lib/db/services.php`) &&
  files.isFile(`${root}/lib/moodlelib.php`);

/** The directory of the plugin around `path` (inclusive) that is no whole tree: the nearest version.php with a component. */
export function findPlugin(files: Files, path: string): Component | undefined {
  for (let at = normalPath(path); ; at = directoryOf(at)) {
    const name = componentFromVersion(files, at);
    if (name !== undefined) return { name, directory: at };
    if (directoryOf(at) === at) return undefined;
  }
}

export function componentFromVersion(files: Files, directory: string): string | undefined {
  const text = files.isFile(`${directory}/version.php`) ? files.read(`${directory}/version.php`) : undefined;
  return text === undefined
    ? undefined
    : /\$(?:plugin|module)->component\s*=\s*['"]([a-z][a-z0-9_]*)['"]/.exec(text)?.[1];
}

/** A plugin alone, several beside each other without a tree, or a folder that only calls functions. */
export function pluginCodebase(plugins: readonly Component[], root = plugins[0]?.directory ?? '/'): Codebase {
  return {
    kind: 'plugin',
    root,
    branch: undefined,
    release: undefined,
    version: undefined,
    components: new Map(plugins.map((plugin) => [plugin.name, plugin])),
    plugins: new Map(),
    moved: new Map(),
  };
}

/**
 * The components of the tree at `root`. `shadows` are plugin checkouts of the workspace: each stands for the tree's copy
 * of the same component, so that a component exists once.
 */
export function treeCodebase(
  files: Files,
  root: string,
  kind: CodebaseKind,
  shadows: readonly Component[] = [],
): Codebase {
  const components = new Map<string, Component>([['core', { name: 'core', directory: `${root}/lib` }]]);
  const plugins = new Map<string, Map<string, string>>();
  const moved = new Map<string, string>();
  const lists = readLists(files, root);
  for (const [name, path] of Object.entries(lists.subsystems))
    if (typeof path === 'string')
      components.set(`core_${name}`, { name: `core_${name}`, directory: `${root}/${path}` });
  const types = Object.entries(lists.plugintypes).map(([type, path]): [string, string] => [type, `${root}/${path}`]);
  const shadowed = new Map(shadows.map((shadow) => [shadow.name, shadow]));
  // Grows while it is read: subplugin types are appended.
  for (const [type, directory] of types) {
    const found = new Map<string, string>();
    for (const entry of files.list(directory) ?? []) {
      if (!entry.isDirectory || !pluginName.test(entry.name)) continue;
      const plugin = `${directory}/${entry.name}`;
      if (!files.isFile(`${plugin}/version.php`)) continue;
      const name = `${type}_${entry.name}`;
      const linked = entry.isLink === true ? files.realPath(plugin) : undefined;
      const place = shadowed.get(name)?.directory ?? linked ?? plugin;
      if (place !== plugin) moved.set(plugin, place);
      found.set(entry.name, place);
      components.set(name, { name, directory: place });
      if (parentTypes.has(type)) types.push(...subpluginTypes(files, root, place));
    }
    plugins.set(type, found);
  }
  for (const shadow of shadows) if (!components.has(shadow.name)) components.set(shadow.name, shadow);
  const head = files.read(`${root}/version.php`) ?? '';
  const branch = /\$branch\s*=\s*['"](\d+)['"]/.exec(head)?.[1];
  const release = /\$(?:TOTARA->)?release\s*=\s*['"]([^'"]+)['"]/.exec(head)?.[1];
  const version = /\$(?:TOTARA->)?version\s*=\s*['"]?([\d.]+)/.exec(head)?.[1];
  return { kind, root, branch, release, version, components, plugins, moved };
}

interface Lists {
  plugintypes: Record<string, string>;
  subsystems: Record<string, string | null>;
}

function readLists(files: Files, root: string): Lists {
  const json = parseJson(files.read(`${root}/lib/components.json`)) as Partial<Lists> | undefined;
  if (json) return { plugintypes: json.plugintypes ?? {}, subsystems: json.subsystems ?? {} };
  // Totara, and Moodle before 3.9, hold both lists as PHP arrays of `$CFG->dirroot . '/path'`.
  const php = files.read(`${root}/lib/classes/component.php`) ?? '';
  return { plugintypes: directoriesIn(php, 'fetch_plugintypes'), subsystems: directoriesIn(php, 'fetch_subsystems') };
}

function directoriesIn(php: string, method: string): Record<string, string> {
  const start = php.indexOf(`function ${method}(`);
  const body = start < 0 ? '' : php.slice(start, php.indexOf(' function ', start + 9));
  const entries = body.matchAll(
    /'([a-z]+)'\s*=>\s*\$CFG->dirroot\s*\.\s*'\/([a-z_/]*)'(?:\s*\.\s*\$CFG->admin(?:\s*\.\s*'([a-z_/]*)')?)?/g,
  );
  const directories = Object.fromEntries(
    [...entries].map(([whole, name = '', path = '', rest = '']) => [
      name,
      whole.includes('->admin') ? `admin${rest}` : path,
    ]),
  );
  // Written as assignments behind the list.
  return method === 'fetch_plugintypes' && body !== ''
    ? { ...directories, theme: 'theme', local: 'local' }
    : directories;
}

function subpluginTypes(files: Files, root: string, plugin: string): [string, string][] {
  const json = parseJson(
    files.isFile(`${plugin}/db/subplugins.json`) ? files.read(`${plugin}/db/subplugins.json`) : undefined,
  );
  const lists = json as { plugintypes?: Record<string, string>; subplugintypes?: Record<string, string> } | undefined;
  if (lists?.subplugintypes)
    return Object.entries(lists.subplugintypes).map(([type, path]) => [type, `${plugin}/${path}`]);
  if (lists) return Object.entries(lists.plugintypes ?? {}).map(([type, path]) => [type, `${root}/${path}`]);
  const php = files.isFile(`${plugin}/db/subplugins.php`) ? (files.read(`${plugin}/db/subplugins.php`) ?? '') : '';
  return [...php.matchAll(/['"]([a-z]+)['"]\s*=>\s*['"]([a-z_/]+)['"]/g)].map(([, type = '', path = '']) => [
    type,
    `${root}/${path}`,
  ]);
}

function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const directories = new WeakMap<Codebase, ReadonlyMap<string, Component>>();

/** The component that a file belongs to: the one with the nearest directory around it. */
export function componentOf(codebase: Codebase, path: string): Component | undefined {
  let byDirectory = directories.get(codebase);
  if (!byDirectory) {
    // Where a subsystem shares a directory with a plugin type or core, the first named keeps it.
    const map = new Map<string, Component>();
    for (const component of codebase.components.values())
      if (!map.has(component.directory)) map.set(component.directory, component);
    directories.set(codebase, (byDirectory = map));
  }
  for (let at = path; ; at = directoryOf(at)) {
    const found = byDirectory.get(at);
    if (found) return found;
    if (directoryOf(at) === at) return undefined;
  }
}

/** What tells codebases apart: a change of it makes a new index. */
export function fingerprintOf(codebase: Codebase): string {
  const { kind, root, branch, release, version, components } = codebase;
  const places = [...components.values()].map(({ name, directory }) => `${name}=${directory}`);
  return [kind, root, branch, release, version, ...places].join('\n');
}
