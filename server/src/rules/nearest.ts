import { distance } from 'fastest-levenshtein';

/**
 * Edits between two names, where two letters that changed places count as one (Damerau's, restricted): `limit + 1` for
 * all that is farther than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  // Levenshtein counts a swap as two, so what is farther than twice the limit is out.
  const coarse = distance(a, b);
  if (coarse > 2 * limit) return limit + 1;
  return coarse < 2 ? coarse : Math.min(withSwaps(a, b), limit + 1);
}

function withSwaps(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** The name that was most likely meant: at most two edits away and less than half of it, whatever the case. */
export function nearestName(name: string, names: Iterable<string>): string | undefined {
  return nearestNames(name, names, 1, Math.min(2, Math.floor((name.length - 1) / 2)))[0];
}

/** The nearest names, best first, at most `limit` edits away. */
export function nearestNames(name: string, names: Iterable<string>, count: number, limit = 6): string[] {
  const lower = name.toLowerCase();
  const found: { other: string; edits: number }[] = [];
  for (const other of names) {
    const edits = other === name ? limit + 1 : editDistance(lower, other.toLowerCase(), limit);
    if (edits <= limit) found.push({ other, edits });
  }
  return found
    .sort((a, b) => a.edits - b.edits || (a.other < b.other ? -1 : 1))
    .slice(0, count)
    .map(({ other }) => other);
}
