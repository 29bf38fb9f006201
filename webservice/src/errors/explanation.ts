import type { Stage } from './stage.ts';

/** A failure in plain words; plain text, though it may quote names and addresses of the call. */
export interface Explanation {
  /** What stands for the failure in one word: Moodle's errorcode or the kind of the failure. */
  code: string;
  /** What happened, in a few words without a full stop. */
  title: string;
  /** Why, in one or two sentences. */
  cause: string;
  /** What to try, in one or two sentences. */
  cure: string;
  stage: Stage;
  /** What the site or the network said itself: untrusted text of any length up to what was received, or null. */
  detail: string | null;
}

export type Words = Pick<Explanation, 'title' | 'cause' | 'cure'>;

/** One explainer for each kind of failure; the compiler wants every kind. */
export type Explainers<F extends { kind: string }> = { [K in F['kind']]: (failure: Extract<F, { kind: K }>) => Words };
