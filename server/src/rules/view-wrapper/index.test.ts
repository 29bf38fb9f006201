import { plugin } from '../../features/shared/index.testkit.ts';
import type { Tree } from '../../features/shared/index.testkit.ts';
import { bodyFindings } from '../methods.testkit.ts';
import { bodyFixed, fixed, payPath, services } from '../rules.testkit.ts';
import { describe, expect, it } from 'vitest';
import { viewWrapper as rule } from './index.ts';

const viewing: Tree = {
  ...plugin,
  [services]: (plugin[services] ?? '').replace('local_shop_pay', 'local_shop_view_shop'),
};
const find = (code: string, tree: Tree = viewing) => bodyFindings(rule, code, '', tree);
const message = 'The page does the same when it is viewed: put it into a function that both call.';

it.each([
  ['\\local_shop\\event\\shop_viewed::create($data)->trigger();', `trigger: ${message}`],
  ['$completion->set_module_viewed($cm);', `set_module_viewed: ${message}`],
])('finds %s', (code, found) => {
  expect(find(code)).toEqual([found]);
});

it('is silent where a function does it, and about functions that view nothing', () => {
  expect(find('shop_view($shop, $course, $cm, $context);')).toEqual([]);
  expect(find('$event->trigger();', plugin)).toEqual([]);
});

describe('the suggestion', () => {
  const lib = '/code/local_shop/lib.php';
  const title = 'Move it to local_shop_view_shop() in lib.php';
  const tree = (text: string): Tree => ({ ...viewing, [lib]: text });
  const moved = (code: string, text = '<?php\n') => bodyFixed(rule, '', '$a', code, title, tree(text));
  /** What is added to lib.php. */
  const added = (code: string) => {
    const text = (plugin[payPath] ?? '').replace(
      'pay_order() {\n    }',
      `pay_order($a) {\n${code.replaceAll(/^/gm, '        ')}\n    }`,
    );
    return fixed(rule, tree('<?php\n'), payPath, text, title, lib).replace('<?php\n\n', '');
  };
  const include = "require_once(__DIR__ . '/../../lib.php');";
  const doc = (params: string) =>
    `/**\n * Records that it was viewed, for the page and for web services.\n *\n${params} */\nfunction local_shop_view_shop`;

  it('is a function with all that prepares the event', () => {
    const code = `$shop = f($a);
$data = ['context' => $context];
$data['objectid'] = $shop->id;
shop_viewed::create($data)->trigger();
return $shop;`;
    expect(moved(code)).toBe(`$shop = f($a);
${include}
local_shop_view_shop($context, $shop);
return $shop;`);
    expect(added(code)).toBe(`${doc(' * @param mixed $context\n * @param mixed $shop\n')}($context, $shop) {
    $data = ['context' => $context];
    $data['objectid'] = $shop->id;
    \\local_shop\\external\\shop_viewed::create($data)->trigger();
}
`);
  });

  it('holds all calls of a block, and asks for what is global', () => {
    const code = `global $USER;
$event->trigger();
$completion = new \\completion_info($USER);
$completion->set_module_viewed($a);`;
    expect(moved(code)).toBe(`global $USER;\n${include}\nlocal_shop_view_shop($event, $a);`);
    expect(added(code)).toBe(`${doc(' * @param mixed $event\n * @param mixed $a\n')}($event, $a) {
    global $USER;

    $event->trigger();
    $completion = new \\completion_info($USER);
    $completion->set_module_viewed($a);
}
`);
  });

  it.each([
    ['the class itself is needed', 'self::event()->trigger();', '<?php\n'],
    ['what is made is used later', '$x = $event->trigger(); f($x);', '<?php\n'],
    ['it is done in a closure', 'f(function () use ($event) { $event->trigger(); });', '<?php\n'],
    ['lib.php has such a function', '$event->trigger();', '<?php\nfunction local_shop_view_shop() {\n}\n'],
  ])('is not there where %s', (_, code, text) => {
    expect(() => moved(code, text)).toThrow();
  });
});
