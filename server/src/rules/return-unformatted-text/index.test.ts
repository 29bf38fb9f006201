import { expect, it } from 'vitest';
import { resultFindings, resultFixed, value } from '../rules.testkit.ts';
import { returnUnformattedText as rule } from './index.ts';

const name = (type: string) => `new external_single_structure(['name' => ${value(type)}])`;

it.each([
  ['PARAM_TEXT', '$order->name'],
  ['PARAM_RAW', '$order->description'],
])('finds %s of %s', (type, code) => {
  expect(resultFindings(rule, name(type), `return ['name' => ${code}];`)).toEqual([
    `${code}: ${code} goes out as it is stored: without filters, so that text in several languages stays as it is written.`,
  ]);
});

it.each([
  ['PARAM_TEXT', '$order->shortname'],
  ['PARAM_RAW', '$order->idnumber'],
  ['PARAM_ALPHA', '$order->name'],
  ['PARAM_TEXT', 'format_string($order->name)'],
  ['PARAM_TEXT', '$order->item->name'],
  ['PARAM_TEXT', '$order->name()'],
  ['PARAM_TEXT', '$order["name"]'],
])('is silent about %s of %s', (type, code) => {
  expect(resultFindings(rule, name(type), `return ['name' => ${code}];`)).toEqual([]);
});

it('formats a name', () => {
  const body = (code: string) => `$context = f(); return ['name' => ${code}];`;
  const title = 'Format it with format_string()';
  expect(resultFixed(rule, name('PARAM_TEXT'), body('$order->name'), title).body).toBe(
    body('external_format_string($order->name, $context->id)'),
  );
});
