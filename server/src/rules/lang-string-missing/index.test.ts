import { plugin } from '../../features/shared/index.testkit.ts';
import { check, fixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { langStringMissing as rule } from './index.ts';

const access = '/code/local_shop/db/access.php';
const language = '/code/local_shop/lang/en/local_shop.php';
const texts = (more = '') => ({
  ...plugin,
  [language]: `<?php\n$string['pluginname'] = 'Shop';\n$string['shop:view'] = 'View';${more}\n`,
});

it('finds a capability without a text, and adds one', () => {
  expect(check(rule, texts(), access)).toEqual([
    'local/shop:pay: The text shop:pay is missing: administrators see [[shop:pay]].',
  ]);
  const after = fixed(rule, texts(), access, plugin[access] ?? '', "Add $string['shop:pay']", language);
  expect(after).toBe(
    "<?php\n$string['pluginname'] = 'Shop';\n$string['shop:pay'] = 'Pay';\n$string['shop:view'] = 'View';\n",
  );
});

it('adds it before those that are deprecated', () => {
  const text = (more: string) =>
    `<?php\n$string['pluginname'] = 'Shop';${more}\n\n// Deprecated since Moodle 4.5.\n$string['shop:view'] = 'View';\n`;
  const files = { ...plugin, [language]: text('') };
  expect(fixed(rule, files, access, plugin[access] ?? '', "Add $string['shop:pay']", language)).toBe(
    text("\n$string['shop:pay'] = 'Pay';"),
  );
});

it('is silent where all are there, or the file is not', () => {
  expect(check(rule, texts('\n$string["shop:pay"] = \'Pay\';'), access)).toEqual([]);
  expect(check(rule, plugin, access)).toEqual([]);
});
