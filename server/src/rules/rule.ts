import type { FeatureDocument } from '../features/shared/document.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { Span } from '../php/cursor.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** What a rule looks at: one open document, and the index that answers for it. */
export interface RuleContext {
  readonly snapshot: IndexSnapshot;
  readonly document: FeatureDocument;
}

/** Another place that belongs to a finding. */
export interface Related extends Span {
  readonly path: string;
  readonly message: string;
}

/** One hit of a rule. Offsets are those of the document. */
export interface Finding extends Span {
  /** For people, in their language. What machines need is in {@link data}. */
  readonly message: string;
  /** Where it is not the rule's own. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  /** Faded or struck through by the editor. */
  readonly tag?: 'unnecessary' | 'deprecated';
  /** What a quick fix needs to know; never a text to be parsed. */
  readonly data?: Readonly<Record<string, string>>;
}

/** A rule: what it is called and how bad its hits are, and a pure check of one document. */
export interface Rule {
  readonly id: string;
  readonly defaultSeverity: Severity;
  /** The version of this extension that brought it. */
  readonly since: string;
  check(context: RuleContext): Iterable<Finding>;
}
