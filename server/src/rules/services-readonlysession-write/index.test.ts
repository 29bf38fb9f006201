import { inPlugin, fixedInPlugin } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesReadonlysessionWrite as rule } from './index.ts';

const entry = (fields = ", 'readonlysession' => true") =>
  `    'local_shop_x' => ['classname' => 'local_shop\\external\\thing'${fields}],`;
const cls = (body: string) => ({
  '/code/local_shop/classes/external/thing.php': `<?php\nnamespace local_shop\\external;\nclass thing extends \\core_external\\external_api {\n    public static function execute() {\n        global $SESSION;\n        ${body}\n    }\n}\n`,
});

it.each(['$SESSION->shop = 1;', "$SESSION->shop['a'] = 1;", "set_user_preference('a', 1);", 'unset($SESSION->shop);'])(
  'finds %s',
  (body) => {
    expect(inPlugin(rule, entry(), cls(body))).toEqual([
      "'readonlysession' => true: The session is opened read only, and execute() changes it.",
    ]);
  },
);

it('can be removed', () => {
  expect(fixedInPlugin(rule, entry(), "Remove 'readonlysession'", cls('$SESSION->shop = 1;'))).toBe(entry(''));
});

it.each(['$x = $SESSION->shop;', 'if ($SESSION->shop == 1) {}', "$DB->set_field('a', 'b', 1);"])(
  'is silent about %s',
  (body) => {
    expect(inPlugin(rule, entry(), cls(body))).toEqual([]);
  },
);

it('is silent where the session may be written', () => {
  expect(inPlugin(rule, entry(", 'readonlysession' => false"), cls('$SESSION->shop = 1;'))).toEqual([]);
});
