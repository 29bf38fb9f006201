import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { open, plugin } from '../features/shared/index.testkit.ts';
import { allRules } from './all.ts';
import { checkDocument } from './check.ts';
import type { Rule } from './rule.ts';
import { factsLine } from './texts.ts';

const rules = allRules.filter(({ id }) => /^services-(syntax|unknown-key|type-invalid)$/.test(id));
const path = '/code/local_shop/db/services.php';
const ids = (text: string) => {
  const { index, document } = open(plugin, path, text);
  return checkDocument(index, document, { rules }).map(({ rule }) => rule.id);
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
  ])('heeds %s', (comment, expected) => {
    expect(ids(entry(comment))).toEqual(expected);
  });
});

describe('severities', () => {
  const text = entry('');
  const hits = (options: Parameters<typeof checkDocument>[2]) => {
    const { index, document } = open(plugin, path, text);
    return checkDocument(index, document, { rules, ...options }).map(({ rule, severity }) => `${severity} ${rule.id}`);
  };

  it('are what is set, else what the finding says, else the rule\u2019s own', () => {
    expect(hits({})).toEqual(['warning services-unknown-key', 'warning services-type-invalid']);
    const settings = { 'services-unknown-key': 'off', 'services-type-invalid': 'error' } as const;
    expect(hits({ config: { rules: settings } })).toEqual(['error services-type-invalid']);
    const own: Rule = {
      id: 'x',
      defaultSeverity: 'error',
      check: () => [{ start: 0, end: 1, message: '', severity: 'hint' }],
    };
    expect(hits({ rules: [own] })).toEqual(['hint x']);
    expect(hits({ rules: [{ ...own, defaultSeverity: 'off' }] })).toEqual([]);
    expect(hits({ rules: [{ ...own, defaultSeverity: 'off' }], config: { rules: { x: 'info' } } })).toEqual(['info x']);
  });

  it('do not matter where a rule is about other versions of Moodle', () => {
    const rule: Rule = {
      id: 'x',
      defaultSeverity: 'error',
      since: 402,
      check: () => [{ start: 0, end: 1, message: '' }],
    };
    const at = (from: number, to: number) =>
      hits({ rules: [rule], config: { rules: {}, targets: { from, to } } }).length;
    expect([at(311, 401), at(311, 402), at(404, 502)]).toEqual([0, 1, 1]);
    const until: Rule = { id: 'x', defaultSeverity: 'error', until: 401, check: () => [] };
    expect(hits({ rules: [until], config: { rules: {}, targets: { from: 402, to: 500 } } })).toEqual([]);
  });

  it('a rule that throws costs itself', () => {
    const failures: string[] = [];
    const broken: Rule = {
      id: 'broken',
      defaultSeverity: 'error',
      check: () => {
        throw new Error('a bug');
      },
    };
    const failed = (id: string) => failures.push(id);
    expect(hits({ rules: [broken, ...rules], failed })).toHaveLength(2);
    expect(failures).toEqual(['broken']);
    expect(() => hits({ rules: [broken] })).toThrow('a bug');
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
    expect(text).toContain(`\n${factsLine(allRules.find((rule) => rule.id === id)!)}\n`);
  });
});
