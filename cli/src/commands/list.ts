import { fieldFlag, fieldText } from '../../../server/src/index/entry.ts';
import type { IndexSnapshot } from '../../../server/src/index/snapshot.ts';
import type { Result } from '../result.ts';
import { printable } from '../style.ts';
import type { Style } from '../style.ts';

/** One line for each function: its name, whether it writes, whether the browser may call it, what it is for. */
export function listFunctions(snapshot: IndexSnapshot, style: Style): Result {
  const rows = snapshot.offeredFunctions.map(({ name, entry }) => ({
    name: printable(name),
    type: printable(fieldText(entry, 'type') ?? '', 10),
    ajax: fieldFlag(entry, 'ajax', false) ? 'ajax' : '',
    description: printable(fieldText(entry, 'description') ?? '', 100),
  }));
  const width = Math.max(0, ...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, type, ajax, description }) =>
    `${style.bold(name.padEnd(width))}  ${type.padEnd(5)}  ${ajax.padEnd(4)}  ${style.dim(description)}`.trimEnd(),
  );
  return { output: lines.map((line) => `${line}\n`).join('') };
}
