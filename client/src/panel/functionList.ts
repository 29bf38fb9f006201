import type { FunctionBrief } from '../../../server/src/protocol/requests.ts';
import type { FunctionView } from './messages.ts';

/**
 * The functions of the workspace and those of the token, each once, with which of both has it.
 * @param granted names of the functions that the token may call; undefined while that is not known
 */
export function mergeFunctions(
  indexed: readonly FunctionBrief[],
  granted: readonly string[] | undefined,
): FunctionView[] {
  const available = granted && new Set(granted);
  const merged = new Map<string, FunctionView>();
  for (const brief of indexed) {
    merged.set(brief.name, { ...brief, indexed: true, available: available?.has(brief.name) ?? null });
  }
  for (const name of available ?? []) if (!merged.has(name)) merged.set(name, foreign(name));
  return [...merged.values()];
}

/** A function that only the token names. */
function foreign(name: string): FunctionView {
  return {
    name,
    component: '',
    type: '',
    ajax: false,
    loginrequired: true,
    deprecated: false,
    description: '',
    indexed: false,
    available: true,
  };
}
