/** What `foreach` goes through. */
import type { Frame, Value } from '../values.ts';
import type { PhpClass } from '../phpClass.ts';
import { isUnknown, PhpArray, PhpObject, toBoolean } from '../values.ts';
import { findMethod, lineage } from './classes.ts';
import type { Machine } from './machine.ts';

/** Keys, which may be of any type, and values in order; undefined when they cannot be known. */
export function iterate(m: Machine, subject: Value, frame: Frame): [Value, Value][] | undefined {
  if (subject instanceof PhpArray) return subject.entries();
  if (!(subject instanceof PhpObject)) return isUnknown(subject) ? undefined : [];
  const { cls } = subject;
  const aggregate = cls && findMethod(m, cls, 'getIterator');
  if (aggregate) return iterate(m, m.callMethod(aggregate, cls, subject, []), frame);
  if (cls && findMethod(m, cls, 'valid')) return roundsOf(m, subject, cls);
  const hidden = new Set(
    (cls && frame.self !== cls ? lineage(m, cls) : []).flatMap((one) =>
      one.properties.filter(({ visibility }) => visibility !== 'public').map(({ name }) => name),
    ),
  );
  return [...subject.properties].flatMap(([name, cell]): [Value, Value][] =>
    cell.value === undefined || hidden.has(name) ? [] : [[name, cell.value]],
  );
}

/** The rounds of an Iterator. */
function roundsOf(m: Machine, object: PhpObject, cls: PhpClass): [Value, Value][] | undefined {
  const call = (name: string): Value => {
    const found = findMethod(m, cls, name);
    return found ? m.callMethod(found, cls, object, []) : null;
  };
  const rounds: [Value, Value][] = [];
  for (call('rewind'); ; call('next')) {
    const more = toBoolean(call('valid'));
    if (more === undefined) return undefined;
    if (!more) return rounds;
    rounds.push([call('key'), call('current')]);
  }
}
