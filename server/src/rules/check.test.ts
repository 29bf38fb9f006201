import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { open, plugin } from '../features/shared/index.testkit.ts';
import { allRules } from './all.ts';
import { checkDocument } from './check.ts';

const path = '/work/local_shop/db/services.php';
const ids = (text: string) => {
  const { index, document } = open(plugin, path, text);
  return checkDocument({ snapshot: index, document }).map(({ rule }) => rule.id);
};
const entry = (comment: string) =>
  `<?php\n$functions = [\n    'local_shop_x' => [\n        ${comment}\n        'tpye' => 'reed', 'type' => 'reed',\n    ],\n];\n`;

describe('checkDocument', () => {
  it('has all hits in the order of the text', () => {
    expect(ids(entry(''))).toEqual(['services-unknown-key', 'services-type-invalid']);
  });

  it.each([
    ['// moodle-ws-ignore-next-line', []],
    ['// moodle-ws-ignore-next-line services-type-invalid', ['services-unknown-key']],
    ['/* moodle-ws-ignore-next-line services-type-invalid, services-unknown-key: old sites */', []],
    ['// moodle-ws-ignore-next-line services-syntax', ['services-unknown-key', 'services-type-invalid']],
  ])('heeds %s', (comment, expected) => {
    expect(ids(entry(comment))).toEqual(expected);
  });
});

describe('every rule', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => name);

  it('is in the list, once', () => {
    expect(allRules.map(({ id }) => id).sort()).toEqual(folders.sort());
  });

  it.each(folders)('%s has a page', (id) => {
    const page = `${import.meta.dirname}/${id}/README.md`;
    expect(existsSync(page)).toBe(true);
    const text = readFileSync(page, 'utf8');
    expect(text.startsWith(`# ${id}\n`)).toBe(true);
    for (const heading of ['## What happens', '## Wrong', '## Right', '## When to suppress'])
      expect(text).toContain(heading);
    expect(text).toContain(`Severity: ${allRules.find((rule) => rule.id === id)?.defaultSeverity ?? ''}`);
  });
});
