import { plugin } from '../../features/shared/index.testkit.ts';
import { inScript } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { jsNotInRepository as rule } from './index.ts';

const call = "Ajax.call([{methodname: 'local_shop_pay', args: {}}])";

it('finds calls elsewhere', () => {
  expect(inScript(rule, call)).toEqual([
    'local_shop_pay: Calls of web services have their place in amd/src/repository.js.',
  ]);
});

it.each(['src/repository.js', 'src/local/repository.js', 'src/repository/orders.js'])('is silent about %s', (name) => {
  expect(inScript(rule, call, plugin, name)).toEqual([]);
});
