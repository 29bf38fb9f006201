import { expect, it } from 'vitest';
import { describedFixed, signatureFindings, signatureFixed, withSignature } from '../rules.testkit.ts';
import { signatureName as rule } from './index.ts';

const id = "'id' => new external_value(PARAM_INT, 'The order')";
const text = "'notifcation' => new external_value(PARAM_TEXT, 'A text')";

it.each([
  [id, '$orderid', '$orderid: It takes the value of the key id, which has another name.'],
  [
    text,
    '$notification',
    '$notification: It takes the value of the key notifcation: if that is misspelt, clients must misspell it, too.',
  ],
  [id, '$Id', '$Id: It takes the value of the key id, which has another name.'],
])('finds %s, written %s', (keys, signature, found) => {
  expect(signatureFindings(rule, keys, signature)).toEqual([found]);
});

it.each([
  [id, '$id'],
  [id, '...$ids'],
  // The name of the key that moodle-cs takes for a variable.
  ["'order_ID' => new external_value(PARAM_INT, 'The order')", '$orderid'],
  ["'order_ID' => new external_value(PARAM_INT, 'The order')", '$order_ID'],
  [`${id}, ${text}`, '$notifcation, $id'],
])('is silent about (%s), written (%s)', (keys, signature) => {
  expect(signatureFindings(rule, keys, signature)).toEqual([]);
});

it('renames the parameter in the method and its comment', () => {
  const method = (name: string) =>
    `/**\n     * @param int $${name} The order\n     */\n    ${withSignature(`int $${name}`, ` f($${name}, "no $${name}", 'no $orderid', $orderids);`)}`;
  expect(describedFixed(rule, { keys: id, method: method('orderid') }, 'Rename $orderid to $id').method).toBe(
    method('id'),
  );
});

it.each([' $id = 1;', " compact('orderid');", ' echo "${orderid}";', ' $$name = 1;'])(
  'renames nothing beside {%s',
  (body) => {
    const method = withSignature('$orderid', body);
    expect(() => describedFixed(rule, { keys: id, method }, 'Rename $orderid to $id')).toThrow('no Rename');
  },
);

it('renames to what moodle-cs takes for a variable', () => {
  const keys = "'order_ID' => new external_value(PARAM_INT, 'The order')";
  expect(signatureFixed(rule, keys, '$id', 'Rename $id to $orderid')).toBe('$orderid');
});

it('renames to no key that is no name', () => {
  const keys = "'[id' => new external_value(PARAM_INT, 'The order')";
  expect(() => signatureFixed(rule, keys, '$id', 'Rename $id to $[id')).toThrow('no Rename');
});

it('renames to no name of another parameter', () => {
  expect(() => signatureFixed(rule, id, '$orderid, $id = 1', 'Rename $orderid to $id')).toThrow('no Rename');
});
