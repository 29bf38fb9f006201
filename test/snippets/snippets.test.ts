import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expand, snippetPlugin, snippetsOf } from '../support/snippets.ts';

const languages = ['php', 'javascript', 'javascriptreact', 'typescript', 'typescriptreact'];

describe('expansion', () => {
  it('follows the snippet syntax', () => {
    expect(expand('$1 ${1:one} ${2|a,b|} $2_x')).toBe('one one a a_x');
    expect(expand('\\$a \\\\ ${3:in $4 ${4:four}}$0')).toBe('$a \\ in four four');
    expect(expand('$NAME ${NAME:none} ${OTHER:none}', { NAME: 'n' })).toBe('n n none');
    expect(expand('${NAME/^(.*)_test$/$1/}', { NAME: 'create_groups_test' })).toBe('create_groups');
  });
});

describe('snippets', () => {
  it.each([...snippetPlugin()])('expand to %s', (path, text) => {
    expect(text).toBe(readFileSync(new URL(`../fixtures/snippets/${path}`, import.meta.url), 'utf8'));
  });

  it.each(languages)('of %s have a prefix of ours, a description and no tab', (language) => {
    const all = [...snippetsOf(language).values()];
    expect(all.length).toBeGreaterThan(0);
    for (const { prefix, description, body } of all) {
      expect(prefix).toMatch(/^moodlews-[a-z]+$/);
      expect(description).not.toBe('');
      expect(body).not.toContain('\t');
    }
  });

  it('name the file they are in', () => {
    const body = snippetsOf('php').get('moodlews-test')!.body;
    const text = expand(body, { TM_FILENAME_BASE: 'delete_orders_test', CURRENT_YEAR: '2026' });
    expect(text).toContain('final class delete_orders_test extends');
    expect(text).toContain('delete_orders::execute(');
  });
});
