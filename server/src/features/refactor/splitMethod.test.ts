import { describe, expect, it } from 'vitest';
import { applied, at, classPath, entry, header, implemented, root, services, tree } from './refactor.testkit.ts';

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
