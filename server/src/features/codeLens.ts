import * as l10n from '@vscode/l10n';
import type { CodeLens } from 'vscode-languageserver-types';
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { Span } from '../php/cursor.ts';
import { runCommand } from '../protocol/requests.ts';
import type { RunArguments } from '../protocol/requests.ts';
import { isServicesFile } from './shared/declarationPlace.ts';
import type { FeatureDocument } from './shared/document.ts';
import { rangeIn } from './shared/places.ts';
import { phpSource } from './shared/tokens.ts';

/** "Run" above each function of a db/services.php and above each method that implements one. For clients that have the command. */
export function provideCodeLenses(index: IndexSnapshot, document: FeatureDocument): CodeLens[] {
  const file = phpSource(index, document);
  if (!file) return [];
  const lens = (name: string, title: string, span: Span): CodeLens => {
    const target: RunArguments = { function: name, uri: document.uri };
    return { range: rangeIn(file, span), command: { title, command: runCommand, arguments: [target] } };
  };
  if (isServicesFile(document.path)) {
    const entries = index.declarationsIn(file.path)?.functions ?? [];
    return entries
      .filter(({ nameSpan }) => nameSpan.end > nameSpan.start)
      .map(({ name, nameSpan }) => lens(name, l10n.t('Run'), nameSpan));
  }
  return file.islands.classes.flatMap((cls) =>
    cls.members
      .filter(({ kind }) => kind === 'method')
      .flatMap((member) => {
        const functions = index.functionsImplementedBy(cls.fqn, member.name);
        return functions.map(({ name }) =>
          lens(name, functions.length > 1 ? l10n.t('Run {0}', name) : l10n.t('Run'), member.nameSpan),
        );
      }),
  );
}
