/** Chance that can be repeated. */
export interface Random {
  /** An integer from 0 to below `limit`; 0 where there is none. */
  below(limit: number): number;
  of<T>(choices: readonly T[]): T;
}

/** Mulberry32: the same for the same seed. */
export function random(seed: number): Random {
  let state = seed;
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return { below, of: <T>(choices: readonly T[]) => choices[below(choices.length)] as T };
}
