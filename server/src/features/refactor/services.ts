import * as l10n from '@vscode/l10n';
import { arrayAt, insertItem, itemWithKey } from '../../edits/arrayEdits.ts';
import { quoted } from '../../edits/style.ts';
import type { TextEdit } from '../../edits/textEdit.ts';
import { fieldFlag, fieldList } from '../../index/entry.ts';
import type { Entry } from '../../index/entry.ts';
import type { SourceFile } from '../../index/sourceFile.ts';
import { entryAt } from './classFromEntry.ts';
import type { RefactorContext, Refactoring } from './context.ts';

/** A function becomes part of the mobile service, or of a service of the plugin; the browser may call it. */
export function* services(context: RefactorContext): Generator<Refactoring> {
  const { index, document } = context;
  const fn = entryAt(context);
  const file = fn && index.file(document.path);
  if (!fn || !file) return;
  const offered = index.servicesOf(fn);
  if (
    !offered.includes('moodle_mobile_app') &&
    !fieldList(fn.entry, 'services').includes('MOODLE_OFFICIAL_MOBILE_SERVICE')
  ) {
    const edits = toMobile(file, fn.entry);
    if (edits) yield { title: l10n.t('Add to the mobile service'), edits: () => edits };
  }
  for (const service of index.declarationsIn(document.path)?.services ?? []) {
    const edits = fieldList(service, 'functions').includes(fn.name) ? undefined : toService(file, service, fn.name);
    if (edits) yield { title: l10n.t('Add to the service “{0}”', service.name), edits: () => edits };
  }
  if (!fn.entry.fields.has('ajax') && !fieldFlag(fn.entry, 'ajax', false)) {
    const edits = setAjax(file, fn.entry);
    if (edits) yield { title: l10n.t('Let the browser call it'), edits: () => edits };
  }
}

function toMobile(file: SourceFile, entry: Entry): TextEdit[] | undefined {
  const literal = entryLiteral(file, entry);
  if (!literal) return undefined;
  const at = itemWithKey(literal, 'services');
  const item = literal.items[at];
  const mobile = 'MOODLE_OFFICIAL_MOBILE_SERVICE';
  if (!item) return insertItem(file, literal, { key: 'services', value: `[${mobile}]` });
  const list = arrayAt(file, item.value);
  return list && insertItem(file, list, { value: mobile });
}

function toService(file: SourceFile, service: Entry, name: string): TextEdit[] | undefined {
  const field = service.fields.get('functions');
  const list = field && arrayAt(file, { start: field.valueSpan.start, end: field.valueSpan.end });
  return list && insertItem(file, list, { value: quoted(name) });
}

/** `'ajax' => true` for an entry that does not say. */
export function setAjax(file: SourceFile, entry: Entry): TextEdit[] | undefined {
  const literal = entryLiteral(file, entry);
  return literal && insertItem(file, literal, { key: 'ajax', value: 'true' });
}

/** The array that is an entry's value. */
export function entryLiteral(file: SourceFile, { nameSpan, span }: Entry) {
  const arrow = file.text.indexOf('=>', nameSpan.end);
  if (arrow < 0 || arrow > span.end) return undefined;
  const start = arrow + 2 + (/^\s*/.exec(file.text.slice(arrow + 2))?.[0].length ?? 0);
  return arrayAt(file, { start, end: span.end });
}
