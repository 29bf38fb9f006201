import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver';
import type { FeatureDocument } from '../features/shared/document.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import { checkDocument } from '../rules/check.ts';
import type { Hit } from '../rules/check.ts';
import { documentAt } from '../rules/documents.ts';
import type { Rule, Severity } from '../rules/rule.ts';
import type { MoodleIndex } from '../workspace/moodleIndex.ts';
import { canonicalPath } from './documents.ts';
import type { OpenDocument } from './documents.ts';
import { describeError } from './guard.ts';
import type { Session } from './session.ts';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated };

/** What the rules say about one document, as its index and its settings of now have it. */
export interface Checked {
  readonly index: MoodleIndex;
  readonly hits: readonly Hit[];
}

/** Undefined where nothing is checked. Rules that throw are bugs, and logged. */
export async function checkOpen(session: Session, document: OpenDocument): Promise<Checked | undefined> {
  await session.ready;
  const { diagnostics } = await session.settings.of(document.uri);
  const index = session.indexFor(document);
  if (!diagnostics.enabled || !index) return undefined;
  return { index, hits: await allHitsIn(session, index, document) };
}

interface KnownHits {
  readonly text: string;
  readonly config: string;
  readonly hits: readonly Hit[];
}

/** Key: a revision of an index, and the path of a document. Gone with the revision. */
const memory = new WeakMap<IndexSnapshot, Map<string, KnownHits>>();

/**
 * What all rules find in a document, open or not. Looked for once as long as neither the code that is indexed, nor the
 * document, nor what is set has changed: an editor asks for code actions at each move of the cursor, and for all that is
 * open after an edit of one document.
 */
export async function allHitsIn(
  session: Session,
  index: MoodleIndex,
  document: FeatureDocument,
): Promise<readonly Hit[]> {
  const config = await session.ruleConfig(document, index);
  const { snapshot } = index;
  let known = memory.get(snapshot);
  if (!known) memory.set(snapshot, (known = new Map<string, KnownHits>()));
  const same = { text: document.text.getText(), config: JSON.stringify(config) };
  const before = known.get(document.path);
  if (before?.text === same.text && before.config === same.config) return before.hits;
  const hits = checkDocument(snapshot, document, { config, failed: failedIn(session), today: session.ports.today() });
  known.set(document.path, { ...same, hits });
  return hits;
}

/** What some rules find. */
export async function hitsIn(
  session: Session,
  index: MoodleIndex,
  document: FeatureDocument,
  rules: readonly Rule[],
): Promise<readonly Hit[]> {
  const config = await session.ruleConfig(document, index);
  return checkDocument(index.snapshot, document, { config, failed: failedIn(session), rules });
}

const failedIn = (session: Session) => (rule: string, error: unknown) => {
  session.ports.logger.error(`The rule ${rule} failed: ${describeError(error)}`);
};

/** The same by the URI of a document, which may be closed by now. */
export async function diagnoseUri(session: Session, uri: string): Promise<readonly Diagnostic[]> {
  const open = session.documents.get(uri);
  if (open) return diagnose(session, open);
  await session.ready;
  const { diagnostics } = await session.settings.of(uri);
  const index = session.indexForUri(uri);
  const document = index && documentAt(index.snapshot, canonicalPath(session.ports.files, uri));
  if (!diagnostics.enabled || !diagnostics.workspace || !document) return [];
  return (await allHitsIn(session, index, document)).map((hit) => toDiagnostic(session, index, document, hit));
}

export async function diagnose(session: Session, document: OpenDocument): Promise<Diagnostic[]> {
  const checked = await checkOpen(session, document);
  return checked?.hits.map((hit) => toDiagnostic(session, checked.index, document, hit)) ?? [];
}

export function toDiagnostic(
  session: Session,
  index: MoodleIndex,
  { text }: FeatureDocument,
  { rule, severity, finding }: Hit,
): Diagnostic {
  const page = session.ports.rulePage(rule.id);
  const related = session.client.relatedInformation ? (finding.related ?? []) : [];
  return {
    range: { start: text.positionAt(finding.start), end: text.positionAt(finding.end) },
    severity: severities[severity],
    source: 'moodle-ws',
    code: rule.id,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    message: finding.message,
    ...(finding.tag ? { tags: [tags[finding.tag]] } : {}),
    ...(related.length > 0
      ? {
          relatedInformation: related.flatMap(({ path, start, end, message }): DiagnosticRelatedInformation[] => {
            const file = index.snapshot.file(path);
            if (!file) return [];
            const range = { start: file.positionAt(start), end: file.positionAt(end) };
            return [{ location: { uri: session.uriOf(path), range }, message }];
          }),
        }
      : {}),
    ...(finding.data ? { data: finding.data } : {}),
  };
}
