import { removeLines } from '../../edits/style.ts';
import type { BodyCall } from '../bodyFacts.ts';
import { reaches } from '../bodies.ts';
import type { Fix } from '../rule.ts';
import { runningRule } from '../methods.ts';
import type { RunningMethod } from '../methods.ts';
import * as l10n from '@vscode/l10n';

export const requireLoginInExternal = runningRule(
  { id: 'require-login-in-external', defaultSeverity: 'warning', tags: ['security'], fixes: 'suggest' },
  /require_(?:course_)?login/,
  function* (method) {
    for (const call of method.functions('require_login', 'require_course_login')) {
      const changes = instead(method, call);
      yield {
        ...call.nameSpan,
        message: l10n.t(
          '{0}() may redirect to a page for logging in, which no client can read, and does not heed what the token is restricted to. validate_context() logs in as web services need it.',
          call.name,
        ),
        suggest: changes && (() => [changes]),
      };
    }
  },
);

function instead(method: RunningMethod, call: BodyCall): Fix | undefined {
  const statement = method.statementOf(call);
  if (!statement) return undefined;
  if (reaches(method.reach, 'validate_context'))
    return { title: l10n.t('Remove {0}()', call.name), edits: [removeLines(method.file, statement)] };
  const context = contextOf(method, call);
  if (context === undefined) return undefined;
  const code = `self::validate_context(${context});`;
  return method.replace(statement, code, l10n.t('Change to {0}', code));
}

/** The context of `require_login($courseorid, $autologinguest, $cm)` (lib/moodlelib.php); undefined where it cannot be told. */
function contextOf(method: RunningMethod, call: BodyCall): string | undefined {
  if (call.args.some(({ name }) => name !== undefined)) return undefined;
  const given = (at: number) => method.argument(call, at)?.replace(/^null$/i, '') ?? '';
  const [course, cm] = [given(0), given(2)];
  const instance = (level: string, id = '') => `${method.globalName(`context_${level}`)}::instance(${id})`;
  if (cm !== '') return /^\$\w+$/.test(cm) ? instance('module', `${cm}->id`) : undefined;
  if (course === '') return instance('system');
  if (/^\$\w.*(?:id\b['"\]]*|->course)$/i.test(course)) return instance('course', course);
  return /^\$\w+$/.test(course) ? instance('course', `${course}->id`) : undefined;
}
