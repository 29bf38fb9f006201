import type { BodyCall } from '../bodyFacts.ts';
import { runningRule } from '../methods.ts';
import type { RunningMethod } from '../methods.ts';
import * as l10n from '@vscode/l10n';

/** Without it since this branch (lib/deprecatedlib.php); it reports that it is deprecated since 2.2. */
const gone = 500;

export const deprecatedGetContextInstance = runningRule(
  { id: 'deprecated-get-context-instance', defaultSeverity: 'error', tags: ['compatibility'], fixes: 'fix' },
  /get_context_instance\s*\(/,
  function* (method) {
    if (isGuarded(method)) return;
    for (const call of method.functions('get_context_instance')) {
      const isGone = method.context.targets.to >= gone;
      const code = instance(method, call);
      yield {
        ...call.nameSpan,
        tag: 'deprecated',
        severity: isGone ? 'error' : 'warning',
        message: isGone
          ? l10n.t('Moodle 5.0 has no get_context_instance().')
          : l10n.t(
              'get_context_instance() is deprecated: Moodle reports each call to developers, and 5.0 does not have it.',
            ),
        fix: code === undefined ? undefined : () => method.replace(call.island, code, l10n.t('Change to {0}', code)),
      };
    }
  },
);

const isGuarded = (method: RunningMethod): boolean =>
  method.functions('function_exists').some((call) => method.argument(call, 0)?.includes('get_context_instance'));

/** `get_context_instance($contextlevel, $instance, $strictness)` by the class of the level. */
function instance(method: RunningMethod, call: BodyCall): string | undefined {
  const level = /^\\?CONTEXT_(SYSTEM|USER|COURSECAT|COURSE|MODULE|BLOCK)$/.exec(method.argument(call, 0) ?? '')?.[1];
  const id = method.argument(call, 1);
  // Several at once were lists.
  if (level === undefined || /^(\[|array\b)/i.test(id ?? '')) return undefined;
  if (level !== 'SYSTEM' && id === undefined) return undefined;
  const args = level === 'SYSTEM' ? '' : [id, method.argument(call, 2)].filter((one) => one !== undefined).join(', ');
  return `${method.globalName(`context_${level.toLowerCase()}`)}::instance(${args})`;
}
