import { bodyFindings, bodyFixed } from '../methods.testkit.ts';
import { expect, it } from 'vitest';
import { transactionNotCommitted as rule } from './index.ts';

const start = '$t = $DB->start_delegated_transaction();';
const commit = '$t->allow_commit();';
const never =
  'start_delegated_transaction: Nothing commits this transaction: Moodle rolls it back at the end of the request.';
const open = 'return: The transaction is still open here: Moodle rolls it back at the end of the request.';

it.each([
  [`${start} f();`, never],
  ['$DB->start_delegated_transaction(); f();', never],
  [`${start} try { f(); } catch (e $e) { $t->rollback($e); }`, never],
  [`${start} if (f()) { return 1; } ${commit} return 2;`, open],
  [`${start} $x = function () { return 1; }; if (f()) { return 1; } ${commit}`, open],
])('finds it in %s', (code, found) => {
  expect(bodyFindings(rule, code)).toEqual([found]);
});

it.each([
  `${start} f(); ${commit} return 1;`,
  `if (f()) { return 1; } ${start} ${commit}`,
  `${start} if (f()) { throw new x(); } ${commit}`,
  `${start} $x = function () { return 1; }; ${commit}`,
  `${start} $x = fn() => 1; ${commit}`,
  `${start} try { f(); ${commit} } catch (e $e) { $t->rollback($e); } return 1;`,
  `${start} if (f()) { ${commit} return 1; } ${commit} return 2;`,
  `${start} try { return f(); } finally { ${commit} }`,
  `if ($x) { ${start} } if (f()) { return 1; } if ($x) { ${commit} }`,
  `${start} self::finish($t);`,
  `$this->t = $DB->start_delegated_transaction();`,
  `return $DB->start_delegated_transaction();`,
])('is silent about %s', (code) => {
  expect(bodyFindings(rule, code)).toEqual([]);
});

it('commits', () => {
  const lines = (...all: string[]) => all.join('\n        ');
  const title = `Insert ${commit}`;
  expect(bodyFixed(rule, lines(start, 'f();'), title)).toBe(lines(start, 'f();', commit));
  expect(bodyFixed(rule, lines(start, 'f();', 'return 1;'), title)).toBe(lines(start, 'f();', commit, 'return 1;'));
  expect(bodyFixed(rule, lines(start, 'if (f()) {', '    return 1;', '}', commit), title)).toBe(
    lines(start, 'if (f()) {', `    ${commit}`, '    return 1;', '}', commit),
  );
});
