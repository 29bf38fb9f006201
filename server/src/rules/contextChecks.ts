/** What the methods of external functions do to see whether a user may be there. */
import { reaches } from './bodies.ts';
import type { RunningMethod } from './methods.ts';

/** Calls that validate a context: external_api's own, and that of core_external\util for many courses. */
const contextCalls = ['validate_context', 'validate_courses'];

/** Functions that look at who the user is (lib/accesslib.php, lib/moodlelib.php). */
const capabilityCalls = [
  'require_capability',
  'require_all_capabilities',
  'require_any_capability',
  'has_capability',
  'has_all_capabilities',
  'has_any_capability',
  'require_admin',
  'is_siteadmin',
  'require_login',
  'require_course_login',
  'can_access_course',
];

/** Names that say of themselves that they decide: `can_view`, `require_manage`, `is_allowed`, `check_access`. */
const decides =
  /^(can|require|check|ensure|assert|verify|validate|authori[sz]e|user_can|user_has|has_(access|permission|cap))_|(^|_)(can|allowed|access|permissions?|capability|capabilities|enrolled|visible)(_|$)/i;

/** Whether a method that users call when they are logged in validates no context, as far as it can be seen. */
export const lacksContext = ({ needsLogin, reach }: RunningMethod): boolean =>
  needsLogin && reach.isWhole && !reaches(reach, ...contextCalls);

/** Whether nothing that it reaches looks like a check, whatever its name. */
export const lacksChecks = ({ reach }: RunningMethod): boolean =>
  !reaches(reach, ...capabilityCalls) &&
  !reach.bodies.some(({ facts }) =>
    facts.calls.some(({ name }) => name.toLowerCase() !== 'validate_parameters' && decides.test(name)),
  );
