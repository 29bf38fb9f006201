/** Changes by which people say that they know better: a comment at a finding, or a rule turned off. */
import * as l10n from '@vscode/l10n';
import { modify } from 'jsonc-parser';
import { scriptBlocks } from '../callers/scriptBlocks.ts';
import { eolOf, indentAt } from '../edits/style.ts';
import type { FeatureDocument } from '../features/shared/document.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { Span } from '../php/cursor.ts';
import { T } from '../php/lexer.ts';
import type { Codebase } from '../workspace/codebase.ts';
import { componentOf } from '../workspace/codebase.ts';
import { configName } from './configFile.ts';
import { configPaths } from './configFiles.ts';
import type { Fix } from './rule.ts';

/** A comment in the line above a finding; undefined where no comment can stand. */
export function suppressHere(
  snapshot: IndexSnapshot,
  { path, languageId, text: document }: FeatureDocument,
  ruleId: string,
  finding: Span,
): Fix | undefined {
  const text = document.getText();
  const start = document.offsetAt({ line: document.positionAt(finding.start).line, character: 0 });
  if (languageId === 'php' && isInsideToken(snapshot, path, start)) return undefined;
  const title = l10n.t('Suppress {0} here', ruleId);
  const above = /^[ \t]*(?:\/\/|#|\/\*+|\{\{!|<!--)[ \t]*moodle-ws-ignore-next-line(?:[ \t,]+[a-z][a-z0-9-]*)+/;
  const lineAbove = text.lastIndexOf('\n', start - 2) + 1;
  const before = start === 0 ? undefined : above.exec(text.slice(lineAbove, start))?.[0].length;
  if (before !== undefined) {
    const at = lineAbove + before;
    return { title, edits: [{ path, start: at, end: at, text: `, ${ruleId}` }] };
  }
  const [open, close] = commentIn(languageId, text, start);
  const comment = `${open} moodle-ws-ignore-next-line ${ruleId}${close}`;
  const line = indentAt(text, finding.start) + comment + eolOf(text);
  return { title, edits: [{ path, start, end: start, text: line }] };
}

/** What a line inside of is no place for a comment. */
const spanning: ReadonlySet<number> = new Set([T.String, T.Heredoc, T.Comment, T.DocComment, T.InlineHtml]);

/** Whether a line begins inside a text or a comment of several lines. */
function isInsideToken(snapshot: IndexSnapshot, path: string, offset: number): boolean {
  const tokens = snapshot.file(path)?.islands.tokens;
  if (!tokens) return false;
  const { kind, start, end, count } = tokens;
  for (let i = 0; i < count && (start[i] ?? 0) < offset; i += 1)
    if ((end[i] ?? 0) > offset && spanning.has(kind[i] ?? -1)) return true;
  return false;
}

function commentIn(languageId: string, text: string, offset: number): readonly [open: string, close: string] {
  switch (languageId) {
    case 'mustache':
    case 'handlebars':
      return ['{{!', ' }}'];
    case 'html':
    case 'vue':
      return scriptBlocks(text).some(({ start, end }) => start <= offset && offset < end)
        ? ['//', '']
        : ['<!--', ' -->'];
    case 'shellscript':
    case 'http':
    case 'python':
      return ['#', ''];
    default:
      return ['//', ''];
  }
}

/**
 * Turns a rule off in the nearest moodle-ws.json that is there; else in a new one of the plugin, or of the tree for what
 * is Moodle's own.
 */
export function turnOff(
  document: FeatureDocument,
  codebase: Codebase,
  folders: readonly string[],
  read: (path: string) => string | undefined,
  ruleId: string,
): Fix | undefined {
  const paths = configPaths(document.path, codebase, folders);
  const isOwn = !/^core(_|$)/.test(componentOf(codebase, document.path)?.name ?? 'core');
  const path = paths.find((one) => read(one) !== undefined) ?? (isOwn ? paths[0] : paths.at(-1));
  if (path === undefined) return undefined;
  const text = read(path);
  const title = l10n.t('Turn {0} off in {1}', ruleId, configName);
  if (text === undefined) {
    const created = `${JSON.stringify({ rules: { [ruleId]: 'off' } }, null, 2)}\n`;
    return { title, edits: [{ path, start: 0, end: 0, text: created }] };
  }
  const formattingOptions = { insertSpaces: !/^\t/m.test(text), tabSize: 2, eol: eolOf(text) };
  const edits = modify(text, ['rules', ruleId], 'off', { formattingOptions });
  return {
    title,
    edits: edits.map(({ offset, length, content }) => ({ path, start: offset, end: offset + length, text: content })),
  };
}
