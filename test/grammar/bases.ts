import type { IRawGrammar } from 'vscode-textmate';

/**
 * Base grammars as small as an injection needs them: strings and comments with the scope names of VS Code's own
 * PHP, JavaScript and shell grammars.
 */
type Base = Pick<IRawGrammar, 'scopeName' | 'patterns'>;

const quoted = (quote: string, name: string) => ({
  name,
  begin: quote,
  end: quote,
  patterns: [{ match: '\\\\.', name: 'constant.character.escape' }],
});
const lineComment = (start: string, suffix: string) => ({ match: `${start}.*$`, name: `comment.line.${suffix}` });

const script: Base['patterns'] = [
  lineComment('//', 'double-slash.js'),
  quoted("'", 'string.quoted.single.js'),
  quoted('"', 'string.quoted.double.js'),
  quoted('`', 'string.template.js'),
];

export const bases: Base[] = [
  {
    scopeName: 'text.html.php',
    patterns: [
      {
        begin: '<\\?php',
        end: '\\?>',
        name: 'meta.embedded.block.php source.php',
        patterns: [
          lineComment('//', 'double-slash.php'),
          quoted("'", 'string.quoted.single.php'),
          quoted('"', 'string.quoted.double.php'),
        ],
      },
      { begin: '<script>', end: '</script>', name: 'meta.embedded.block.html source.js', patterns: script },
    ],
  },
  { scopeName: 'source.js', patterns: script },
  { scopeName: 'source.ts', patterns: script },
  { scopeName: 'text.html.mustache', patterns: [{ match: '\\{\\{[^}]*\\}\\}', name: 'meta.tag.mustache' }] },
  {
    scopeName: 'source.shell',
    patterns: [lineComment('#', 'number-sign.shell'), quoted('"', 'string.quoted.double.shell')],
  },
];
