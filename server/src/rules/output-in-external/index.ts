import { removeLines } from '../../edits/style.ts';
import type { Span } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import { statementOf } from '../blocks.ts';
import { reaches } from '../bodies.ts';
import type { BodyCall } from '../bodyFacts.ts';
import type { Finding } from '../rule.ts';
import { runningRule } from '../methods.ts';
import type { RunningMethod } from '../methods.ts';
import * as l10n from '@vscode/l10n';

export const outputInExternal = runningRule(
  { id: 'output-in-external', defaultSeverity: 'warning', fixes: 'suggest' },
  /\b(echo|print|print_r|var_dump|var_export|die|exit|redirect|print_error)\b|\?>/i,
  function* (method) {
    yield* words(method);
    for (const call of method.functions('print_r', 'var_dump', 'var_export'))
      if (call.name.toLowerCase() === 'var_dump' || !returnsText(method, call))
        yield* output(method, call.nameSpan, `${call.name}()`, method.statementOf(call));
    for (const call of method.functions('redirect'))
      yield {
        ...call.nameSpan,
        message: l10n.t(
          'redirect() sends clients to another page instead of an answer, and fails in calls from the browser.',
        ),
      };
    if (method.context.targets.to >= 401)
      for (const call of method.functions('print_error')) yield printError(method, call);
  },
);

/** `echo`, `print`, `exit`, `die` and text outside PHP. */
function* words(method: RunningMethod): Generator<Finding> {
  const { cursor: c } = method;
  const { first, last } = method.facts.body;
  for (let i = first; i < last; i += 1) {
    if (c.kind(i) === T.CloseTag) yield* output(method, c.span(i), '?>', undefined);
    if (c.kind(i) !== T.Name) continue;
    const word = c.text(i).toLowerCase();
    if (!/^(echo|print|exit|die)$/.test(word)) continue;
    const before = c.kind(c.previous(i - 1));
    if (before === T.Arrow || before === T.DoubleColon || c.kind(c.next(i + 1)) === T.DoubleColon) continue;
    if (word === 'exit' || word === 'die') {
      yield { ...c.span(i), message: l10n.t('{0} ends the request without an answer: throw an exception.', word) };
      continue;
    }
    yield* output(method, c.span(i), word, statementOf(c, { first: i, last: c.until(i, ';', last) }));
  }
}

/** What is printed into a buffer does not get into the answer. */
function* output(method: RunningMethod, place: Span, what: string, statement: Span | undefined): Generator<Finding> {
  if (reaches(method.reach, 'ob_start')) return;
  yield {
    ...place,
    message: l10n.t('{0} writes into the answer, which clients cannot read then.', what),
    suggest: statement && (() => [{ title: l10n.t('Remove {0}', what), edits: [removeLines(method.file, statement)] }]),
  };
}

const returnsText = (method: RunningMethod, call: BodyCall): boolean =>
  !/^(false|0)?$/i.test(method.argument(call, 1) ?? '');

/** Since Moodle 4.1 it reports that it is deprecated (lib/deprecatedlib.php), in 5.0 it is gone. It only ever threw. */
function printError(method: RunningMethod, call: BodyCall): Finding {
  const statement = method.statementOf(call);
  const code = `throw new ${method.globalName('moodle_exception')}`;
  const span = { start: call.island.start, end: method.cursor.start(call.open) };
  return {
    ...call.nameSpan,
    tag: 'deprecated',
    message:
      method.context.targets.to >= 500
        ? l10n.t('Moodle 5.0 has no print_error(): throw a moodle_exception, which takes the same arguments.')
        : l10n.t(
            'print_error() is deprecated since Moodle 4.1: throw a moodle_exception, which takes the same arguments.',
          ),
    suggest: statement && (() => [method.replace(span, code, l10n.t('Change to {0}', code))]),
  };
}
