import { Engine } from 'php-parser';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../edits/textEdit.ts';
import type { TextEdit } from '../edits/textEdit.ts';
import { newFunction } from './newFunction.ts';
import type { NewFunction } from './newFunction.ts';
import { refactorContext } from './refactor/context.ts';
import type { Now } from './refactor/context.ts';
import { provideRefactorings } from './refactorings.ts';
import { open } from './shared/index.testkit.ts';
import type { Tree } from './shared/index.testkit.ts';

const root = '/code/local_groupmanager';
const now: Now = { today: '20260131', branchOf: () => 'main' };
const services = `${root}/db/services.php`;
const className = 'local_groupmanager\\external\\create_groups';
const entry = `    'local_groupmanager_create_groups' => [
        'classname' => 'local_groupmanager\\external\\create_groups',
        'description' => 'Creates new groups.',
        'type' => 'write',
        'ajax' => true,
        'capabilities' => 'moodle/course:managegroups',
    ],
`;
const version = (requires: number) =>
  `<?php\n$plugin->component = 'local_groupmanager';\n$plugin->version = 2026010100; // Raise me.\n$plugin->requires = ${requires};\n`;
const tree = (functions: string, more: Tree = {}, requires = 2024042200): Tree => ({
  [`${root}/version.php`]: version(requires),
  [services]: `<?php\n$functions = [\n${functions}];\n`,
  ...more,
});

/** Every file after the action whose title begins so, where the cursor `█` is. Generated PHP is what PHP can read. */
function applied(files: Tree, path: string, marked: string, title: string): Tree {
  const { index, document, position } = open(files, path, marked);
  const offset = document.text.offsetAt(position);
  const actions = provideRefactorings(index, document, offset, now);
  const action = actions.find((one) => one.title.startsWith(title));
  if (!action) throw new Error(`no "${title}" in ${actions.map((one) => one.title).join(' | ')}`);
  return applyAll({ ...files, [path]: document.text.getText() }, action.edits());
}

function applyAll(files: Tree, edits: readonly TextEdit[]): Tree {
  const after: Record<string, string> = { ...files };
  for (const changed of new Set(edits.map((one) => one.path))) {
    after[changed] = applyEdits(
      after[changed] ?? '',
      edits.filter((one) => one.path === changed),
    );
    if (changed.endsWith('.php')) new Engine({ parser: { php8: true } }).parseCode(after[changed], changed);
    for (const line of after[changed].split('\n')) expect(line.length).toBeLessThanOrEqual(132);
  }
  return after;
}
const titles = (files: Tree, path: string, marked: string, when = now) => {
  const { index, document, position } = open(files, path, marked);
  return provideRefactorings(index, document, document.text.offsetAt(position), when).map(({ title }) => title);
};
const at = (text: string, word: string) => text.replace(word, `█${word}`);

const createGroups = `<?php
// This file is part of Moodle - http://moodle.org/
//
// Moodle is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// Moodle is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with Moodle.  If not, see <http://www.gnu.org/licenses/>.

namespace local_groupmanager\\external;

use core\\context\\course as context_course;
use core_external\\external_api;
use core_external\\external_function_parameters;
use core_external\\external_single_structure;
use core_external\\external_value;
use core_external\\external_warnings;

/**
 * Creates new groups.
 *
 * @package    local_groupmanager
 * @copyright  2026 Your Name <you@example.com>
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class create_groups extends external_api {
    /**
     * Describes the parameters of execute().
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'courseid' => new external_value(PARAM_INT, 'Course id'),
        ]);
    }

    /**
     * Creates new groups.
     *
     * @param int $courseid Course id
     * @return array
     */
    public static function execute(int $courseid): array {
        [
            'courseid' => $courseid,
        ] = self::validate_parameters(self::execute_parameters(), [
            'courseid' => $courseid,
        ]);

        $context = context_course::instance($courseid);
        self::validate_context($context);
        require_capability('moodle/course:managegroups', $context);

        return [
            'status' => true,
            'warnings' => [],
        ];
    }

    /**
     * Describes the return value of execute().
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        return new external_single_structure([
            'status' => new external_value(PARAM_BOOL, 'True if successful'),
            'warnings' => new external_warnings(),
        ]);
    }
}
`;
const classPath = `${root}/classes/external/create_groups.php`;
const implemented = tree(entry, { [classPath]: createGroups });
const [header = ''] = createGroups.split('\nnamespace');

