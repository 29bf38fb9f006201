/** A plugin, and refactorings applied to it. */
import { Engine } from 'php-parser';
import { expect } from 'vitest';
import { applyEdits } from '../../edits/textEdit.ts';
import type { TextEdit } from '../../edits/textEdit.ts';
import { provideRefactorings } from '../refactorings.ts';
import { open } from '../shared/index.testkit.ts';
import type { Tree } from '../shared/index.testkit.ts';
import type { Now } from './context.ts';

export const root = '/code/local_groupmanager';
export const now: Now = { today: '20260131', branchOf: () => 'main' };
export const services = `${root}/db/services.php`;
export const className = 'local_groupmanager\\external\\create_groups';
export const entry = `    'local_groupmanager_create_groups' => [
        'classname' => 'local_groupmanager\\external\\create_groups',
        'description' => 'Creates new groups.',
        'type' => 'write',
        'ajax' => true,
        'capabilities' => 'moodle/course:managegroups',
    ],
`;
export const version = (requires: number) =>
  `<?php\n$plugin->component = 'local_groupmanager';\n$plugin->version = 2026010100; // Raise me.\n$plugin->requires = ${requires};\n`;
export const tree = (functions: string, more: Tree = {}, requires = 2024042200): Tree => ({
  [`${root}/version.php`]: version(requires),
  [services]: `<?php\n$functions = [\n${functions}];\n`,
  ...more,
});

/** Every file after the action whose title begins so, where the cursor `█` is. Generated PHP is what PHP can read. */
export function applied(files: Tree, path: string, marked: string, title: string): Tree {
  const { index, document, position } = open(files, path, marked);
  const offset = document.text.offsetAt(position);
  const actions = provideRefactorings(index, document, offset, now);
  const action = actions.find((one) => one.title.startsWith(title));
  if (!action) throw new Error(`no "${title}" in ${actions.map((one) => one.title).join(' | ')}`);
  return applyAll({ ...files, [path]: document.text.getText() }, action.edits());
}

export function applyAll(files: Tree, edits: readonly TextEdit[]): Tree {
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
export const titles = (files: Tree, path: string, marked: string, when = now) => {
  const { index, document, position } = open(files, path, marked);
  return provideRefactorings(index, document, document.text.offsetAt(position), when).map(({ title }) => title);
};
export const at = (text: string, word: string) => text.replace(word, `█${word}`);

export const createGroups = `<?php
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
export const classPath = `${root}/classes/external/create_groups.php`;
export const implemented = tree(entry, { [classPath]: createGroups });
export const [header = ''] = createGroups.split('\nnamespace');
