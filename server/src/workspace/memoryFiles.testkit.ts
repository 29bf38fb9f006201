import type { DirectoryEntry, Files } from './files.ts';
import { isInside } from './paths.ts';

/** A file system in memory, with links to directories, that counts what is asked of it. */
export class MemoryFiles implements Files {
  readonly counts = { read: 0, list: 0, isFile: 0 };
  /** Link → its target. */
  readonly links = new Map<string, string>();

  constructor(private readonly texts: Record<string, string>) {}

  write(path: string, text: string): void {
    this.texts[path] = text;
  }

  remove(path: string): void {
    for (const one of Object.keys(this.texts)) if (isInside(one, path)) Reflect.deleteProperty(this.texts, one);
    this.links.delete(path);
  }

  read(path: string): string | undefined {
    this.counts.read += 1;
    const real = this.follow(path);
    return real !== undefined && Object.hasOwn(this.texts, real) ? this.texts[real] : undefined;
  }

  /** A text is its own stamp. */
  stamp(path: string): string | undefined {
    const real = this.follow(path);
    return real !== undefined && Object.hasOwn(this.texts, real) ? this.texts[real] : undefined;
  }

  isFile(path: string): boolean {
    this.counts.isFile += 1;
    const real = this.follow(path);
    return real !== undefined && Object.hasOwn(this.texts, real);
  }

  list(path: string): DirectoryEntry[] | undefined {
    this.counts.list += 1;
    const real = this.follow(path);
    if (real === undefined) return undefined;
    const entries = new Map<string, DirectoryEntry>();
    for (const file of Object.keys(this.texts)) {
      if (!isInside(file, real) || file === real) continue;
      const [name = '', ...rest] = file.slice(real === '/' ? 1 : real.length + 1).split('/');
      entries.set(name, { name, isDirectory: rest.length > 0 });
    }
    for (const [link, target] of this.links) {
      const name = link.slice(link.lastIndexOf('/') + 1);
      if (link === `${real}/${name}`) entries.set(name, { name, isDirectory: this.isDirectory(target), isLink: true });
    }
    return entries.size === 0 ? undefined : [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  realPath(path: string): string | undefined {
    const real = this.follow(path);
    return real !== undefined && (Object.hasOwn(this.texts, real) || this.isDirectory(real)) ? real : undefined;
  }

  private isDirectory(path: string): boolean {
    const real = this.follow(path);
    return real !== undefined && Object.keys(this.texts).some((one) => one !== real && isInside(one, real));
  }

  /** Undefined for a loop of links. */
  private follow(path: string): string | undefined {
    let at = path;
    for (let steps = 0; steps < 20; steps += 1) {
      const link = [...this.links.keys()].find((one) => isInside(at, one));
      if (link === undefined) return at;
      at = (this.links.get(link) ?? '') + at.slice(link.length);
    }
    return undefined;
  }
}

/** Below a folder. */
export const below = (folder: string, tree: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(tree).map(([path, text]) => [`${folder}/${path}`, text]));

const external = (component: string, name: string) => `<?php
namespace ${component}\\external;
class ${name} extends \\core_external\\external_api {
    public static function execute_parameters() {
        return new \\core_external\\external_function_parameters([]);
    }
    public static function execute() {
    }
    public static function execute_returns() {
        return null;
    }
}
`;

/** A plugin with one function, `<component>_get`. */
export const pluginFiles = (component: string): Record<string, string> => ({
  'version.php': `<?php\n$plugin->component = '${component}';\n`,
  'db/services.php': `<?php\n$functions = ['${component}_get' => ['classname' => '${component}\\external\\get', 'type' => 'read']];\n`,
  'classes/external/get.php': external(component, 'get'),
});

/** A small tree with the function `core_get` and the plugin types local and mod. */
export const treeFiles = (release = '4.4'): Record<string, string> => ({
  'version.php': `<?php\n$release = '${release}';\n$branch = '${release.replace('.', '0')}';\n`,
  'lib/moodlelib.php': '<?php\n',
  'lib/components.json': JSON.stringify({ plugintypes: { local: 'local', mod: 'mod' }, subsystems: {} }),
  'lib/db/services.php':
    "<?php\n$functions = ['core_get' => ['classname' => 'core\\external\\get', 'type' => 'read']];\n",
  'lib/classes/external/get.php': external('core', 'get'),
});
