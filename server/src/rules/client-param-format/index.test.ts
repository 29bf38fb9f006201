import { plugin } from '../../features/shared/index.testkit.ts';
import { inScript, payPath } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { clientParamFormat as rule } from './index.ts';

const text = (plugin[payPath] ?? '').replace(
  '([])',
  "(['ids' => new \\core_external\\external_multiple_structure(new \\core_external\\external_value(PARAM_INT)), 'data' => new \\core_external\\external_value(PARAM_RAW)])",
);
const find = (query: string) =>
  inScript(rule, `fetch('/server.php?wsfunction=local_shop_pay&${query}')`, { ...plugin, [payPath]: text });

it.each(['ids=[1,2]', 'ids=%5B1%5D'])('finds %s', (query) => {
  expect(find(query)).toEqual([
    'ids: REST takes lists and structures as ids[0]=…, not as JSON: Moodle answers “Only arrays accepted”.',
  ]);
});

it.each(['ids[0]=1', 'ids%5B0%5D=1', 'data=[1]', 'data={}'])('is silent about %s', (query) => {
  expect(find(query)).toEqual([]);
});