describe('a new function', () => {
  const lang = `${root}/lang/en/local_groupmanager.php`;
  const files = tree('', {
    [lang]: "<?php\n$string['groupmanager:view'] = 'View';\n$string['pluginname'] = 'Groups';\n",
  });
  const made = (wanted: Partial<NewFunction>, more: Tree = {}) => {
    const all: Tree = { ...files, ...more };
    const { index, document } = open(all, services, all[services]!);
    const context = refactorContext(index, document, 0, now)!;
    const result = newFunction(context, {
      name: 'create_groups',
      type: 'write',
      ajax: true,
      capability: '',
      ...wanted,
    });
    return 'failure' in result ? result.failure : applyAll(all, result.edits);
  };

  it('is class, entry, test, capability with its text, and a higher version', () => {
    const after = made({ capability: 'local/groupmanager:manage' }) as Tree;
    expect(after[classPath]).toBe(
      createGroups
        .replaceAll('Creates new groups.', 'Create groups.')
        .replace('moodle/course:managegroups', 'local/groupmanager:manage'),
    );
    expect(after[services]).toContain(
      "'description' => 'Create groups.',\n        'type' => 'write',\n        'ajax' => true,\n",
    );
    expect(after[`${root}/tests/external/create_groups_test.php`]).toContain('create_groups::execute($course->id);');
    expect(after[`${root}/db/access.php`]).toContain(
      "    'local/groupmanager:manage' => [\n        'captype' => 'write',\n",
    );
    expect(after[lang]).toBe(
      "<?php\n$string['groupmanager:manage'] = 'Create groups';\n$string['groupmanager:view'] = 'View';\n$string['pluginname'] = 'Groups';\n",
    );
    expect(after[`${root}/version.php`]).toContain('= 2026013100;');
  });

  it('leaves capabilities of others alone, and joins those that are there', () => {
    const after = made({ capability: 'moodle/course:view', ajax: false, type: 'read' }) as Tree;
    expect(after[`${root}/db/access.php`]).toBeUndefined();
    expect(after[lang]).toBe(files[lang]);
    expect(after[services]).not.toContain('ajax');
    const access = "<?php\n$capabilities = [\n    'local/groupmanager:view' => ['captype' => 'read'],\n];\n";
    const joined = made({ capability: 'local/groupmanager:manage' }, { [`${root}/db/access.php`]: access }) as Tree;
    expect(joined[`${root}/db/access.php`]).toMatch(
      /^ {4}'local\/groupmanager:view' => .*\n {4}'local\/groupmanager:manage' => \[\n {8}'captype'/m,
    );
  });

  it('says why it cannot be', () => {
    expect(made({ name: 'Get Orders' })).toContain('is no name of a function');
    expect(made({ capability: 'manage' })).toContain('is no name of a capability');
    expect(made({}, implemented)).toContain('There is a function local_groupmanager_create_groups already');
    expect(made({}, { [classPath]: '<?php' })).toContain('There is a file');
    expect(made({}, { [services]: '<?php\n$functions = f();\n' })).toContain('is no array');
  });
});

describe('a class from its entry', () => {
  const files = tree(entry);
  const marked = at(files[services]!, 'create_groups');

  it('validates, checks and answers', () => {
    expect(applied(files, services, marked, 'Create the class')[classPath]).toBe(createGroups);
  });

  it.each([
    ['as written', ' * @copyright  2024 Acme Inc.\n', '2024 Acme Inc.'],
    [
      'of several lines',
      ' * @copyright  2024 Acme,\n *             2025 Jane Doe\n *\n * Else.\n',
      '2024 Acme, 2025 Jane Doe',
    ],
    ['up to the next tag', ' * @copyright 2024 Acme\n * @license x\n', '2024 Acme'],
    ['up to the end of the comment', ' * @copyright 2024 Acme', '2024 Acme'],
  ])('has the copyright of the plugin, %s', (_, doc, copyright) => {
    const text = version(2024042200).replace('<?php\n', `<?php\n/**\n${doc} */\n`);
    const made = applied({ ...files, [`${root}/version.php`]: text }, services, marked, 'Create the class')[classPath]!;
    expect(made).toContain(`\n * @copyright  ${copyright}\n * @license    http`);
  });

  it('wraps a long description', () => {
    const long = `Creates ${'many '.repeat(40)}groups.`;
    const described = tree(
      entry.replace('Creates new groups.', long).replace("'description' => ", "'description' =>\n"),
    );
    const lines = applied(described, services, at(described[services]!, 'create_groups'), 'Create the class')[
      classPath
    ]!;
    expect(lines).toMatch(/\n \* Creates many .*many\n \* many .*groups\.\n \*\n/);
  });

  it('is one of older Moodle where the plugin supports that', () => {
    const text = applied(tree(entry, {}, 2022112800), services, marked, 'Create the class')[classPath]!;
    expect(text).toContain(
      "\ndefined('MOODLE_INTERNAL') || die();\n\nglobal $CFG;\nrequire_once($CFG->libdir . '/externallib.php');\n",
    );
    expect(text).toContain('\nuse context_course;\nuse external_api;\n');
    expect(text).not.toContain('core_external');
  });

  it('asks for what the level of its capability says', () => {
    const withAccess = (level: string) =>
      applied(
        tree(entry.replace('moodle/course:managegroups', 'local/groupmanager:manage'), {
          [`${root}/db/access.php`]: `<?php\n$capabilities = ['local/groupmanager:manage' => ['contextlevel' => ${level}]];\n`,
        }),
        services,
        at(tree(entry.replace('moodle/course:managegroups', 'local/groupmanager:manage'))[services]!, 'create_groups'),
        'Create the class',
      )[classPath]!;
    expect(withAccess('CONTEXT_MODULE')).toContain('context_module::instance($cmid)');
    const system = withAccess('CONTEXT_SYSTEM');
    expect(system).toContain('context_system::instance()');
    expect(system).toContain('return new external_function_parameters([]);');
    expect(system).not.toContain('validate_parameters');
  });

  it('is not offered where it is there, or not in this plugin', () => {
    expect(titles(implemented, services, marked).filter((one) => one.startsWith('Create the class'))).toEqual([]);
    const foreign = tree(entry.replace(className, 'core_group\\external\\x'));
    expect(titles(foreign, services, at(foreign[services]!, 'create_groups'))).not.toContain(
      'Create the class core_group\\external\\x',
    );
  });
});

describe('an entry from its class', () => {
  it('has what the class says of itself', () => {
    const files = tree('', { [classPath]: createGroups });
    const after = applied(
      files,
      classPath,
      at(createGroups, 'create_groups extends'),
      'Add local_groupmanager_create_groups',
    );
    expect(after[services]).toBe(`<?php\n$functions = [\n${entry}];\n`);
  });

  it('is written as the others are', () => {
    const other =
      "    'local_groupmanager_x' => array(\n        'classname'   => 'x',\n        'description' => 'X.',\n    )\n";
    const files = { ...tree(''), [services]: `<?php\n$functions = array(\n${other});\n`, [classPath]: createGroups };
    const after = applied(files, classPath, at(createGroups, 'create_groups extends'), 'Add local_groupmanager')[
      services
    ]!;
    expect(after).toContain(
      "    ),\n    'local_groupmanager_create_groups' => [\n        'classname'    => 'local_groupmanager",
    );
    expect(after).toContain("        'type'         => 'write',\n");
  });

  it('makes the file where there is none', () => {
    const files = Object.fromEntries(
      Object.entries(tree('', { [classPath]: createGroups })).filter(([path]) => path !== services),
    );
    const after = applied(files, classPath, at(createGroups, 'create_groups extends'), 'Add local_groupmanager')[
      services
    ]!;
    expect(after.startsWith(`${header}\n/**\n * External functions and services of local_groupmanager.\n`)).toBe(true);
    expect(after).toContain(
      "defined('MOODLE_INTERNAL') || die();\n\n$functions = [\n    'local_groupmanager_create_groups' => [\n",
    );
  });

  it('is not offered where there is one', () => {
    expect(titles(implemented, classPath, at(createGroups, 'create_groups extends')).join()).not.toContain(
      'db/services.php',
    );
  });
});

describe('a test', () => {
  const path = `${root}/tests/external/create_groups_test.php`;

  it('is one with and one without the capability', () => {
    const text = applied(implemented, services, at(implemented[services]!, 'create_groups'), 'Create a PHPUnit test')[
      path
    ]!;
    expect(text).toBe(`${header}
namespace local_groupmanager\\external;

use core_external\\external_api;

/**
 * Tests for the create_groups external function.
 *
 * @package    local_groupmanager
 * @category   test
 * @copyright  2026 Your Name <you@example.com>
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \\local_groupmanager\\external\\create_groups
 */
final class create_groups_test extends \\core_external\\tests\\externallib_testcase {
    /**
     * Test execute() as a user with the capability.
     */
    public function test_execute(): void {
        $this->resetAfterTest();

        $course = $this->getDataGenerator()->create_course();
        $user = $this->getDataGenerator()->create_and_enrol($course, 'editingteacher');
        $this->setUser($user);

        $result = create_groups::execute($course->id);
        $result = external_api::clean_returnvalue(create_groups::execute_returns(), $result);

        $this->assertTrue($result['status']);
    }

    /**
     * Test execute() without the capability.
     */
    public function test_execute_no_capability(): void {
        $this->resetAfterTest();

        $course = $this->getDataGenerator()->create_course();
        $user = $this->getDataGenerator()->create_and_enrol($course, 'student');
        $this->setUser($user);

        $this->expectException(\\required_capability_exception::class);
        create_groups::execute($course->id);
    }
}
`);
  });

  it('keeps lines short, and expects null where nothing is described', () => {
    const names = Array.from({ length: 26 }, (_, at) => `key${at}`);
    const keys = names.map((one) => `            '${one}' => new external_value(PARAM_RAW, ''),\n`);
    const many = createGroups
      .replace(/ {12}'courseid' => new.*\n/, keys.join(''))
      .replace(/return new external_single_structure\([^]*?\]\);/, 'return null;');
    const text = applied(tree(entry, { [classPath]: many }), classPath, at(many, 'execute('), 'Create a PHPUnit')[
      path
    ]!;
    const args = /execute\(\n((?: {12}.*\n)+) {8}\);\n\n {8}\$this->assertNull\(\$result\);/.exec(text)?.[1];
    expect(args?.split('\n')).toHaveLength(names.length + 1);
  });

  it('needs no course where the function does not, and no user without the capability where it needs none', () => {
    const alone = createGroups.replace("            'courseid' => new external_value(PARAM_INT, 'Course id'),\n", '');
    const make = (files: Tree) => applied(files, classPath, at(alone, 'execute('), 'Create a PHPUnit test')[path]!;
    const site = make(tree(entry, { [classPath]: alone }));
    expect(site).toContain('$this->setAdminUser();');
    expect(site).toContain('$user = $this->getDataGenerator()->create_user();\n        $this->setUser($user);');
    expect(site).not.toContain('$course');
    const open = make(tree(entry.replace(/ *'capabilities'.*\n/, ''), { [classPath]: alone }));
    expect(open).not.toContain('capability');
  });

  it('is what the versions of Moodle want', () => {
    const of = (requires: number) =>
      applied(
        tree(entry, { [classPath]: createGroups }, requires),
        classPath,
        at(createGroups, 'execute('),
        'Create a PHPUnit test',
      )[path]!;
    expect(of(2025041400)).toContain(
      '*/\n#[\\PHPUnit\\Framework\\Attributes\\CoversClass(create_groups::class)]\nfinal class',
    );
    expect(of(2025041400)).not.toContain('@covers');
    expect(of(2023042400)).toContain("require_once($CFG->dirroot . '/webservice/tests/helpers.php');\n\n/**");
    expect(of(2023042400)).toContain('extends \\externallib_advanced_testcase {');
  });
});

