import { beforeEach, expect, it } from 'vitest';
import { treeCodebase } from '../workspace/codebase.ts';
import { MemoryFiles } from '../workspace/memoryFiles.testkit.ts';
import { IndexStore } from './store.ts';

const base = `<?php
namespace core\\external;
abstract class exporter {
    public static function get_read_structure() {
        $keys = [];
        foreach (static::define_properties() as $name => $type) {
            $keys[$name] = new \\core_external\\external_value($type, $name);
        }
        return new \\core_external\\external_single_structure($keys);
    }
}
`;
const external = (name: string, returns: string) => `<?php
namespace mod_chat\\external;
use core_external\\external_function_parameters;
use core_external\\external_value;
class ${name} extends \\core_external\\external_api {
    public static function execute_parameters() {
        return new external_function_parameters(['id' => new external_value(PARAM_INT, 'Id')]);
    }
    public static function execute(int $id) {
        return [];
    }
    public static function execute_returns() {
        return ${returns};
    }
}
`;
const services = `<?php
$functions = [
    'mod_chat_get_room' => ['classname' => 'mod_chat\\external\\get_room', 'type' => 'read'],
    'mod_chat_leave' => ['classname' => 'mod_chat\\external\\leave', 'type' => 'write'],
    'mod_chat_missing' => ['classname' => 'mod_chat\\external\\missing', 'type' => 'read'],
];
`;

const paths = {
  services: '/moodle/mod/chat/db/services.php',
  room: '/moodle/mod/chat/classes/external/get_room.php',
  exporter: '/moodle/mod/chat/classes/external/room_exporter.php',
  base: '/moodle/lib/classes/external/exporter.php',
  missing: '/moodle/mod/chat/classes/external/missing.php',
};

let files: MemoryFiles;
let store: IndexStore;

beforeEach(() => {
  files = new MemoryFiles({
    '/moodle/version.php': "<?php\n$branch = '404';\n",
    '/moodle/lib/components.json': '{"plugintypes": {"mod": "mod"}, "subsystems": {}}',
    '/moodle/lib/moodlelib.php': "<?php\ndefine('PARAM_INT', 'int');\ndefine('PARAM_TEXT', 'text');\n",
    '/moodle/mod/chat/version.php': "<?php\n$plugin->component = 'mod_chat';\n",
    [paths.services]: services,
    [paths.base]: base,
    [paths.exporter]: `<?php
namespace mod_chat\\external;
class room_exporter extends \\core\\external\\exporter {
    protected static function define_properties() {
        return ['name' => PARAM_TEXT];
    }
}
`,
    [paths.room]: external('get_room', 'room_exporter::get_read_structure()'),
    '/moodle/mod/chat/classes/external/leave.php': external('leave', 'null'),
  });
  store = new IndexStore(treeCodebase(files, '/moodle', 'moodle'), files);
  store.snapshot.describeAll();
});

/** The work that an edit causes until all schemas are known again. */
function workAfter(path: string, edit: (text: string) => string) {
  const before = { evaluated: store.memory.evaluated, parsed: store.islands.parsed, read: store.filesRead };
  store.apply(new Map([[path, edit(files.read(path) ?? '')]]));
  store.snapshot.describeAll();
  return {
    evaluated: store.memory.evaluated - before.evaluated,
    parsed: store.islands.parsed - before.parsed,
    read: store.filesRead - before.read,
  };
}

const described = (name: string) => {
  const fn = store.snapshot.functions.get(name);
  return fn && store.snapshot.describe(fn);
};
const returnedKeys = (name: string) => {
  const returns = described(name)?.returns;
  return returns?.kind === 'single' ? returns.keys.map(([key]) => key) : undefined;
};

it('typing in execute() renews no schema, parses nothing and reads no file', () => {
  expect(workAfter(paths.room, (text) => text.replace('return [];', 'return ["x"];'))).toEqual({
    evaluated: 0,
    parsed: 0,
    read: 0,
  });
});

it('typing in execute() lexes what the edit can reach of its own file, and no other', () => {
  const long = (text: string) => text.replace('return [];', `${'$x = 1;\n'.repeat(1000)}return [];`);
  workAfter(paths.room, long);
  const tokens = () => new Map(store.loadedPaths().map((path) => [path, store.snapshot.file(path)?.islands.tokens]));
  const before = tokens();
  workAfter(paths.room, (text) => long(text).replace('return [];', 'return ["x"];'));
  const lexed = [...tokens()].filter(([path, one]) => one !== before.get(path));
  expect(lexed.map(([path]) => path)).toEqual([paths.room]);
  expect(lexed[0]?.[1]?.lexed).toBeLessThan(1000);
});

