import type { Position } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Catalogue } from '../../catalogue/catalogue.ts';
import { KnownFunctions } from '../../index/knownFunctions.ts';
import type { IndexSnapshot } from '../../index/snapshot.ts';
import { IndexStore } from '../../index/store.ts';
import { findPlugin, pluginCodebase, treeCodebase } from '../../workspace/codebase.ts';
import type { Files } from '../../workspace/files.ts';
import { baseName, directoryOf, uriOfPath } from '../../workspace/paths.ts';
import type { FeatureDocument } from './document.ts';

/** Path → text. */
export type Tree = Readonly<Record<string, string>>;

export function memoryFiles(tree: Tree): Files {
  const isFile = (path: string) => Object.hasOwn(tree, path);
  return {
    read: (path) => (isFile(path) ? tree[path] : undefined),
    isFile,
    stamp: (path) => (isFile(path) ? tree[path] : undefined),
    realPath: (path) => path,
    list: (path) => {
      const names = new Map<string, boolean>();
      for (const file of Object.keys(tree)) {
        if (!file.startsWith(`${path}/`)) continue;
        const [name = '', ...rest] = file.slice(path.length + 1).split('/');
        names.set(name, rest.length > 0);
      }
      return names.size === 0
        ? undefined
        : [...names].map(([name, isDirectory]) => ({ name, isDirectory })).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}

/** A small plugin that stands alone. */
export const plugin: Tree = {
  '/code/local_shop/version.php': "<?php\n$plugin->component = 'local_shop';\n",
  '/code/local_shop/db/services.php': `<?php
$functions = [
    'local_shop_get_orders' => [
        'classname' => 'local_shop\\external\\get_orders',
        'description' => 'Returns the orders of a user.',
        'type' => 'read',
        'ajax' => true,
        'capabilities' => 'local/shop:view',
    ],
    'local_shop_pay' => [
        'classname' => 'local_shop\\external\\pay',
        'methodname' => 'pay_order',
        'description' => 'Pays <b>an</b> [order](command:x).',
        'type' => 'write',
    ],
];
$services = [
    'Shop' => [
        'shortname' => 'shop_service',
        'functions' => ['local_shop_get_orders'],
        'enabled' => 1,
    ],
];
`,
  '/code/local_shop/db/access.php': `<?php
$capabilities = [
    'local/shop:view' => ['captype' => 'read'],
    'local/shop:pay' => ['captype' => 'write'],
];
`,
  '/code/local_shop/classes/external/get_orders.php': `<?php
namespace local_shop\\external;

use core_external\\external_api;
use core_external\\external_function_parameters;
use core_external\\external_multiple_structure;
use core_external\\external_value;

class get_orders extends external_api {
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'userid' => new external_value(PARAM_INT, 'Whose orders'),
            'limit' => new external_value(PARAM_INT, 'How many', VALUE_DEFAULT, 10),
        ]);
    }

    public static function execute(int $userid, int $limit = 10): array {
        return [];
    }

    public static function execute_returns(): external_multiple_structure {
        return new external_multiple_structure(new external_value(PARAM_TEXT, 'A title'));
    }
}
`,
  '/code/local_shop/classes/external/pay.php': `<?php
namespace local_shop\\external;

class pay extends \\core_external\\external_api {
    public static function pay_order_parameters() {
        return new \\core_external\\external_function_parameters([]);
    }

    public static function pay_order() {
    }

    public static function pay_order_returns() {
        return null;
    }
}
`,
};

/** The same plugin below a small Moodle. */
export const moodle: Tree = {
  '/moodle/version.php': "<?php\n$branch = '404';\n$release = '4.4';\n",
  '/moodle/lib/moodlelib.php': '<?php\n',
  '/moodle/lib/components.json': JSON.stringify({
    plugintypes: { local: 'local', mod: 'mod' },
    subsystems: { course: 'course' },
  }),
  '/moodle/lib/db/services.php': `<?php
$functions = array(
    'core_course_get_contents' => array(
        'classname' => 'core_course_external',
        'methodname' => 'get_course_contents',
        'classpath' => 'course/externallib.php',
        'description' => 'Get course contents',
        'type' => 'read',
        'ajax' => true,
        'services' => array(MOODLE_OFFICIAL_MOBILE_SERVICE),
    ),
    'core_course_old' => array(
        'classname' => 'core_course_external',
        'methodname' => 'old',
        'description' => '** DEPRECATED ** Use another one.',
        'type' => 'read',
    ),
);
$services = array(
    'Moodle mobile web service' => array(
        'functions' => array(),
        'shortname' => 'moodle_mobile_app',
    ),
);
`,
  '/moodle/lib/db/access.php': "<?php\n$capabilities = array('moodle/course:view' => array('captype' => 'read'));\n",
  '/moodle/course/externallib.php': `<?php
class core_course_external extends external_api {
    public static function get_course_contents_parameters() {
        return new external_function_parameters(array('courseid' => new external_value(PARAM_INT, 'course id')));
    }
    public static function get_course_contents($courseid) {
    }
    public static function get_course_contents_returns() {
        return null;
    }
    public static function old_parameters() {
        return new external_function_parameters(array());
    }
    public static function old() {
    }
    public static function old_returns() {
        return null;
    }
}
`,
  ...Object.fromEntries(
    Object.entries(plugin).map(([path, text]) => [path.replace('/code/local_shop', '/moodle/local/shop'), text]),
  ),
};

const languages: Readonly<Record<string, string>> = {
  php: 'php',
  js: 'javascript',
  ts: 'typescript',
  vue: 'vue',
  mustache: 'mustache',
  html: 'html',
  sh: 'shellscript',
  http: 'http',
  py: 'python',
};

export interface Opened {
  readonly index: IndexSnapshot;
  readonly document: FeatureDocument;
  /** Where the `█` was; the beginning without one. */
  readonly position: Position;
  readonly store: IndexStore;
}

/** `facts`: lines as in catalogue/moodle.jsonl. */
export function storeOf(tree: Tree, facts?: string): IndexStore {
  const files = memoryFiles(tree);
  const known = facts === undefined ? undefined : new KnownFunctions(() => new Catalogue(facts));
  if (files.isFile('/moodle/version.php'))
    return new IndexStore(treeCodebase(files, '/moodle', 'moodle'), files, undefined, known);
  const found = findPlugin(files, directoryOf(Object.keys(tree)[0] ?? '/'));
  return new IndexStore(pluginCodebase(found ? [found] : []), files, undefined, known);
}

/** Opens `path` of a tree with another text, in which `█` is the cursor. */
export function open(tree: Tree, path: string, marked: string, facts?: string): Opened {
  const offset = Math.max(marked.indexOf('█'), 0);
  const text = marked.replace('█', '');
  const store = storeOf(tree, facts);
  const languageId = languages[baseName(path).split('.').at(-1) ?? ''] ?? 'plaintext';
  if (languageId === 'php') store.apply(new Map([[path, text]]));
  const textDocument = TextDocument.create(uriOfPath(path), languageId, 1, text);
  const document = { uri: textDocument.uri, path, languageId, text: textDocument };
  return { index: store.snapshot, document, position: textDocument.positionAt(offset), store };
}

/** The text of a file of a tree with a `█` behind the first `before` and before `after`. */
export function cursorAt(text: string, before: string, after = ''): string {
  const at = text.indexOf(before + after);
  if (at < 0) throw new Error(`no "${before + after}"`);
  return `${text.slice(0, at + before.length)}█${text.slice(at + before.length)}`;
}