describe('a function of the repository module', () => {
  const path = `${root}/amd/src/repository.js`;
  const code = `/**
 * Creates new groups.
 *
 * @param {Number} courseid Course id
 * @returns {Promise<Object>}
 */
export const createGroups = (courseid) => fetchMany([{
    methodname: 'local_groupmanager_create_groups',
    args: {courseid},
}])[0];
`;
  const make = (files: Tree) => applied(files, services, at(files[services]!, 'create_groups'), 'Add createGroups()');

  it('comes with its module', () => {
    const notice = header.replace('<?php\n', '');
    expect(make(implemented)[path]).toBe(`${notice}
/**
 * Web service calls of local_groupmanager.
 *
 * @module     local_groupmanager/repository
 * @copyright  2026 Your Name <you@example.com>
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

import {call as fetchMany} from 'core/ajax';

${code}`);
  });

  it('joins a module as that calls', () => {
    const joined = (text: string) => make({ ...implemented, [path]: text })[path];
    expect(joined("import Ajax from 'core/ajax';\r\n\r\nconst x = 1;\r\n")).toBe(
      `import Ajax from 'core/ajax';\r\n\r\nconst x = 1;\r\n\r\n${code.replace('fetchMany(', 'Ajax.call(').replaceAll('\n', '\r\n')}`,
    );
    expect(joined("/** Mine. */\nimport x from 'x';\n")).toBe(
      `/** Mine. */\nimport x from 'x';\nimport {call as fetchMany} from 'core/ajax';\n\n${code}`,
    );
  });

  it('lets the browser call it, and is not made twice', () => {
    const silent = tree(entry.replace("        'ajax' => true,\n", ''), { [classPath]: createGroups });
    expect(make(silent)[services]).toContain("'ajax' => true,");
    expect(
      titles({ ...implemented, [path]: code }, services, at(implemented[services]!, 'create_groups')).join(),
    ).not.toContain('createGroups');
  });

  it('keeps lines short', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'].map((one) => one.repeat(25));
    const keys = names.map((one) => `            '${one}' => new external_value(PARAM_INT, ''),\n`);
    const many = createGroups.replace(/ {12}'courseid' => new.*\n/, keys.join(''));
    const lines = (indent: string) => names.map((one) => `${indent}${one},\n`).join('');
    expect(make(tree(entry, { [classPath]: many }))[path]).toContain(
      `createGroups = ({\n${lines('    ')}}) => fetchMany([{\n    methodname: 'local_groupmanager_create_groups',\n    args: {\n${lines('        ')}    },\n}])[0];`,
    );
  });

  it('takes one object where there is much, with defaults', () => {
    const many = createGroups.replace(
      "            'courseid' => new external_value(PARAM_INT, 'Course id'),\n",
      "            'a' => new external_value(PARAM_INT, 'A'),\n            'b' => new \\core_external\\external_multiple_structure(new external_value(PARAM_INT, 'x'), 'B'),\n            'c' => new external_value(PARAM_TEXT, 'C', VALUE_DEFAULT, \"it's\"),\n            'd' => new external_value(PARAM_BOOL, 'D', VALUE_DEFAULT, false),\n",
    );
    const after = make(tree(entry, { [classPath]: many }))[path]!;
    expect(after).toContain("export const createGroups = ({a, b, c = 'it\\'s', d = false}) => fetchMany([{");
    expect(after).toContain(' * @param {Object} args\n * @param {Number} args.a A\n * @param {Array} args.b B\n');
  });
});

