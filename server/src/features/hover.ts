import * as l10n from '@vscode/l10n';
import type { Hover, Position } from 'vscode-languageserver-types';
import { codeSpan, escapeMarkdown } from '../../../webservice/src/schema/markdown.ts';
import { renderKey } from '../../../webservice/src/schema/render.ts';
import { paramTypeByName, schemaConstantByName } from '../../../webservice/src/schema/paramTypes.ts';
import { fieldList, fieldText } from '../index/entry.ts';
import type { FunctionDeclaration } from '../index/evaluateFunction.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import { baseName, relativePath } from '../workspace/paths.ts';
import type { FeatureDocument } from './shared/document.ts';
import { functionKeys, serviceKeys } from './shared/entryKeys.ts';
import { functionMarkdown } from './shared/functionText.ts';
import { classPlace, declarationPlace, lineOf, markdownLink } from './shared/places.ts';
import { subjectAt } from './shared/subject.ts';
import type { Subject } from './shared/subject.ts';

/** What is under the pointer, as Markdown without HTML, commands or pictures. */
export function provideHover(index: IndexSnapshot, document: FeatureDocument, position: Position): Hover | null {
  const subject = subjectAt(index, document, document.text.offsetAt(position));
  if (!subject) return null;
  const value = textOf(index, document, subject);
  if (value === undefined) return null;
  const { text } = document;
  return {
    contents: { kind: 'markdown', value },
    range: { start: text.positionAt(subject.span.start), end: text.positionAt(subject.span.end) },
  };
}

function textOf(index: IndexSnapshot, document: FeatureDocument, subject: Subject): string | undefined {
  switch (subject.kind) {
    case 'function':
    case 'class':
    case 'method': {
      const fn = index.functions.get(subject.name);
      return fn && functionText(index, document, fn);
    }
    case 'implementation': {
      const functions = index.functionsImplementedBy(subject.cls.fqn, subject.method);
      const texts = functions.map((fn) => functionText(index, document, fn));
      return texts.length === 0 ? undefined : texts.join('\n\n---\n\n');
    }
    case 'key':
      return keyText(subject.list, subject.key);
    case 'service':
      return serviceText(index, document, subject.shortname);
    case 'capability':
      return capabilityText(index, document, subject.name);
    case 'constant':
      return constantText(subject.name);
    case 'argument':
      return renderKey(subject.key, subject.node);
  }
}

function functionText(index: IndexSnapshot, document: FeatureDocument, fn: FunctionDeclaration): string {
  const method = index.methodLine(fn) ?? lineOf(index, classPlace(index.implementationOf(fn)));
  const links = [
    markdownLink(document, escapeMarkdown(`${fn.classname}::${fn.methodname}`), method),
    markdownLink(document, escapeMarkdown(relativeName(index, fn.entry.path)), lineOf(index, declarationPlace(fn))),
  ].filter((link) => link !== undefined);
  const text = functionMarkdown(index.describe(fn), fn.component.name, index.servicesOf(fn), index.history(fn.name));
  return [text, links.length > 0 ? links.join(' · ') : undefined, originText(index, fn)]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

/** Where the facts are from, if not from the code. */
function originText(index: IndexSnapshot, fn: FunctionDeclaration): string | undefined {
  const version = index.factsVersion(fn);
  return version === undefined
    ? undefined
    : l10n.t('As in Moodle {0}. With its source, or a catalogue file, there are texts as well.', version);
}

function relativeName(index: IndexSnapshot, path: string): string {
  const relative = relativePath(path, index.codebase.root);
  return relative === path ? baseName(path) : relative;
}

function keyText(list: 'functions' | 'services' | 'capabilities', name: string): string | undefined {
  const key =
    list === 'capabilities'
      ? undefined
      : (list === 'functions' ? functionKeys : serviceKeys).find((one) => one.name === name);
  if (!key) return undefined;
  const absent = key.absent === undefined ? '' : `\n\n${l10n.t('When left out: {0}', codeSpan(key.absent))}`;
  return `${codeSpan(key.name)} – ${key.meaning()}${absent}`;
}

function serviceText(index: IndexSnapshot, document: FeatureDocument, shortname: string): string | undefined {
  const service = index.services.find((one) => one.shortname === shortname);
  if (!service) return undefined;
  const { entry, component } = service;
  const members = new Set(fieldList(entry, 'functions'));
  for (const fn of index.functions.values())
    if (fieldList(fn.entry, 'services').includes(shortname)) members.add(fn.name);
  const place = { path: entry.path, whole: entry.span, name: entry.nameSpan };
  const link = markdownLink(document, escapeMarkdown(relativeName(index, entry.path)), lineOf(index, place));
  const title = `**${escapeMarkdown(entry.name)}** ${codeSpan(shortname)} · ${escapeMarkdown(component.name)}`;
  return [title, members.size === 1 ? l10n.t('1 function') : l10n.t('{0} functions', members.size), link]
    .filter((line) => line !== undefined)
    .join('\n\n');
}

function capabilityText(index: IndexSnapshot, document: FeatureDocument, name: string): string | undefined {
  const capability = index.capability(name);
  if (!capability) return undefined;
  const { entry, component } = capability;
  const facts = [codeSpan(name), escapeMarkdown(fieldText(entry, 'captype') ?? ''), escapeMarkdown(component.name)];
  const place = { path: entry.path, whole: entry.span, name: entry.nameSpan };
  const link = markdownLink(document, escapeMarkdown(relativeName(index, entry.path)), lineOf(index, place));
  return [facts.filter((fact) => fact !== '').join(' · '), link].filter((line) => line !== undefined).join('\n\n');
}

function constantText(name: string): string | undefined {
  const type = paramTypeByName(name);
  if (!type) {
    const constant = schemaConstantByName(name);
    return constant && `${codeSpan(name)} – ${escapeMarkdown(constant.meaning)}`;
  }
  const text = `${codeSpan(name)} · ${codeSpan(type.value)}\n\n${escapeMarkdown(type.accepts)}`;
  return type.replacedBy === undefined
    ? text
    : `${text}\n\n${l10n.t('Old name: write {0}.', codeSpan(type.replacedBy))}`;
}
