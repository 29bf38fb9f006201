import { CodeActionKind } from 'vscode-languageserver';
import type { CodeAction, CodeActionParams, Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import * as l10n from '@vscode/l10n';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { mergeEdits } from '../edits/textEdit.ts';
import type { TextEdit } from '../edits/textEdit.ts';
import { provideRefactorings } from '../features/refactorings.ts';
import type { Hit } from '../rules/check.ts';
import { showFileCommand } from '../protocol/requests.ts';
import { allRules } from '../rules/all.ts';
import { checkedPaths, documentAt } from '../rules/documents.ts';
import type { Fix } from '../rules/rule.ts';
import { suppressHere, turnOff } from '../rules/takeBack.ts';
import type { MoodleIndex } from '../workspace/moodleIndex.ts';
import { fixAllKind } from './capabilities.ts';
import { checkOpen, hitsIn, toDiagnostic } from './diagnostics.ts';
import type { OpenDocument } from './documents.ts';
import type { Session } from './session.ts';

/** What is kept of an action whose edit is made when it is chosen: all fixes of a rule, or what is made of a place. */
type Deferred = { readonly uri: string } & ({ readonly rule: string } | { readonly offset: number });

/** Fixes of what is found in a range, and of all of their kind in the file and the plugin; on request all safe ones. */
export async function provideCodeActions(
  session: Session,
  document: OpenDocument,
  { range, context }: CodeActionParams,
): Promise<CodeAction[]> {
  const wants = (kind: string) =>
    !context.only || context.only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const wantsFixAll = context.only !== undefined && wants(fixAllKind);
  const actions = wants(CodeActionKind.Refactor)
    ? refactorings(session, document, document.text.offsetAt(range.start))
    : [];
  if (!wants(CodeActionKind.QuickFix) && !wantsFixAll) return actions;
  const checked = await checkOpen(session, document);
  if (!checked) return actions;
  const { index, hits } = checked;
  if (wantsFixAll) {
    const edit = workspaceEdit(session, index, safeEdits(hits));
    if (edit) actions.push({ title: l10n.t('Fix all Moodle web service problems'), kind: fixAllKind, edit });
  }
  if (!wants(CodeActionKind.QuickFix)) return actions;
  const [start, end] = [document.text.offsetAt(range.start), document.text.offsetAt(range.end)];
  const here = hits.filter(({ finding }) => finding.start <= end && start <= finding.end);
  for (const hit of here) {
    const diagnostics = [toDiagnostic(session, index, document, hit)];
    const add = ({ title, edits }: Fix, isPreferred: boolean) => {
      const change = changeOf(session, index, edits);
      if (change) actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, isPreferred, ...change });
    };
    if (hit.finding.fix) add(hit.finding.fix(), true);
    for (const fix of hit.finding.suggest?.() ?? []) add(fix, false);
  }
  const byRule = [...new Set(here.map(({ rule }) => rule.id))];
  for (const id of byRule) actions.push(...takeBacks(session, index, document, id, here));
  for (const rule of new Set(here.filter(({ finding }) => finding.fix).map((hit) => hit.rule.id)))
    actions.push(...ofOneKind(session, index, document, hits, rule));
  // What a finding asks for, too, is offered as its fix.
  return actions.filter(
    ({ kind, title }) =>
      kind !== CodeActionKind.Refactor || !actions.some((one) => one.kind !== kind && one.title === title),
  );
}

/** What can be made of a place. */
function refactorings(session: Session, document: OpenDocument, offset: number): CodeAction[] {
  const index = session.indexFor(document);
  if (!index) return [];
  const found = provideRefactorings(index.snapshot, document, offset, session.now);
  return found.flatMap(({ title, edits }): CodeAction[] => {
    const kind = CodeActionKind.Refactor;
    const data: Deferred = { uri: document.uri, offset };
    if (session.client.resolvesCodeActions) return [{ title, kind, data }];
    const change = changeOf(session, index, edits());
    return change ? [{ title, kind, ...change }] : [];
  });
}

/** A comment at a finding, and turning its rule off. */
function* takeBacks(
  session: Session,
  index: MoodleIndex,
  document: OpenDocument,
  id: string,
  here: readonly Hit[],
): Generator<CodeAction> {
  const hit = here.find(({ rule }) => rule.id === id);
  if (!hit) return;
  const diagnostics = [toDiagnostic(session, index, document, hit)];
  const fixes = [
    suppressHere(index.snapshot, document, id, hit.finding),
    turnOff(document, index.codebase, session.folderPaths, (path) => session.read(path), id),
  ];
  for (const fix of fixes) {
    const edit = fix && workspaceEdit(session, index, fix.edits);
    if (edit) yield { title: fix.title, kind: CodeActionKind.QuickFix, diagnostics, edit };
  }
}

