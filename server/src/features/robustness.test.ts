import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { callSites } from '../callers/callSites.ts';
import { provideCodeLenses } from './codeLens.ts';
import { provideCompletion } from './completion.ts';
import { provideDefinition } from './definition.ts';
import { provideDocumentSymbols } from './documentSymbol.ts';
import { provideHover } from './hover.ts';
import { moodle, open } from './shared/index.testkit.ts';

const javascript =
  "import Ajax from 'core/ajax';\ncall([{methodname: 'core_course_get_contents', args: {courseid: 5}}], true, false);\n" +
  "fetch('server.php?wsfunction=core_course_get_contents&courseid=5');\n";
const php =
  "<?php\n$x = external_api::call_external_function('core_course_get_contents', ['courseid' => [1, 'a' => $b]]);\n";
const paths = Object.keys(moodle).filter((path) => path.endsWith('.php'));

/** A file with a piece cut out, something typed in its place, and the cursor there. */
const broken = fc.record({
  path: fc.constantFrom(...paths, '/moodle/a.js', '/moodle/a.mustache', '/moodle/a.php'),
  from: fc.nat(),
  length: fc.nat(60),
  typed: fc.constantFrom('', "'", '"', '[', ']', '(', '\\', '/*', '<<<X\n', '{$', '`', '🎓', '\r\n', "=> '", '?>'),
});

it('whatever is typed, there is an answer, and its ranges hold the cursor', () => {
  fc.assert(
    fc.property(broken, ({ path, from, length, typed }) => {
      const text = moodle[path] ?? (path.endsWith('.php') ? php : javascript);
      const at = from % (text.length + 1);
      const { index, document, position } = open(
        moodle,
        path,
        `${text.slice(0, at)}${typed}█${text.slice(at + length)}`,
      );
      const list = provideCompletion(index, document, position, {});
      for (const { textEdit } of list?.items.slice(0, 3) ?? [])
        if (textEdit && 'range' in textEdit) expectAround(textEdit.range, position);
      const hover = provideHover(index, document, position);
      if (hover?.range) expectAround(hover.range, position);
      provideDefinition(index, document, position);
      provideDocumentSymbols(index, document, 'all');
      provideCodeLenses(index, document);
      for (const { name, span } of callSites(document))
        expect(document.text.getText().slice(span.start, span.end)).toBe(name);
    }),
    { numRuns: 600, seed: 1 },
  );
});

function expectAround({ start, end }: Range, { line, character }: { line: number; character: number }) {
  expect(start.line).toBe(line);
  expect(end.line).toBe(line);
  expect(start.character).toBeLessThanOrEqual(character);
  expect(end.character).toBeGreaterThanOrEqual(character);
}
