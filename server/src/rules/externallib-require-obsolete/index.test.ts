import { plugin } from '../../features/shared/index.testkit.ts';
import { check, fixed, payPath } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { externallibRequireObsolete as rule } from './index.ts';

const version = {
  '/code/local_shop/version.php': "<?php\n$plugin->component = 'local_shop';\n$plugin->requires = 2023042400;",
};
const source = plugin[payPath] ?? '';
const requiring = (line: string) => source.replace('class pay', `${line}\n\nclass pay`);

it.each([
  "require_once($CFG->libdir . '/externallib.php');",
  'require_once("$CFG->libdir/externallib.php");',
  "require_once $CFG->dirroot . '/lib/externallib.php';",
])('finds %s, and removes it', (line) => {
  expect(check(rule, { ...plugin, ...version }, payPath, requiring(line))).toEqual([
    `${line}: Not needed since Moodle 4.2: the classes autoload. In tests it asks for a process of its own.`,
  ]);
  expect(fixed(rule, { ...plugin, ...version }, payPath, requiring(line))).toBe(source);
});

it.each([
  ["require_once($CFG->dirroot . '/lib/external/externallib.php');", ''],
  ["require_once($CFG->dirroot . '/course/externallib.php');", ''],
  ["require_once($CFG->libdir . '/externallib.php');", 'external_format_text($x);'],
  ["require_once($CFG->libdir . '/externallib.php');", 'new \\external_value(PARAM_INT);'],
])('is silent about %s with "%s"', (line, code) => {
  const text = requiring(line).replace('pay_order() {', `pay_order() { ${code}`);
  expect(check(rule, { ...plugin, ...version }, payPath, text)).toEqual([]);
});

it('is silent where older versions are supported', () => {
  expect(check(rule, plugin, payPath, requiring("require_once($CFG->libdir . '/externallib.php');"))).toEqual([]);
});

it('takes the guard along where only a class is left', () => {
  const tree = { ...plugin, ...version };
  const line = "require_once($CFG->libdir . '/externallib.php');";
  const guard = "defined('MOODLE_INTERNAL') || die();";
  const text = requiring(`${guard}\n\nglobal $CFG;\n${line}`);
  expect(fixed(rule, tree, payPath, text)).toBe(source);
  expect(fixed(rule, tree, payPath, text.replace('class pay', 'use core\\context;\n\nclass pay'))).toBe(
    source.replace('class pay', 'use core\\context;\n\nclass pay'),
  );
  const more = "require_once($CFG->dirroot . '/course/lib.php');";
  expect(fixed(rule, tree, payPath, requiring(`${guard}\n\nglobal $CFG;\n${line}\n${more}`))).toBe(
    requiring(`${guard}\n\nglobal $CFG;\n${more}`),
  );
  const two = `${text}class other {\n}\n`;
  expect(fixed(rule, tree, payPath, two)).toContain(guard);
});
