import { literalText, Cursor } from '../php/cursor.ts';
import type { Island } from '../php/cursor.ts';
import { T } from '../php/lexer.ts';
import type { Codebase } from '../workspace/codebase.ts';
import type { SourceFile } from './sourceFile.ts';

/** Where the English texts of a component are, as `get_string()` names it (lib/classes/string_manager_standard.php). */
export function languageFiles(codebase: Codebase, dirroot: string | undefined, component: string): string[] {
  const name = component === '' || component === 'moodle' || component === 'core' ? 'moodle' : component;
  const plugin = codebase.components.get(name) ?? codebase.components.get(`mod_${name}`);
  const paths: string[] = [];
  if (plugin)
    for (const file of [plugin.name, name.replace(/^mod_/, '')]) paths.push(`${plugin.directory}/lang/en/${file}.php`);
  if (dirroot !== undefined) paths.push(`${dirroot}/lang/en/${name.replace(/^core_/, '')}.php`);
  return paths;
}

/** `$string['key'] = …;` in a language file: found by tokens, since such files are long. */
export function stringStatement(file: SourceFile, key: string): Island | undefined {
  const c = new Cursor(file.islands.tokens);
  return file.statements.find(
    ({ first }) =>
      c.kind(first) === T.Variable && c.kind(first + 2) === T.String && literalText(c.text(first + 2)) === key,
  );
}
