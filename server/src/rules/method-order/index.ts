import type { TextEdit } from '../../edits/textEdit.ts';
import type { SourceFile } from '../../index/sourceFile.ts';
import type { MemberIsland } from '../../php/islands.ts';
import { implementedFunctions } from '../implementations.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const methodOrder: Rule = {
  id: 'method-order',
  defaultSeverity: 'hint',
  tags: ['convention'],
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const seen = new Set<MemberIsland>();
    for (const { implementation } of implementedFunctions(context)) {
      const { method, parameters, returns } = implementation;
      const here = [parameters, method, returns].flatMap((found) =>
        found?.cls.path === context.document.path ? [found.member] : [],
      );
      const [first, second, third] = here;
      if (!first || !second || !third || seen.has(second)) continue;
      seen.add(second);
      if (first.start < second.start && second.start < third.start) continue;
      const file = context.snapshot.file(context.document.path);
      yield {
        ...second.nameSpan,
        message: l10n.t('The usual order is {0}, {1}, {2}.', first.name, second.name, third.name),
        suggest:
          file && (() => [{ title: l10n.t('Put them in this order'), edits: inOrder(file, [first, second, third]) }]),
      };
    }
  },
};

/** Each of the places that the members have now gets the next of them, with its doc comment. */
function inOrder({ path, text }: SourceFile, members: readonly MemberIsland[]): TextEdit[] {
  const wholes = members.map(({ doc, start, end }) => ({ start: doc?.start ?? start, end }));
  const places = [...wholes].sort((a, b) => a.start - b.start);
  return wholes.flatMap(({ start, end }, at) => {
    const place = places[at];
    return place && place.start !== start ? [{ path, ...place, text: text.slice(start, end) }] : [];
  });
}