describe('an entry', () => {
  const marked = at(implemented[services]!, 'create_groups');

  it('joins the mobile service, and one of the plugin', () => {
    expect(applied(implemented, services, marked, 'Add to the mobile service')[services]).toContain(
      "        'services' => [MOODLE_OFFICIAL_MOBILE_SERVICE],\n    ],",
    );
    const listed = tree(entry.replace("'type'", "'services' => ['x'],\n        'type'"));
    expect(applied(listed, services, at(listed[services]!, 'create_groups'), 'Add to the mobile')[services]).toContain(
      "'services' => ['x', MOODLE_OFFICIAL_MOBILE_SERVICE],",
    );
    const own = `${implemented[services]!}$services = [\n    'Mine' => ['functions' => ['a'], 'shortname' => 'mine'],\n];\n`;
    const after = applied(
      { ...implemented, [services]: own },
      services,
      at(own, 'create_groups'),
      'Add to the service “Mine”',
    );
    expect(after[services]).toContain("['a', 'local_groupmanager_create_groups']");
    expect(titles(after, services, at(after[services]!, 'create_groups')).join()).not.toContain('Mine');
  });

  it('raises the version, once a day to the day', () => {
    expect(applied(implemented, services, marked, 'Raise the version to 2026013100')[`${root}/version.php`]).toContain(
      '$plugin->version = 2026013100; // Raise me.',
    );
    const files = { ...implemented, [`${root}/version.php`]: version(0).replace('2026010100', '2026013100') };
    expect(titles(files, services, marked)).toContain('Raise the version to 2026013101');
    const onStable = { ...now, branchOf: () => 'MOODLE_404_STABLE' };
    expect(titles(implemented, services, marked, onStable)).toContain('Raise the version to 2026010101');
  });
});

