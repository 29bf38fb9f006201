/** Names of the classes of Moodle's external API in a file: those of 4.2 and later, in core_external, and the global ones before. */
import { insertImports } from '../edits/imports.ts';
import type { TextEdit } from '../edits/textEdit.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import { char, Cursor } from '../php/cursor.ts';
import type { Span } from '../php/cursor.ts';
import { T } from '../php/lexer.ts';
import { resolveClassName, withoutLeadingBackslash } from '../php/names.ts';
import { perObject } from './remembered.ts';

/** The aliases that lib/externallib.php makes since Moodle 4.2. */
const old = new Set([
  'external_api',
  'external_description',
  'external_files',
  'external_format_value',
  'external_function_parameters',
  'external_multiple_structure',
  'external_settings',
  'external_single_structure',
  'external_util',
  'external_value',
  'external_warnings',
  'restricted_context_exception',
]);

/** A name in the file. */
interface ExternalName extends Span {
  /** The old name of the class, lower case: `external_api`, `external_util`. */
  readonly name: string;
  /** In a `use` at the top of the file. */
  readonly isImport: boolean;
  readonly isQualified: boolean;
}

export interface ExternalNames {
  readonly bare: readonly ExternalName[];
  readonly modern: readonly ExternalName[];
}

/** `external_util` → `core_external\util` */
export const modernName = (name: string): string => `core_external\\${name === 'external_util' ? 'util' : name}`;

export const externalNames = perObject((file: SourceFile): ExternalNames => {
  const bare: ExternalName[] = [];
  const modern: ExternalName[] = [];
  if (!/external_|core_external|restricted_context/i.test(file.text)) return { bare, modern };
  const c = new Cursor(file.islands.tokens);
  const scopes = file.islands.classes.map(({ first, last, scope }) => ({ first, last, scope }));
  for (let i = 0; i < c.count; i += 1) {
    if (c.kind(i) !== T.Name) continue;
    const written = c.text(i);
    const short = written.slice(written.lastIndexOf('\\') + 1).toLowerCase();
    if (!old.has(short) && !(short === 'util' && /core_external/i.test(written))) continue;
    const before = c.previous(i - 1);
    if (
      c.kind(before) === T.Arrow ||
      c.kind(before) === T.DoubleColon ||
      /^(function|const|as|namespace)$/i.test(c.text(before))
    )
      continue;
    if (c.kind(c.next(i + 1)) === char('(') && !c.isWord(before, 'new')) continue;
    const isImport = c.isWord(before, 'use') && !scopes.some(({ first, last }) => first <= i && i < last);
    const scope = scopes.find(({ first, last }) => first <= i && i < last)?.scope ?? file.islands.scope;
    const fqn = (isImport ? withoutLeadingBackslash(written) : resolveClassName(scope, written)).toLowerCase();
    const place = { ...c.span(i), isImport, isQualified: written.includes('\\') };
    if (old.has(fqn)) bare.push({ ...place, name: fqn });
    else if (fqn.startsWith('core_external\\'))
      modern.push({ ...place, name: fqn === 'core_external\\util' ? 'external_util' : fqn.slice(14) });
  }
  return { bare, modern };
});

/** Edits that turn the old names of a file into new ones. */
export function modernized(file: SourceFile): TextEdit[] {
  const { bare } = externalNames(file);
  const edit = ({ start, end }: Span, text: string): TextEdit => ({ path: file.path, start, end, text });
  const imported = new Set(bare.filter(({ isImport }) => isImport).map(({ name }) => name));
  const missing = new Set<string>();
  const edits = bare.flatMap((one) => {
    const name = modernName(one.name);
    if (one.isImport) return [edit(one, one.name === 'external_util' ? `${name} as external_util` : name)];
    if (one.isQualified) return [edit(one, `\\${name}`)];
    if (!imported.has(one.name)) missing.add(one.name);
    return [];
  });
  const imports = [...missing].map((name) => modernName(name) + (name === 'external_util' ? ' as external_util' : ''));
  return [...edits, ...insertImports(file, imports)];
}
