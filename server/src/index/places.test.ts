import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { literalText } from '../php/cursor.ts';
import { SourceFile } from './sourceFile.ts';

// Code of random pieces: each a method or an entry between things that move offsets.
const end = fc.constantFrom('\n', '\r\n');
const filler = fc.constantFrom(
  '// 🎓 no { end',
  '# [é',
  '/* "{[( */',
  "$a = '🎓 \\' {';",
  '$a = "é {$b[\'}\']} \\" [";',
  "$a = <<<TEXT\n  🎓 'it''s' {\n  TEXT;",
  "$a = <<<'NOW'\n{ \"\n}\nNOW;",
  '$a = `ls {`;',
  '$a = [1, [2]];',
  '',
);
const name = fc.constantFrom('a', 'get_größe', 'list', 'x1');
const pieces = fc.array(fc.record({ filler, name }), { maxLength: 6 });
const bom = fc.constantFrom('', '\ufeff');

const methods = fc.record({ pieces, end, bom }).map(({ pieces: all, end: line, bom: mark }) => ({
  names: all.map((one) => one.name),
  text: `${mark}<?php\nclass c {\n${all.map((one) => `    /** 🎓 */\n    public static function ${one.name}() {\n        ${one.filler}\n    }\n`).join('')}}\n`.replaceAll(
    '\n',
    line,
  ),
}));

const entries = fc.record({ pieces, end, bom }).map(({ pieces: all, end: line, bom: mark }) => ({
  names: all.map((one, i) => `${one.name}${i}`),
  text: `${mark}<?php\n${all.map((one) => `${one.filler}\n`).join('')}$functions = [\n${all.map((one, i) => `    // 🎓 '\n    '${one.name}${i}' => ['description' => "é🎓's"],\n`).join('')}];\n`.replaceAll(
    '\n',
    line,
  ),
}));

const options = { seed: 1, numRuns: 300 };

it('a method is where its name and braces are', () => {
  fc.assert(
    fc.property(methods, ({ names, text }) => {
      const [cls] = new SourceFile('/x.php', text).islands.classes;
      expect(cls?.members.map(({ nameSpan }) => text.slice(nameSpan.start, nameSpan.end))).toEqual(names);
      for (const { start, end: last, body } of cls?.members ?? []) {
        expect(text.slice(start)).toMatch(/^public static function /);
        expect(text.slice(last - 1, last)).toBe('}');
        expect(text[body?.start ?? -1]).toBe('{');
      }
    }),
    options,
  );
});

it('an entry is where its key and brackets are', () => {
  fc.assert(
    fc.property(entries, ({ names, text }) => {
      const array = new SourceFile('/x.php', text).statements.find((one) => one.array?.variable === 'functions')?.array;
      expect(array?.entries.map(({ key }) => key)).toEqual(names);
      for (const { key, keySpan, start, end: last } of array?.entries ?? []) {
        expect(literalText(text.slice(keySpan?.start, keySpan?.end))).toBe(key);
        expect(text[start]).toBe("'");
        expect(text[last - 1]).toBe(']');
      }
    }),
    options,
  );
});

it('lines and columns are those of the editor', () => {
  const text = fc
    .array(fc.constantFrom('a', '\n', '\r\n', '\r', '🎓', 'é', '\ufeff', '\u2028'))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, (source) => {
      const file = new SourceFile('/x.php', source);
      const document = TextDocument.create('file:///x.php', 'php', 1, source);
      for (let at = 0; at <= source.length; at += 1) {
        // Between the halves of a line end an editor knows no place.
        if (source[at - 1] === '\r' && source[at] === '\n') continue;
        expect(file.positionAt(at)).toEqual(document.positionAt(at));
      }
    }),
    options,
  );
});