function* ofOneKind(
  session: Session,
  index: MoodleIndex,
  document: OpenDocument,
  hits: readonly Hit[],
  id: string,
): Generator<CodeAction> {
  const same = hits.filter(({ rule }) => rule.id === id);
  const diagnostics = same.map((hit): Diagnostic => toDiagnostic(session, index, document, hit));
  const edit = same.length > 1 ? workspaceEdit(session, index, safeEdits(same)) : undefined;
  const kind = CodeActionKind.QuickFix;
  if (edit) yield { title: l10n.t('Fix all “{0}” in this file', id), kind, diagnostics, edit };
  const component = index.snapshot.componentOf(document.path);
  if (!component || !session.client.resolvesCodeActions) return;
  const data: Deferred = { uri: document.uri, rule: id };
  yield { title: l10n.t('Fix all “{0}” in {1}', id, component.name), kind, diagnostics, data };
}

/** Makes the edit of an action that was chosen. */
export async function resolveCodeAction(session: Session, action: CodeAction): Promise<CodeAction> {
  const deferred = action.data as Deferred | undefined;
  const document = deferred && session.documents.get(deferred.uri);
  const index = document && session.indexFor(document);
  const component = index?.snapshot.componentOf(document?.path ?? '');
  if (!document || !index || !component) return action;
  if ('offset' in deferred) {
    const found = provideRefactorings(index.snapshot, document, deferred.offset, session.now);
    const edits = found.find(({ title }) => title === action.title)?.edits();
    return edits ? { ...action, ...changeOf(session, index, edits) } : action;
  }
  const rules = allRules.filter(({ id }) => id === deferred.rule);
  const groups: (readonly TextEdit[])[] = [];
  for (const path of checkedPaths(index.snapshot, component)) {
    const one = session.documents.byPath(path) ?? documentAt(index.snapshot, path);
    if (!one) continue;
    const hits = await hitsIn(session, index, one, rules);
    for (const { finding } of hits) if (finding.fix) groups.push(finding.fix().edits);
  }
  const edit = workspaceEdit(session, index, mergeEdits(groups));
  return edit ? { ...action, edit } : action;
}

const safeEdits = (hits: readonly Hit[]): TextEdit[] =>
  mergeEdits(hits.flatMap(({ finding }) => (finding.fix ? [finding.fix().edits] : [])));

/** What an action does: its edit, and what then shows the first file that it makes. */
function changeOf(
  session: Session,
  index: MoodleIndex,
  edits: readonly TextEdit[],
): Pick<CodeAction, 'edit' | 'command'> | undefined {
  const edit = workspaceEdit(session, index, edits);
  const [made] = edit?.documentChanges?.filter((one) => 'kind' in one && one.kind === 'create') ?? [];
  if (!edit || !made || !('uri' in made) || !session.client.runCommand) return edit && { edit };
  return { edit, command: { title: l10n.t('Show the new file'), command: showFileCommand, arguments: [made.uri] } };
}

/** Undefined when there is nothing to change, or when it needs a new file and the client can make none. */
export function workspaceEdit(
  session: Session,
  { snapshot }: MoodleIndex,
  edits: readonly TextEdit[],
): WorkspaceEdit | undefined {
  if (edits.length === 0) return undefined;
  const changes: Record<string, { range: { start: Position; end: Position }; newText: string }[]> = {};
  const created: string[] = [];
  for (const { path, start, end, text } of edits) {
    const open = session.documents.byPath(path);
    const uri = open?.uri ?? session.uriOf(path);
    const source = open ? open.text : textOf(snapshot.file(path)?.text ?? session.read(path));
    if (!source) {
      created.push(uri);
      const at = { line: 0, character: 0 };
      (changes[uri] ??= []).push({ range: { start: at, end: at }, newText: text });
    } else {
      const range = { start: source.positionAt(start), end: source.positionAt(end) };
      (changes[uri] ??= []).push({ range, newText: text });
    }
  }
  if (created.length === 0) return { changes };
  if (!session.client.createsFiles) return undefined;
  return {
    documentChanges: [
      ...created.map((uri) => ({ kind: 'create' as const, uri, options: { ignoreIfExists: true } })),
      ...Object.entries(changes).map(([uri, list]) => ({ textDocument: { uri, version: null }, edits: list })),
    ],
  };
}

type Position = ReturnType<TextDocument['positionAt']>;

const textOf = (text: string | undefined): TextDocument | undefined =>
  text === undefined ? undefined : TextDocument.create('', '', 0, text);
