import type { SourceFile } from '../../index/sourceFile.ts';
import { Cursor, char } from '../../php/cursor.ts';
import type { Span } from '../../php/cursor.ts';
import type { MemberIsland } from '../../php/islands.ts';
import { T } from '../../php/lexer.ts';
import { calledMethods } from '../implementations.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

const descriptions = /^(external_value|external_single_structure|external_multiple_structure)$/i;

export const parametersWrongClass: Rule = {
  id: 'parameters-wrong-class',
  defaultSeverity: 'error',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    for (const { member, file, related } of calledMethods(context)) {
      if (!/_parameters$/i.test(member.name)) continue;
      for (const { span, name } of returned(file, member)) {
        const cut = name.lastIndexOf('\\') + 1;
        if (name !== '' && !descriptions.test(name.slice(cut))) continue;
        const message = l10n.t(
          'It must return external_function_parameters: Moodle refuses anything else, and every call fails.',
        );
        const code = `${name.slice(0, cut)}external_function_parameters`;
        const isStructure = /external_single_structure$/i.test(name);
        yield {
          ...span,
          message,
          related,
          suggest: isStructure
            ? () => [{ title: l10n.t('Change to {0}', code), edits: [{ path: file.path, ...span, text: code }] }]
            : undefined,
        };
      }
    }
  },
};

/** The class that `return new X(` names, or an empty name with the place of another literal that is returned. */
function* returned(file: SourceFile, { body }: MemberIsland): Generator<{ span: Span; name: string }> {
  const c = new Cursor(file.islands.tokens);
  const { first, last } = body ?? { first: 0, last: 0 };
  for (let i = first; i < last; i += 1) {
    // What a closure returns is its own.
    if (c.isWord(i, 'function') || c.isWord(i, 'fn')) return;
    if (!c.isWord(i, 'return')) continue;
    const value = c.next(i + 1);
    const name = c.next(value + 1);
    if (c.isWord(value, 'new') && c.kind(name) === T.Name) yield { span: c.span(name), name: c.text(name) };
    else if (c.kind(value) === char('[') || c.isWord(value, 'array') || c.isWord(value, 'null'))
      yield { span: c.span(value), name: '' };
  }
}
