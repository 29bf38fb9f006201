import { bodyFindings, bodyFixed, twoKeys } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { orderParamsContextCapability as rule } from './index.ts';

const parameters = "$params = self::validate_parameters(self::pay_order_parameters(), ['a' => $a]);";
const context = 'self::validate_context(\\context_course::instance($a));';
const capability = "require_capability('local/shop:pay', \\context_course::instance($a));";
const find = (...lines: string[]) => bodyFindings(rule, twoKeys, '$a, $b', lines.join('\n'));

it.each([
  [
    'a context before the parameters',
    [context, parameters],
    'validate_context: validate_context() is called before validate_parameters().',
  ],
  [
    'a capability before the context',
    [parameters, capability, context],
    'require_capability: require_capability() is called before validate_context().',
  ],
  [
    'a capability before the parameters',
    [capability, parameters, context],
    'require_capability: require_capability() is called before validate_parameters().',
  ],
])('finds %s', (_, lines, message) => {
  expect(find(...lines)).toEqual([message]);
});

it('moves what is late', () => {
  const fix = (title: string, ...lines: string[]) => bodyFixed(rule, twoKeys, '$a, $b', lines.join('\n'), title);
  expect(fix('Move validate_parameters() before validate_context()', 'f();', context, parameters, 'g();')).toBe(
    ['f();', parameters, context, 'g();'].join('\n'),
  );
  expect(fix('Move validate_context() before require_capability()', `if ($b) {\n    ${capability}\n}`, context)).toBe(
    [context, `if ($b) {\n    ${capability}\n}`].join('\n'),
  );
});

it.each([
  ['needs what comes between', [capability, '$a = f();', context]],
  ['is in a block', [capability, `if ($b) {\n    ${context}\n}`]],
])('moves nothing that %s', (_, lines) => {
  expect(find(...lines)).toHaveLength(1);
  const title = 'Move validate_context() before require_capability()';
  expect(() => bodyFixed(rule, twoKeys, '$a, $b', lines.join('\n'), title)).toThrow('no');
});

it.each([
  ['the usual order', [parameters, context, capability]],
  ['one of them', [capability]],
  ['a context that is known beforehand', ['self::validate_context(\\context_system::instance());', parameters]],
  ['a capability that decides', [capability.replace('require', '$x = has'), context]],
  ['another kind of call', [`$x->require_capability();`, parameters]],
])('is silent about %s', (_, lines) => {
  expect(find(...lines)).toEqual([]);
});
