import { plugin } from '../../features/shared/index.testkit.ts';
import { check, fixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { accessCapabilityMissing as rule } from './index.ts';

const path = '/code/local_shop/lib.php';
const find = (code: string) => check(rule, plugin, path, `<?php\n${code}\n`);

it.each([
  [
    "require_capability('local/shop:veiw', $context);",
    'local/shop:veiw: db/access.php does not define it: nobody has this capability, administrators included. Did you mean local/shop:view?',
  ],
  [
    "if (has_capability('local/shop:sell', $context)) {}",
    'local/shop:sell: db/access.php does not define it: nobody has this capability, administrators included.',
  ],
])('finds %s', (code, found) => {
  expect(find(code)).toEqual([found]);
});

it.each([
  "require_capability('local/shop:view', $context);",
  "require_capability('mod/absent:view', $context);",
  'require_capability($capability, $context);',
  "require_capability('local/shop:view' . $what, $context);",
  "echo 'require_capability(\\'local/shop:veiw\\', $context)';",
  "// require_capability('local/shop:veiw', $context);",
])('is silent about %s', (code) => {
  expect(find(code)).toEqual([]);
});

it('suggests to define it', () => {
  const code = "<?php\nrequire_capability('local/shop:sell_items', $context);\n";
  const access = fixed(rule, plugin, path, code, 'Add it to db/access.php', '/code/local_shop/db/access.php');
  expect(access).toContain("    'local/shop:sell_items' => [\n        'captype' => 'write',\n");
});
