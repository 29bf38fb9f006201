import { expect, it } from 'vitest';
import { SourceFile } from '../index/sourceFile.ts';
import { insertStatements, moveStatement } from './statementEdits.ts';
import { applyEdits } from './textEdit.ts';

const wrap = (body: string) => `<?php\r\nclass a {\r\n\tfunction f() {\r\n${body}\t}\r\n}\r\n`;
const inserted = (body: string) => {
  const file = new SourceFile('/a.php', wrap(body));
  const method = file.islands.classes[0]?.members[0] ?? expect.fail();
  return applyEdits(file.text, [insertStatements(file, method, 'g([\n    1,\n]);')]);
};

it.each([
  ['an empty body', '', '\t\tg([\r\n\t\t\t1,\r\n\t\t]);\r\n'],
  ['others', '\t\t$a = 1;\r\n', '\t\tg([\r\n\t\t\t1,\r\n\t\t]);\r\n\r\n\t\t$a = 1;\r\n'],
  ['others behind a blank line', '\r\n\t\t$a = 1;\r\n', '\t\tg([\r\n\t\t\t1,\r\n\t\t]);\r\n\r\n\t\t$a = 1;\r\n'],
  [
    'globals',
    '\t\tglobal $DB, $CFG; // Both.\r\n\t\t$a = 1;\r\n',
    '\t\tglobal $DB, $CFG; // Both.\r\n\r\n\t\tg([\r\n\t\t\t1,\r\n\t\t]);\r\n\t\t$a = 1;\r\n',
  ],
])('adds statements to %s', (_, body, result) => {
  expect(inserted(body)).toBe(wrap(result));
});

it('moves a statement with its lines', () => {
  const text = '<?php\n    f();\n    g(\n        1\n    );\n    h();\n';
  const span = (code: string) => ({ start: text.indexOf(code), end: text.indexOf(code) + code.length });
  const edits = moveStatement(new SourceFile('/a.php', text), span('g(\n        1\n    );'), span('f();'));
  expect(applyEdits(text, edits)).toBe('<?php\n    g(\n        1\n    );\n    f();\n    h();\n');
});
