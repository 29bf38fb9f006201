import type { SchemaNode } from '../../../../webservice/src/schema/node.ts';
import { methodRule } from '../methods.ts';
import * as l10n from '@vscode/l10n';

export const moduleConditionalStatus = methodRule(
  { id: 'module-conditional-status', defaultSeverity: 'off', needsCompleteSchema: true, tags: ['security'] },
  function* (method) {
    const { reach, snapshot, member } = method;
    if (
      reach.bodies.some(({ facts, file }) =>
        looksAtStatus(file.text.slice(facts.cursor.start(facts.body.first), facts.cursor.end(facts.body.last - 1))),
      )
    )
      return;
    const lists = method.fns.some(({ fn }) => {
      const { returns } = snapshot.describe(fn);
      return returns?.complete === true && hasModules(returns, false);
    });
    if (!lists) return;
    yield {
      ...member.nameSpan,
      message: l10n.t(
        'It returns activities, and nothing visible leaves out those that are hidden from the user or not available yet.',
      ),
    };
  },
);

/** What tells of a module whether the user may see it (lib/modinfolib.php), or gives only those that he may. */
const looksAtStatus = (code: string): boolean =>
  /\b(uservisible|is_visible_on_course_page|is_user_visible|get_all_instances_in_courses?|availab(le|ility)\w*|validate_courses)\b|\bcore_availability\b/.test(
    code,
  );

/** Whether a list has a course module in each of its elements. */
function hasModules(node: SchemaNode, isInList: boolean): boolean {
  if (node.kind === 'multiple') return hasModules(node.content, true);
  if (node.kind !== 'single') return false;
  return node.keys.some(
    ([key, one]) =>
      (isInList && one.kind === 'value' && /^(cmid|coursemodule)$/.test(key)) || hasModules(one, isInList),
  );
}
