import type { TextEdit } from '../edits/textEdit.ts';
import type { FeatureDocument } from '../features/shared/document.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { Span } from '../php/cursor.ts';
import type { Targets } from '../workspace/moodleVersions.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';
/** What a rule can be set to. */
export type RuleSetting = Severity | 'off';

/** What a rule looks at: one document, open or on disk, and the index that answers for it. */
export interface RuleContext {
  readonly snapshot: IndexSnapshot;
  readonly document: FeatureDocument;
  /** The Moodle versions that the document's component supports. */
  readonly targets: Targets;
  /** The same codebase with this component's files as a git base has them; undefined where no base is known. */
  readonly base?: IndexSnapshot | undefined;
  /** `20260131`, for what suggestions write; undefined where nobody makes them. */
  readonly today?: string | undefined;
  /** The base is the last commit: what differs from it is still being worked on. */
  readonly baseIsHead?: boolean | undefined;
}

/** Another place that belongs to a finding. */
export interface Related extends Span {
  readonly path: string;
  readonly message: string;
}

/** A change that removes a finding. */
export interface Fix {
  /** For people: `Insert 'type' => 'read'`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** One hit of a rule. Offsets are those of the document. */
export interface Finding extends Span {
  /** For people, in their language. What machines need is in {@link data}. */
  readonly message: string;
  /** Where it is not the rule's own; `off`: only told where somebody has set a severity for the rule. */
  readonly severity?: RuleSetting;
  readonly related?: readonly Related[];
  /** Faded or struck through by the editor. */
  readonly tag?: 'unnecessary' | 'deprecated';
  /** What a quick fix needs to know; never a text to be parsed. */
  readonly data?: Readonly<Record<string, string>>;
  /** A change that is right wherever the finding is, so that all of a kind may be made at once. */
  readonly fix?: (() => Fix) | undefined;
  /** Changes of which somebody has to choose. */
  readonly suggest?: (() => readonly Fix[]) | undefined;
}

/** What is known of a rule without running it. */
export interface RuleFacts {
  readonly id: string;
  readonly defaultSeverity: RuleSetting;
  /** The first and the last Moodle branch (`402`) that it is about; all without them. */
  readonly since?: number;
  readonly until?: number;
  /** It compares with schemas, and says nothing where one is not known in full. */
  readonly needsCompleteSchema?: true;
  readonly tags?: readonly ('security' | 'compatibility' | 'convention')[];
  /** How its findings can be changed: safely (`fix`), or by a choice (`suggest`). */
  readonly fixes?: 'fix' | 'suggest';
}

/** A rule: what is known of it, and a pure check of one document. */
export interface Rule extends RuleFacts {
  check(context: RuleContext): Iterable<Finding>;
}
