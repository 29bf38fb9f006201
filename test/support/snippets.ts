import { readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

export interface Snippet {
  prefix: string;
  description: string;
  body: string;
}

/** The snippets of one language as the manifest contributes them, by prefix. */
export function snippetsOf(language: string): Map<string, Snippet> {
  const manifest = json('package.json') as { contributes: { snippets: { language: string; path: string }[] } };
  const found = new Map<string, Snippet>();
  for (const { path } of manifest.contributes.snippets.filter((each) => each.language === language)) {
    const file = json(path) as Record<string, { prefix: string; description: string; body: string[] }>;
    for (const snippet of Object.values(file)) {
      found.set(snippet.prefix, { ...snippet, body: snippet.body.join('\n') });
    }
  }
  return found;
}

/**
 * The text after an expansion in which nothing is typed: placeholders keep their defaults, a choice takes its first
 * value, a variable its value. Follows the grammar of VS Code's snippet syntax as far as these snippets use it:
 * `$1`, `${1:default}`, `${1|a,b|}`, `$VAR`, `${VAR:default}`, `${VAR/expression/replacement/}`, `\` escapes.
 */
export function expand(body: string, variables: Readonly<Record<string, string>> = {}): string {
  const values = new Map<string, string>();
  const read = (): string => new Expansion(body, variables, values).text('');
  read(); // a tab stop may be used before the place that holds its default
  return read();
}

class Expansion {
  private at = 0;
  private readonly body: string;
  private readonly variables: Readonly<Record<string, string>>;
  private readonly values: Map<string, string>;

  constructor(body: string, variables: Readonly<Record<string, string>>, values: Map<string, string>) {
    this.body = body;
    this.variables = variables;
    this.values = values;
  }

  /** Reads up to one of the characters of `end`, which it leaves. */
  text(end: string): string {
    let result = '';
    while (this.at < this.body.length && !end.includes(this.body.charAt(this.at))) {
      if (this.body[this.at] === '\\') {
        result += this.body.charAt(this.at + 1);
        this.at += 2;
      } else if (this.body[this.at] === '$') {
        result += this.reference();
      } else {
        result += this.body.charAt(this.at++);
      }
    }
    return result;
  }

  private reference(): string {
    const plain = this.take(/\$(\d+|[A-Z_]+)/y);
    if (plain) return this.valueOf(plain);
    const name = this.take(/\$\{(\w+)/y);
    if (!name) throw new Error(`neither tab stop nor variable at ${this.body.slice(this.at, this.at + 20)}`);
    let value = this.valueOf(name);
    const separator = this.body[this.at++];
    if (separator === ':') {
      const fallback = this.text('}');
      if (/^\d/.test(name)) this.values.set(name, fallback);
      value = this.valueOf(name) || fallback;
    } else if (separator === '|') {
      value = this.text('|').split(',')[0] ?? '';
      this.values.set(name, value);
      this.at++;
    } else if (separator === '/') {
      const [, expression = '', replacement = ''] = this.match(/((?:[^/\\]|\\.)*)\/([^/]*)\//y);
      value = value.replace(new RegExp(expression), replacement);
    } else {
      this.at--;
    }
    this.at++;
    return value;
  }

  private valueOf(name: string): string {
    return (/^\d/.test(name) ? this.values.get(name) : this.variables[name]) ?? '';
  }

  private take(pattern: RegExp): string | undefined {
    return this.match(pattern)[1];
  }

  private match(pattern: RegExp): readonly (string | undefined)[] {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.body);
    if (!found) return [];
    this.at = pattern.lastIndex;
    return found;
  }
}

/** A plugin made of nothing but expanded snippets, by path: what a user has who presses Tab and Escape. */
export function snippetPlugin(): Map<string, string> {
  const php = snippetsOf('php');
  const javascript = snippetsOf('javascript');
  const text = (from: Map<string, Snippet>, prefix: string, file: string): string =>
    expand(from.get(prefix)?.body ?? '', { TM_FILENAME_BASE: file, CURRENT_YEAR: '2026' });
  const indented = (block: string): string => block.replace(/^(?=.)/gm, '    ');
  const declarations = [
    '<?php',
    "defined('MOODLE_INTERNAL') || die();\n",
    `$functions = [\n${indented(text(php, 'moodlews-entry', 'services'))}\n];\n`,
    `$services = [\n${indented(text(php, 'moodlews-service', 'services'))}\n];\n`,
  ];
  const ajax = "import Ajax from 'core/ajax';";
  const fetchMany = "import {call as fetchMany} from 'core/ajax';";
  return new Map([
    ['db/services.php', declarations.join('\n')],
    ['classes/external/create_groups.php', `<?php\n${text(php, 'moodlews-class', 'create_groups')}\n`],
    ['tests/external/create_groups_test.php', `<?php\n${text(php, 'moodlews-test', 'create_groups_test')}\n`],
    ['amd/src/repository.js', `${text(javascript, 'moodlews-repository', 'repository')}\n`],
    ['amd/src/more.js', `${fetchMany}\n\n${text(javascript, 'moodlews-function', 'more')}\n`],
    ['amd/src/call.js', `${ajax}\n\n${text(javascript, 'moodlews-call', 'call')};\n`],
  ]);
}
