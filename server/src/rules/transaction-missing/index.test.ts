import { bodyFindings, bodyFixed } from '../methods.testkit.ts';
import { expect, it } from 'vitest';
import { transactionMissing as rule } from './index.ts';

const insert = "$DB->insert_record('a', $a);";
const update = "$DB->update_record('b', $b);";
const found = ['pay_order: It writes to the database more than once: what fails between leaves half of the work done.'];

it.each([
  `${insert}\n${update}`,
  `foreach ($all as $a) { ${insert} }`,
  `if ($x) { ${insert} }\n${update}`,
  `${insert} self::more();`,
])('finds %s', (code) => {
  const helper = `private static function more() { ${update} }`;
  expect(bodyFindings(rule, code, helper)).toEqual(found);
});

it.each([
  insert,
  `$transaction = $DB->start_delegated_transaction(); ${insert} ${update} $transaction->allow_commit();`,
  `if ($x) { ${insert} } else { ${update} }`,
  `if ($x) { ${insert} } else if ($y) { ${update} } else { throw new x(); }`,
  `if ($x) { ${insert} return; }\n${update}`,
  `${insert}\n$x = $DB->get_record('a', []);`,
])('is silent about %s', (code) => {
  expect(bodyFindings(rule, code)).toEqual([]);
});

it('wraps the statements that write', () => {
  const lines = (...all: string[]) => all.join('\n        ');
  expect(bodyFixed(rule, lines('global $DB;', insert, '$b = 1;', update, 'return 1;'), 'Wrap in a transaction')).toBe(
    lines(
      'global $DB;',
      '$transaction = $DB->start_delegated_transaction();',
      insert,
      '$b = 1;',
      update,
      '$transaction->allow_commit();',
      'return 1;',
    ),
  );
  const block = lines('foreach ($all as $a) {', `    ${insert}`, '}');
  expect(bodyFixed(rule, block, 'Wrap in a transaction')).toBe(
    lines('$transaction = $DB->start_delegated_transaction();', block, '$transaction->allow_commit();'),
  );
  const leaving = lines(insert, 'if ($x) {', '    return;', '}', update);
  expect(() => bodyFixed(rule, leaving, 'Wrap in a transaction')).toThrow();
});