it('an edit of a grandparent renews exactly the schemas that went through it', () => {
  const work = workAfter(paths.base, (text) =>
    text.replace('$keys = [];', "$keys = ['extra' => new \\core_external\\external_value(PARAM_INT)];"),
  );
  expect(work).toMatchObject({ evaluated: 1, read: 0 });
  expect(returnedKeys('mod_chat_get_room')).toEqual(['extra', 'name']);
});

it('a new member of a class renews what looked through it, a comment does not', () => {
  expect(workAfter(paths.exporter, (text) => text.replace('class room', '// A room.\nclass room'))).toMatchObject({
    evaluated: 0,
  });
  const override = 'public static function get_read_structure() { return null; }\n}';
  expect(workAfter(paths.exporter, (text) => text.replace(/\}\s*$/, override))).toMatchObject({ evaluated: 1 });
  expect(described('mod_chat_get_room')?.returns).toBeNull();
});

it('another parent renews what looked through the class, though its brace is missing', () => {
  workAfter(paths.exporter, (text) => text.replace('exporter {', 'exporter'));
  expect(described('mod_chat_get_room')?.complete).toBe(true);
  workAfter(paths.exporter, (text) => text.replace('exporter {', 'expor'));
  expect(described('mod_chat_get_room')?.complete).toBe(false);
});

it('a constant renews the schemas that use it', () => {
  expect(workAfter('/moodle/lib/moodlelib.php', (text) => text.replace("'text'", "'raw'"))).toMatchObject({
    evaluated: 1,
  });
});

it('an entry that only moves renews nothing, an entry that changes itself', () => {
  expect(workAfter(paths.services, (text) => text.replace('$functions', '\n\n$functions'))).toMatchObject({
    read: 0,
    parsed: 0,
  });
  expect(
    workAfter(paths.services, (text) => text.replace("leave', 'type' => 'write'", "leave', 'type' => 'read'")),
  ).toMatchObject({ read: 0 });
  expect(described('mod_chat_leave')?.type).toBe('read');
});

it('a class that was missing is found once it is there', () => {
  expect(described('mod_chat_missing')).toMatchObject({ parameters: null, complete: false });
  store.apply(new Map([[paths.missing, external('missing', 'null')]]));
  expect(described('mod_chat_missing')).toMatchObject({
    complete: true,
    file: 'mod/chat/classes/external/missing.php',
  });
});

it('a deleted class is gone', () => {
  store.apply(new Map([[paths.room, null]]));
  expect(described('mod_chat_get_room')).toMatchObject({ parameters: null, complete: false });
});

it('at rest it holds less and answers the same', () => {
  const before = JSON.stringify(store.snapshot.describeAll());
  store.rest();
  expect(JSON.stringify(store.snapshot.describeAll())).toBe(before);
  expect(workAfter(paths.room, (text) => text.replace('return [];', 'return [1];'))).toMatchObject({
    evaluated: 0,
    read: 0,
  });
});

it('at rest the texts of libraries are read again when asked for, and not before', () => {
  const library = '/moodle/lib/moodlelib.php';
  store.rest();
  const before = store.filesRead;
  store.snapshot.describeAll();
  expect(store.filesRead - before).toBe(0);
  expect(store.snapshot.file(library)?.text).toContain('PARAM_INT');
  expect(store.filesRead - before).toBe(1);
});

it('at rest a change of a library is noticed', () => {
  const library = '/moodle/lib/moodlelib.php';
  store.rest();
  files.write(library, (files.read(library) ?? '').replace("'text'", "'raw'"));
  store.apply(new Map([[library, undefined]]));
  const returns = described('mod_chat_get_room')?.returns;
  expect(returns).toMatchObject({ kind: 'single', keys: [['name', { type: 'raw' }]] });
});

it('at rest an open document hides the file that it is of until it is closed', () => {
  const text = files.read(paths.base) ?? '';
  store.apply(new Map([[paths.base, text.replace("'name'", "'title'").replace('get_read_structure', 'gone')]]));
  expect(returnedKeys('mod_chat_get_room')).toBeUndefined();
  store.rest();
  store.apply(new Map([[paths.base, undefined]]));
  expect(returnedKeys('mod_chat_get_room')).toEqual(['name']);
});
