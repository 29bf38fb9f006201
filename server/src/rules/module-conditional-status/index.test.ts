import { plugin } from '../../features/shared/index.testkit.ts';
import { check } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { moduleConditionalStatus as rule } from './index.ts';

const path = '/code/local_shop/classes/external/get_orders.php';
const source = (plugin[path] ?? '')
  .replace(
    "new external_value(PARAM_TEXT, 'A title')",
    "new external_single_structure(['cmid' => new external_value(PARAM_INT, 'x')])",
  )
  .replace(
    'use core_external\\external_value;',
    'use core_external\\external_single_structure;\nuse core_external\\external_value;',
  );
const find = (code: string, text = source) =>
  check(rule, plugin, path, text.replace('return [];', `${code} return [];`));

it('finds functions that return activities', () => {
  expect(find('$modinfo = get_fast_modinfo($course)->get_cms();')).toEqual([
    'execute: It returns activities, and nothing visible leaves out those that are hidden from the user or not available yet.',
  ]);
});

it('is silent where the status is looked at, and about results without activities', () => {
  expect(find('foreach ($cms as $cm) { if (!$cm->uservisible) { continue; } }')).toEqual([]);
  expect(find("$shops = get_all_instances_in_courses('shop', $courses);")).toEqual([]);
  expect(find('', plugin[path])).toEqual([]);
});
