import { expect, it } from 'vitest';
import { plugin } from '../../features/shared/index.testkit.ts';
import { findingsIn, fixed, inPlugin, services } from '../rules.testkit.ts';
import { methodMissing as rule } from './index.ts';

const base = '/code/local_shop/classes/external/base.php';
const thing = '/code/local_shop/classes/external/thing.php';
const cls = (header: string, body = '') => `<?php\nnamespace local_shop\\external;\n${header} {\n${body}\n}\n`;
const entry = "    'local_shop_thing' => ['classname' => 'local_shop\\external\\thing', 'methodname' => 'do_it'],";

it('finds a method that the class does not have, with the nearest one', () => {
  const message =
    'Moodle calls this method, and local_shop\\external\\pay has no pay_orders(). Did you mean pay_order?';
  const text = "    'local_shop_x' => ['classname' => 'local_shop\\external\\pay', 'methodname' => 'pay_orders'],";
  expect(inPlugin(rule, text)).toEqual([`pay_orders: ${message}`]);
});

it('marks the class where no method is written, since execute is meant', () => {
  const text = "    'local_shop_x' => ['classname' => 'local_shop\\external\\pay'],";
  expect(inPlugin(rule, text)).toEqual([
    'local_shop\\external\\pay: Moodle calls this method, and local_shop\\external\\pay has no execute().',
  ]);
});

it('says where the class is', () => {
  const text = (plugin[services] ?? '').replace('pay_order', 'pay_nothing');
  expect(findingsIn(rule, plugin, services, text)[0]?.related?.[0]?.path).toBe(
    '/code/local_shop/classes/external/pay.php',
  );
});

it.each([
  ['inherited', { [thing]: cls('class thing extends base'), [base]: cls('class base', 'static function do_it() {}') }],
  ['of a trait', { [thing]: cls('class thing', 'use base;'), [base]: cls('trait base', 'static function do_it() {}') }],
  ['in any case', { [thing]: cls('class thing', 'static function Do_It() {}') }],
  ['maybe of a parent that is not here', { [thing]: cls('class thing extends \\mod_quiz\\external\\x') }],
  ['maybe of a trait that is not here', { [thing]: cls('class thing', 'use \\core\\some_trait;') }],
  ['of a class that is not there at all', {}],
])('is silent about a method %s', (_, files) => {
  expect(inPlugin(rule, entry, files)).toEqual([]);
});

it('does not take a parent of its own kind for an endless chain', () => {
  expect(inPlugin(rule, entry, { [thing]: cls('class thing extends thing') })).toHaveLength(1);
});

const path = '/code/local_shop/classes/external/get_orders.php';
const source = plugin[path] ?? '';
/** The class without its method. */
const bare = source.replace(/ {4}public static function execute\([\s\S]*?\n {4}\}\n\n/, '');
const stubbed = (text: string) =>
  fixed(rule, { ...plugin, [path]: text }, services, plugin[services] ?? '', 'Insert execute()', path);

it('inserts the method that the descriptions stand for', () => {
  expect(stubbed(bare)).toBe(
    bare.replace(
      '    public static function execute_returns',
      `    /**
     * Returns the orders of a user.
     *
     * @param int $userid Whose orders
     * @param int $limit How many
     * @return array
     */
    public static function execute(int $userid, int $limit = 10): array {
        [
            'userid' => $userid,
            'limit' => $limit,
        ] = self::validate_parameters(self::execute_parameters(), [
            'userid' => $userid,
            'limit' => $limit,
        ]);

        $context = \\context_user::instance($userid);
        self::validate_context($context);

        return [];
    }

    public static function execute_returns`,
    ),
  );
});

it('returns what passes, and nothing where nothing is described', () => {
  const structure = `new external_single_structure([
            'id' => new external_value(PARAM_INT, 'x'),
            'note' => new external_value(PARAM_TEXT, 'x', VALUE_OPTIONAL),
            'user' => new external_single_structure(['name' => new external_value(PARAM_TEXT, 'x')]),
        ])`;
  const single = bare
    .replace(/new external_multiple_structure\(.*\)/, structure)
    .replace('external_multiple_structure;', 'external_single_structure;')
    .replace(': external_multiple_structure', '');
  expect(stubbed(single)).toContain(`        return [
            'id' => 0,
            'user' => [
                'name' => '',
            ],
        ];
    }
`);
  const nothing = stubbed(
    bare.replace(/new external_multiple_structure\(.*\)/, 'null').replace(': external_multiple_structure', ''),
  );
  expect(nothing).toContain('public static function execute(int $userid, int $limit = 10): void {');
  expect(nothing).toContain('self::validate_context($context);\n    }\n');
  const alone = '<?php\nnamespace local_shop\\external;\nclass get_orders extends \\core_external\\external_api {\n}\n';
  expect(stubbed(alone)).toContain('class get_orders extends \\core_external\\external_api {\n    /**\n');
});

it('changes to the nearest method', () => {
  const wrong = (plugin[services] ?? '').replace("'pay_order'", "'pay_orders'");
  expect(fixed(rule, plugin, services, wrong, 'Change to pay_order')).toBe(plugin[services]);
});

it('is what moodle-cs takes: variables without underscores, short lines', () => {
  const keys = ['order_id', 'order_Type', `long${'x'.repeat(50)}`];
  const schema = keys.map((key) => `            '${key}' => new external_value(PARAM_INT, '${'Word '.repeat(30)}'),\n`);
  const text = stubbed(bare.replace(/ {12}'userid'[^]*?(?= {8}\]\);)/, schema.join('')));
  expect(text).toContain(`    public static function execute(
        int $orderid,
        int $ordertype,
        int $${keys[2]}
    ): array {
        [
            'order_id' => $orderid,
`);
  const [written = ''] = /\/\*\*[^]*?execute\([^]*?\n {4}\}/.exec(text) ?? [];
  expect(written).toContain('     * @param int $orderid Word Word');
  expect(written).toContain('\n     *     Word');
  expect(Math.max(...written.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(132);
  const both = bare.replace("'limit'", "'user_id'");
  expect(stubbed(both)).toContain('execute(int $userid, int $user_id = 10)');
});
