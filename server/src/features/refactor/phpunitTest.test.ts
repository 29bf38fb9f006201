import { describe, expect, it } from 'vitest';
import type { Tree } from '../shared/index.testkit.ts';
import {
  applied,
  at,
  classPath,
  createGroups,
  entry,
  header,
  implemented,
  root,
  services,
  tree,
} from './refactor.testkit.ts';

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
