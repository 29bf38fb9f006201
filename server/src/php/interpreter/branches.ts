/** Branches on what cannot be known: every side runs from the same state, and every changed place is joined. */
import { join } from '../join.ts';
import type { Alias, Cell, Frame, Value } from '../values.ts';
import { PhpArray } from '../values.ts';
import { PhpThrow } from './machine.ts';
import type { Completion, Machine } from './machine.ts';

/**
 * What the runs answer, each from the state at the beginning; afterwards every place holds the join of what they left.
 * A run that throws is one that cannot have happened; the exception passes when all of them throw.
 */
export function alternatives<T>(m: Machine, runs: readonly (() => T)[], frame: Frame, source: string): T[] {
  m.step(8 * runs.length); // Keeping and joining states is work, too.
  const outcomes: { value: T; after: Map<Cell, Value | undefined> }[] = [];
  const aliases = [...frame.aliases];
  const bound = new Map<string, Alias>();
  const skippedBefore = frame.skipped;
  let skipped = skippedBefore;
  let thrown: PhpThrow | undefined;
  for (const run of runs) {
    const outer = m.journal;
    const journal = new Map<Cell, Value | undefined>();
    m.journal = journal;
    frame.skipped = skippedBefore;
    try {
      const value = run();
      outcomes.push({ value, after: new Map([...journal.keys()].map((cell) => [cell, cell.value])) });
    } catch (error) {
      if (!(error instanceof PhpThrow)) throw error;
      thrown = error;
    } finally {
      m.journal = outer;
      for (const [cell, before] of journal) cell.value = before;
      for (const [name, alias] of frame.aliases) bound.set(name, alias);
      frame.aliases.clear();
      for (const [name, alias] of aliases) frame.aliases.set(name, alias);
      skipped = worse(skipped, frame.skipped);
    }
  }
  if (outcomes.length === 0 && thrown) throw thrown;
  for (const [name, alias] of bound) frame.aliases.set(name, alias);
  frame.skipped = skipped;
  for (const cell of new Set(outcomes.flatMap(({ after }) => [...after.keys()]))) {
    const values = outcomes.map(({ after }) => (after.has(cell) ? after.get(cell) : cell.value));
    m.set(cell, joined(m, values, source));
  }
  return outcomes.map(({ value }) => value);
}

/** {@link join}, paid for. */
export function joined(m: Machine, values: readonly (Value | undefined)[], source: string): Value | undefined {
  const value = join(values, source);
  return value instanceof PhpArray && !values.includes(value) ? m.bounded(value) : value;
}

/** The same for statements: a return of one side is a possible one, and what one side leaves is skipped perhaps. */
export function joinRuns(
  m: Machine,
  runs: readonly (() => Completion | undefined)[],
  frame: Frame,
  source: string,
): Completion | undefined {
  const completions = alternatives(m, runs, frame, source);
  const returned = completions.flatMap((one) => (one?.type === 'return' ? [one.value] : []));
  if (returned.length === completions.length) return { type: 'return', value: joined(m, returned, source) ?? null };
  frame.possibleReturns.push(...returned);
  const others = completions.filter((one) => one?.type !== 'return');
  const leaving = others.filter((one) => one !== undefined);
  for (const one of leaving)
    frame.skipped = worse(frame.skipped, one.type === 'continue' && one.levels === 1 ? 'round' : 'loop');
  // Nobody goes on behind this statement: the mildest way out counts, the harder ones have been noted.
  return leaving.length === others.length ? (leaving.find(({ type }) => type === 'continue') ?? leaving[0]) : undefined;
}

/** Code that an undecided `break` or `continue` before it may have skipped. */
export function runPerhaps(m: Machine, run: () => Completion | undefined, frame: Frame): Completion | undefined {
  const { skipped } = frame;
  frame.skipped = 'no';
  const completion = joinRuns(m, [run, () => undefined], frame, '');
  frame.skipped = worse(skipped, frame.skipped);
  return completion;
}

const severity = ['no', 'round', 'loop'] as const;
const worse = (a: Frame['skipped'], b: Frame['skipped']) => (severity.indexOf(a) < severity.indexOf(b) ? b : a);
