/** A small Moodle 4.4 with the plugin local_shop, in memory. */
import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import type { SchemaNode } from '../../../webservice/src/schema/node.ts';
import { pluginCodebase, treeCodebase } from '../workspace/codebase.ts';
import { below, MemoryFiles } from '../workspace/memoryFiles.testkit.ts';
import type { KnownFunctions } from './knownFunctions.ts';
import { IndexStore } from './store.ts';

export const root = '/m';
export const shop = `${root}/local/shop`;

const php = (text: string) => `<?php\n${text}\n`;

const core = {
  'version.php': php("$branch = '404'; $release = '4.4 (Build: 1)';"),
  'lib/components.json': JSON.stringify({
    plugintypes: { local: 'local', mod: 'mod', gradingform: 'grade/grading/form' },
    subsystems: { course: 'course', grading: 'grade/grading', ajax: null },
  }),
  'lib/moodlelib.php': php(`
define('PARAM_INT', 'int');
define('PARAM_TEXT', 'text');
define('PARAM_RAW', 'raw');
define('PARAM_INTEGER', PARAM_INT);
define('VALUE_DEFAULT', 0); define('VALUE_REQUIRED', 1); define('VALUE_OPTIONAL', 2);
define('NULL_NOT_ALLOWED', false);
define('NULL_ALLOWED', true);
define('MOODLE_OFFICIAL_MOBILE_SERVICE', 'moodle_mobile_app');
function core_helper($x) { return 'core ' . $x; }`),
  'lib/weblib.php': php("define('FORMAT_HTML', '1');"),
  'lib/setup.php': php('require_once($CFG->libdir . \'/weblib.php\');\nrequire_once("$CFG->libdir/datalib.php");'),
  'lib/datalib.php': php('class datalib_thing { const NAME = "data"; }'),
  'lib/db/services.php': php('$functions = [];'),
  'lib/external/classes/external_api.php': php('namespace core_external; class external_api {}'),
};

/** `local_shop_get`, implemented by an autoloaded class. */
export const functions = (entry = "'classname' => 'local_shop\\\\external\\\\get', 'type' => 'read'") =>
  php(`$functions = [\n    'local_shop_get' => [${entry}],\n];`);

/** An external class whose parameters are what the expression makes. */
export const externalClass = (parameters: string, more = '', head = 'namespace local_shop\\external;', name = 'get') =>
  php(`${head}
use core_external\\external_api;
use core_external\\external_function_parameters;
use core_external\\external_multiple_structure;
use core_external\\external_single_structure;
use core_external\\external_value;
class ${name} extends external_api {
    public static function execute_parameters() {
        return new external_function_parameters(${parameters});
    }
    public static function execute($id) {
        return 1;
    }
    public static function execute_returns() {
        return null;
    }
${more}}`);

const plugin = (files: Readonly<Record<string, string>>) => ({
  'version.php': php("$plugin->component = 'local_shop';"),
  'db/services.php': functions(),
  ...files,
});

export interface Opened {
  readonly files: MemoryFiles;
  readonly store: IndexStore;
}

/** The tree with these files of the plugin (relative), and others (absolute). */
export function openTree(files: Readonly<Record<string, string>>): Opened {
  const absolute = Object.entries(files).filter(([path]) => path.startsWith('/'));
  const ofPlugin = Object.entries(files).filter(([path]) => !path.startsWith('/'));
  const memory = new MemoryFiles({
    ...below(root, core),
    ...below(shop, plugin(Object.fromEntries(ofPlugin))),
    ...Object.fromEntries(absolute),
  });
  return { files: memory, store: new IndexStore(treeCodebase(memory, root, 'moodle'), memory) };
}

/** The plugin without a tree around it. */
export function openPlugin(files: Readonly<Record<string, string>>, known?: KnownFunctions): Opened {
  const memory = new MemoryFiles(below('/src/shop', plugin(files)));
  return {
    files: memory,
    store: new IndexStore(pluginCodebase([{ name: 'local_shop', directory: '/src/shop' }]), memory, undefined, known),
  };
}

export function described({ store }: Opened, name = 'local_shop_get'): ExternalFunction {
  const fn = store.snapshot.functions.get(name);
  if (!fn) throw new Error(`${name} is not declared`);
  return store.snapshot.describe(fn);
}

/**
 * A schema at a glance: `int`, `int?` (optional), `int=5` (default), keys and lists as they are, `!` behind what is
 * incomplete.
 */
function glance(node: SchemaNode | null): unknown {
  switch (node?.kind) {
    case undefined:
      return null;
    case 'single':
      return Object.fromEntries(node.keys.map(([key, inner]) => [key, glance(inner)]));
    case 'multiple':
      return [glance(node.content)];
    case 'value': {
      const { type, required, complete } = node;
      const suffix =
        required === 'VALUE_OPTIONAL' ? '?' : required === 'VALUE_DEFAULT' ? `=${JSON.stringify(node.default)}` : '';
      return `${type}${suffix}${complete ? '' : '!'}`;
    }
  }
}

export const parametersOf = (opened: Opened, name?: string) => glance(described(opened, name).parameters);
