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
  titles,
  tree,
} from './refactor.testkit.ts';

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
