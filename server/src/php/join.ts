import { PhpArray, PhpObject, Unknown } from './values.ts';
import type { Value } from './values.ts';

/** The value that stands for either of several; undefined only where none is set. */
export function join(values: readonly (Value | undefined)[], source: string): Value | undefined {
  const [first] = values;
  const budget = { left: maxComparisons };
  if (values.every((value) => sameValue(value, first, budget))) return first;
  const arrays = values.filter((value) => value instanceof PhpArray);
  if (arrays.length === values.length) {
    const keys = new Set(arrays.flatMap((array) => array.keys()));
    const certain =
      [...keys].every((key) => arrays.every((array) => array.has(key))) && !arrays.some((array) => array.partial);
    const merged = PhpArray.of(
      [...keys].map(
        (key) =>
          [
            key,
            join(
              arrays.flatMap((array) => array.get(key) ?? []),
              source,
            ) ?? null,
          ] as const,
      ),
    );
    return certain ? merged : merged.asPartial();
  }
  return new Unknown(source);
}

/** Values looked at before two large ones count as different. */
const maxComparisons = 2000;

/** Equal in every respect that a schema can show. */
function sameValue(a: Value | undefined, b: Value | undefined, budget: { left: number }): boolean {
  if (a === b) return true;
  if ((budget.left -= 1) < 0) return false;
  if (a instanceof PhpArray && b instanceof PhpArray)
    return (
      a.size === b.size &&
      a.partial === b.partial &&
      a.entries().every(([key, value]) => b.has(key) && sameValue(value, b.get(key), budget))
    );
  if (a instanceof PhpObject && b instanceof PhpObject)
    return (
      a.cls === b.cls &&
      a.properties.size === b.properties.size &&
      [...a.properties].every(([name, cell]) => sameValue(cell.value, b.get(name), budget))
    );
  return false;
}
