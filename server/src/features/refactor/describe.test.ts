import { describe, expect, it } from 'vitest';
import { applied, at, classPath, createGroups, entry, implemented, titles, tree } from './refactor.testkit.ts';

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
