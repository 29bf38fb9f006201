import { expect, it } from 'vitest';
import { resultFindings, resultFixed } from '../rules.testkit.ts';
import { formatTextInInput as rule } from './index.ts';

const message = (name: string) =>
  `${name}: What ${name}() returns is written to the database: texts are stored as they were entered, and formatted when they are shown.`;

it.each([
  "$DB->insert_record('shop', (object) ['note' => format_text($a)]);",
  "$DB->set_field('shop', 'note', format_text($a), ['id' => 1]);",
  "$order = new stdClass(); $order->note = format_text($a); $DB->update_record('shop', $order);",
  "$order['note'] = format_text($a); $DB->insert_record('shop', (object) $order);",
  "$note = format_text($a); $DB->set_field('shop', 'note', $note, ['id' => 1]);",
])('finds %s', (code) => {
  expect(resultFindings(rule, 'null', code)).toEqual([message('format_text')]);
});

it.each([
  "$DB->insert_record('shop', $order); $order->note = format_text($order->note); return $order;",
  "$note = format_text($a); $DB->insert_record('shop', $order);",
  "$order = $DB->get_record('shop', ['note' => format_text($a)]);",
  "$note = format_text($a); $DB->set_field('shop', 'note', $note->id);",
  "$files->insert_record('shop', format_text($a)); // $DB",
])('is silent about %s', (code) => {
  expect(resultFindings(rule, 'null', code)).toEqual([]);
});

it('suggests to write what was entered', () => {
  const write = (value: string) => `$DB->set_field('shop', 'note', ${value}, ['id' => 1]); // Kept.`;
  const { body } = resultFixed(rule, 'null', write('format_text($a, FORMAT_HTML)'), 'Write what was entered');
  expect(body).toBe(write('$a'));
});