describe('a class', () => {
  it('is marked as deprecated', () => {
    const after = applied(implemented, classPath, at(createGroups, 'execute('), 'Mark the function')[classPath]!;
    expect(after).toContain(
      '    }\n\n    /**\n     * Marks the function as deprecated.\n     *\n     * @return bool\n     */\n    public static function execute_is_deprecated(): bool {\n        return true;\n    }\n}\n',
    );
    expect(titles({ ...implemented, [classPath]: after }, classPath, at(after, 'execute(')).join()).not.toContain(
      'deprecated',
    );
  });

  const withBody = (method: string) => `<?php
namespace local_groupmanager\\external;

use core_external\\external_api;
use core_external\\external_function_parameters;
use core_external\\external_value;

class find extends external_api {
${method}
}
`;

  it('gets a description of its parameters from the signature', () => {
    const text = withBody(`    /**
     * Finds.
     *
     * @param int $courseid Whose
     * @param string|null $query What to look for
     */
    public static function execute(int $courseid, ?string $query = null, array $ids = [], bool $all = false, $any) {
    }`);
    const after = applied(tree('', { [classPath]: text }), classPath, at(text, 'execute('), 'Describe the parameters')[
      classPath
    ]!;
    expect(after).toContain(`use core_external\\external_function_parameters;
use core_external\\external_multiple_structure;
use core_external\\external_value;

class find extends external_api {
    /**
     * Describes the parameters of execute().
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'courseid' => new external_value(PARAM_INT, 'Whose'),
            'query' => new external_value(PARAM_TEXT, 'What to look for', VALUE_DEFAULT, null),
            'ids' => new external_multiple_structure(
                new external_value(PARAM_TEXT, 'ids'),
                'ids',
                VALUE_DEFAULT,
                []
            ),
            'all' => new external_value(PARAM_BOOL, 'all', VALUE_DEFAULT, false),
            'any' => new external_value(PARAM_RAW, 'any'),
        ]);
    }

    /**
     * Finds.
`);
  });

  it('describes each parameter on short lines', () => {
    const words = 'word '.repeat(22).trim();
    const text = withBody(`    /**
     * @param int $a ${words}
     * @param int[] $b ${words}
     */
    public static function execute(int $a, array $b = ['x', 'y']) {
    }`);
    const after = applied(tree('', { [classPath]: text }), classPath, at(text, 'execute('), 'Describe the parameters')[
      classPath
    ]!;
    expect(after).toContain(`            'a' => new external_value(
                PARAM_INT,
                '${words}'
            ),
            'b' => new external_multiple_structure(
                new external_value(
                    PARAM_TEXT,
                    '${words}'
                ),
                '${words}',
                VALUE_DEFAULT,
                ['x', 'y']
            ),
`);
  });

  it('gets the signature of its description', () => {
    const text = withBody(`    public static function execute_parameters() {
        return new external_function_parameters([
            'a' => new external_value(PARAM_INT, '', VALUE_REQUIRED, null, NULL_NOT_ALLOWED),
            'b' => new external_value(PARAM_TEXT, '', VALUE_DEFAULT, 'x', NULL_NOT_ALLOWED),
            'c' => new external_value(PARAM_BOOL, ''),
            'd' => new external_value(PARAM_FLOAT, '', VALUE_DEFAULT, 1.5, NULL_NOT_ALLOWED),
        ]);
    }

    public static function execute($x) {
    }

    public static function execute_returns() {
        return null;
    }`).replace('class find', 'class create_groups');
    const after = applied(tree(entry, { [classPath]: text }), classPath, at(text, 'execute('), 'Change the signature')[
      classPath
    ]!;
    expect(after).toContain('public static function execute(int $a, string $b, bool $c, float $d = 1.5) {');
    expect(titles(tree(entry, { [classPath]: after }), classPath, at(after, 'execute(')).join()).not.toContain(
      'signature',
    );
  });

  it.each([
    [
      'what is there stays as it is written',
      '$a, $b = array(), $c = self::C, $d=false, $e = null',
      'int $a, array $b = array(), int $c = self::C, bool $d = false, ?string $e = null',
    ],
    ['a type that fits stays', 'int $a, array $b = [], ?int $c = 3, bool $d = false, string $e = null', undefined],
    [
      'a default is of its type',
      '$a, $b, $c, $d, $e',
      'int $a, array $b = [], int $c = 3, bool $d = false, ?string $e = null',
    ],
    [
      'what PHP has by default stays',
      'int $a = 5, $b = [], $c = 3, $d = 0, $e = null',
      'int $a = 5, array $b = [], int $c = 3, bool $d = false, ?string $e = null',
    ],
    [
      'a name that the body knows stays',
      '$used, $b, $c, $d, $e',
      'int $used, array $b = [], int $c = 3, bool $d = false, ?string $e = null',
    ],
    [
      'lines stay',
      '\n        $a,\n        $b = [],\n        $c = 3,\n        $d = false,\n        $e = null,\n    ',
      '\n        int $a,\n        array $b = [],\n        int $c = 3,\n        bool $d = false,\n        ?string $e = null,\n    ',
    ],
    [
      'what is too long for a line gets several',
      `$used_${'x'.repeat(60)}, $b`,
      `\n        int $used_${'x'.repeat(60)},\n        array $b = [],\n        int $c = 3,\n        bool $d = false,\n        ?string $e = null\n    `,
    ],
    ['what takes all stays', '...$all', undefined],
  ])('changes of a signature what the description does not have: %s', (_, before, after) => {
    const text = withBody(`    const C = 3;

    public static function execute_parameters() {
        return new external_function_parameters([
            'a' => new external_value(PARAM_INT, ''),
            'b' => new \\core_external\\external_multiple_structure(new external_value(PARAM_INT, ''), '', VALUE_DEFAULT, []),
            'c' => new external_value(PARAM_INT, '', VALUE_DEFAULT, '3'),
            'd' => new external_value(PARAM_BOOL, '', VALUE_DEFAULT, 0),
            'e' => new external_value(PARAM_TEXT, '', VALUE_DEFAULT, null),
        ]);
    }

    public static function execute(${before}): void {
        echo ${/\$used\w*/.exec(before)?.[0] ?? '1'};
    }

    public static function execute_returns() {
        return null;
    }`).replace('class find', 'class create_groups');
    const files = tree(entry, { [classPath]: text });
    if (after === undefined) expect(titles(files, classPath, at(text, 'execute(')).join()).not.toContain('signature');
    else
      expect(applied(files, classPath, at(text, 'execute('), 'Change the signature')[classPath]).toBe(
        text.replace(`(${before})`, `(${after})`),
      );
  });

  it.each([
    [
      'types, order, what is new and what is gone',
      '* @param integer $a A\n     * @param stdClass[] $b Lists\n     *        of them\n     * @param float $x Gone\n     * @param $c C',
      '$a, $c, $b, $x',
      '* @param integer $a A\n     * @param string|null $c C\n     * @param stdClass[] $b Lists\n     *        of them\n     * @param bool $new Is new',
    ],
    [
      'one for which there is none',
      '* @param int $a',
      '$a',
      '* @param int $a\n     * @param string|null $c C\n     * @param array $b\n     * @param bool $new Is new',
    ],
    ['what is apart', '* @param float $a\n     * @return null\n     * @param float $b', '$a', undefined],
    ['nothing', '* Pays.', '$a', undefined],
  ])('the comment of a changed signature says: %s', (_, before, signature, after = before) => {
    const text = withBody(`    public static function execute_parameters() {
        return new external_function_parameters([
            'a' => new external_value(PARAM_INT, 'A'),
            'c' => new external_value(PARAM_TEXT, 'C', VALUE_DEFAULT, null),
            'b' => new \\core_external\\external_multiple_structure(new external_value(PARAM_INT, ''), '', VALUE_DEFAULT, []),
            'new' => new external_value(PARAM_BOOL, 'Is new', VALUE_DEFAULT, false),
        ]);
    }

    /**
     ${before}
     */
    public static function execute(${signature}): void {
    }

    public static function execute_returns() {
        return null;
    }`).replace('class find', 'class create_groups');
    const files = tree(entry, { [classPath]: text });
    const changed = applied(files, classPath, at(text, 'execute('), 'Change the signature')[classPath]!;
    expect(/\/\*\*\n {5}([^]*?)\n {5}\*\//.exec(changed)?.[1]).toBe(after);
  });

  it('gets a description of what it returns from the last literal', () => {
    const text = withBody(`    public static function execute() {
        if (foo()) {
            return null;
        }
        return [
            'id' => $x->id,
            'name' => 'x',
            'items' => [['count' => count($x), 'url' => $u]],
            'isgood' => $x->isgood,
            'warnings' => [],
        ];
    }`);
    const after = applied(
      tree('', { [classPath]: text }),
      classPath,
      at(text, 'execute('),
      'Describe what execute() returns',
    )[classPath]!;
    expect(after).toContain(`    public static function execute_returns(): external_single_structure {
        return new external_single_structure([
            'id' => new external_value(PARAM_INT, 'id'),
            'name' => new external_value(PARAM_TEXT, 'name'),
            'items' => new external_multiple_structure(new external_single_structure([
                'count' => new external_value(PARAM_INT, 'count'),
                'url' => new external_value(PARAM_URL, 'url'),
            ], 'items'), 'items'),
            'isgood' => new external_value(PARAM_BOOL, 'isgood'),
            'warnings' => new external_warnings(),
        ]);
    }
`);
    const nothing = withBody('    public static function execute() {\n        foo();\n    }');
    expect(
      applied(tree('', { [classPath]: nothing }), classPath, at(nothing, 'execute('), 'Describe what')[classPath],
    ).toContain('    public static function execute_returns() {\n        return null;\n    }\n');
    const unknown = withBody('    public static function execute() {\n        return foo();\n    }');
    expect(titles(tree('', { [classPath]: unknown }), classPath, at(unknown, 'execute(')).join()).not.toContain(
      'returns',
    );
  });
});

describe('a function of externallib.php', () => {
  const old = `${root}/externallib.php`;
  const externallib = `<?php
defined('MOODLE_INTERNAL') || die();

require_once($CFG->libdir . '/externallib.php');
require_once($CFG->dirroot . '/group/lib.php');

class local_groupmanager_external extends external_api {
    const LIMIT = 5;

    /**
     * Describes.
     */
    public static function create_groups_parameters() {
        return new external_function_parameters(['courseid' => new external_value(PARAM_INT, 'Course')]);
    }

    /**
     * Creates.
     */
    public static function create_groups($courseid, ?stdClass $more = null): array {
        $params = self::validate_parameters(self::create_groups_parameters(), ['courseid' => $courseid]);
        try {
            $context = context_course::instance($params['courseid']);
            self::validate_context($context);
            self::helper(self::LIMIT, new moodle_url('/'));
        } catch (moodle_exception | Exception $e) {
            return [];
        }
        return [];
    }

    /** What local_groupmanager_external::create_groups() returns. */
    public static function create_groups_returns() {
        return null;
    }

    public static function helper($x) {
    }
}
`;
  const oldEntry = entry.replace(
    "'local_groupmanager\\external\\create_groups',",
    "'local_groupmanager_external',\n        'methodname' => 'create_groups',\n        'classpath' => 'local/groupmanager/externallib.php',",
  );
  const files = tree(oldEntry, {
    [old]: externallib,
    [`${root}/tests/externallib_test.php`]:
      '<?php\n$x = local_groupmanager_external::create_groups(1);\n$y = \\local_groupmanager_external::create_groups_returns();\n',
  });
  const move = (text = externallib) =>
    applied({ ...files, [old]: text }, old, at(text, 'create_groups('), 'Move create_groups()');

  it('moves into a class of its own, with its entry and its callers', () => {
    const after = move();
    expect(after[classPath]).toBe(`${header}
namespace local_groupmanager\\external;

use core_external\\external_api;
use core_external\\external_function_parameters;
use core_external\\external_value;

defined('MOODLE_INTERNAL') || die();

global $CFG;
require_once($CFG->dirroot . '/group/lib.php');

/**
 * Creates new groups.
 *
 * @package    local_groupmanager
 * @copyright  2026 Your Name <you@example.com>
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class create_groups extends external_api {
    /**
     * Describes.
     */
    public static function execute_parameters() {
        return new external_function_parameters(['courseid' => new external_value(PARAM_INT, 'Course')]);
    }

    /**
     * Creates.
     */
    public static function execute($courseid, ?\\stdClass $more = null): array {
        $params = self::validate_parameters(self::execute_parameters(), ['courseid' => $courseid]);
        try {
            $context = \\context_course::instance($params['courseid']);
            self::validate_context($context);
            \\local_groupmanager_external::helper(\\local_groupmanager_external::LIMIT, new \\moodle_url('/'));
        } catch (\\moodle_exception | \\Exception $e) {
            return [];
        }
        return [];
    }

    /** What self::execute() returns. */
    public static function execute_returns() {
        return null;
    }
}
`);
    expect(after[old]).toContain('    const LIMIT = 5;\n\n    public static function helper($x) {\n    }\n}\n');
    expect(after[services]).toBe(implemented[services]);
    expect(after[`${root}/tests/externallib_test.php`]).toBe(
      '<?php\n$x = \\local_groupmanager\\external\\create_groups::execute(1);\n$y = \\local_groupmanager\\external\\create_groups::execute_returns();\n',
    );
  });

  const testPath = `${root}/tests/externallib_test.php`;
  const [about, other] = ['create_groups($this->course()->id)', 'helper(1)'].map(
    (call, at) => `    /**
     * Test ${at}.
     */
    public function test_${at}() {
        $result = local_groupmanager_external::${call};
        $this->assertEquals(new stdClass(), external_api::clean($result));
    }
`,
  ) as [string, string];
  const testOf = (...members: string[]) => `<?php
require_once($CFG->dirroot . '/webservice/tests/helpers.php');

class externallib_test extends externallib_advanced_testcase {
${members.join('\n')}}
`;
  const movedTo = (text: string) =>
    applied({ ...files, [testPath]: text }, old, at(externallib, 'create_groups('), 'Move create_groups()');
  const newTest = `${root}/tests/external/create_groups_test.php`;

  it('takes along the tests that are about nothing else', () => {
    const after = movedTo(testOf(about, other));
    expect(after[testPath]).toBe(testOf(other));
    expect(after[newTest]).toBe(`${header}
namespace local_groupmanager\\external;

defined('MOODLE_INTERNAL') || die();

global $CFG;
require_once($CFG->dirroot . '/webservice/tests/helpers.php');

/**
 * Tests for the create_groups external function.
 *
 * @package    local_groupmanager
 * @category   test
 * @copyright  2026 Your Name <you@example.com>
 * @license    http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \\local_groupmanager\\external\\create_groups
 */
final class create_groups_test extends \\externallib_advanced_testcase {
    /**
     * Test 0.
     */
    public function test_0() {
        $result = create_groups::execute($this->course()->id);
        $this->assertEquals(new \\stdClass(), \\external_api::clean($result));
    }
}
`);
  });

  it.each([
    ['of which none would stay', [about]],
    ['that use what their class has', [about, other, '    private function course() {\n    }\n']],
    ['that are prepared', [about, other, '    public function setUp(): void {\n    }\n']],
    ['that are given data', [about.replace('Test 0.', '@dataProvider data'), other]],
    [
      'about another method as well',
      [about.replace('$this->course()', 'local_groupmanager_external::helper()'), other],
    ],
  ])('leaves tests %s where they are', (_, members) => {
    const after = movedTo(testOf(...members));
    expect(after[newTest]).toBeUndefined();
    expect(after[testPath]).toContain('\\local_groupmanager\\external\\create_groups::execute(');
  });

  it('leaves no blank line where it was', () => {
    expect(move(externallib.replace('    const LIMIT = 5;\n\n', '').replace('self::LIMIT', '5'))[old]).toContain(
      'extends external_api {\n    public static function helper($x) {\n    }\n}\n',
    );
  });

  it('stays where it needs what the class keeps to itself', () => {
    expect(() => move(externallib.replace('public static function helper', 'private static function helper'))).toThrow(
      'no "Move',
    );
  });
});

it('elsewhere there is nothing to offer', () => {
  for (const [path, text] of [
    [`${root}/lib.php`, '<?php\nfunction x() {\n █}\n'],
    [`${root}/amd/src/a.js`, 'x();█'],
    ['/elsewhere/a.php', '<?php class a { function b() {█} }'],
    [services, '<?php\n█'],
  ])
    expect(titles(implemented, path!, text!)).toEqual([]);
});
