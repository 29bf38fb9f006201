import { CompletionItemKind } from 'vscode-languageserver-types';
import type { IndexSnapshot } from '../../index/snapshot.ts';
import type { DeclarationPlace } from '../shared/declarationPlace.ts';
import type { FeatureDocument } from '../shared/document.ts';
import { schemaMethodNames } from '../shared/classMethods.ts';
import { externalClasses } from './externalClasses.ts';
import { snippetText } from './offers.ts';
import type { Offer } from './offers.ts';

/** Whole entries for external classes of the component that no entry names yet. */
export function newEntryOffers(
  index: IndexSnapshot,
  document: FeatureDocument,
  place: Extract<DeclarationPlace, { kind: 'name' }>,
): Offer[] {
  if (place.list !== 'functions' || place.hasArrow) return [];
  const { quote } = place.slot;
  const declared = new Set([...index.declared.values()].map((fn) => fn.classname.toLowerCase()));
  return externalClasses(index, document)
    .filter((name) => !declared.has(name.toLowerCase()))
    .flatMap((classname) => {
      const cls = index.findClass(classname, document.path);
      const methods =
        cls && !cls.declaration.isAbstract && cls.declaration.kind === 'class' ? schemaMethodNames(index, cls) : [];
      return methods.map((method) => {
        const name = functionName(classname, method, index.componentOf(document.path)?.name ?? '');
        const body = [
          `'classname' => '${snippetText(classname)}',`,
          ...(method === 'execute' ? [] : [`'methodname' => '${snippetText(method)}',`]),
          "'description' => '$1',",
          "'type' => '${2|read,write|}',",
        ];
        const written = `${quote === undefined ? "'" : ''}${snippetText(name)}${quote ?? "'"}`;
        const newText = `${written} => [\n${body.map((line) => `\t${line}\n`).join('')}]${place.hasComma ? '' : ','}`;
        return { label: name, kind: CompletionItemKind.Function, detail: classname, newText, snippet: true };
      });
    });
}

/** `local_shop\external\get_orders` → `local_shop_get_orders`, by Moodle's convention. */
function functionName(classname: string, method: string, component: string): string {
  const parts = classname.split('\\');
  const prefix = parts.length > 1 ? (parts[0] ?? component) : component;
  return `${prefix}_${method === 'execute' ? (parts.at(-1) ?? '') : method}`;
}
