/** Documents that are not open, so that rules can look at them. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FeatureDocument } from '../features/shared/document.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { Component } from '../workspace/codebase.ts';
import { uriOfPath } from '../workspace/paths.ts';

const languages: Readonly<Record<string, string>> = {
  php: 'php',
  js: 'javascript',
  ts: 'typescript',
  vue: 'vue',
  mustache: 'mustache',
  html: 'html',
};

/** A file as the editor would open it; undefined when there is none, or none that a rule looks at. */
export function documentAt(snapshot: IndexSnapshot, path: string): FeatureDocument | undefined {
  const languageId = languages[path.slice(path.lastIndexOf('.') + 1)];
  const file = languageId === undefined ? undefined : snapshot.file(path);
  if (!file || languageId === undefined) return undefined;
  const uri = uriOfPath(path);
  return { uri, path, languageId, text: TextDocument.create(uri, languageId, 0, file.text) };
}

/** Folders whose files others have written, or a build has made. */
const foreign = /^(node_modules|vendor|thirdparty|build|dist|\..*|lang|yui)$/;

/** The files of a component that rules look at; not those of other components below its directory. */
export function checkedPaths(snapshot: IndexSnapshot, component: Component): string[] {
  const paths: string[] = [];
  const visit = (directory: string, depth: number) => {
    if (depth > 0 && snapshot.componentOf(directory) !== component) return;
    for (const name of snapshot.listing(directory)) {
      if (!name.endsWith('/')) {
        if (Object.hasOwn(languages, name.slice(name.lastIndexOf('.') + 1)) && !/[.-](min|lazy)\.js$/.test(name))
          paths.push(`${directory}/${name}`);
      } else if (depth < 12 && !foreign.test(name.slice(0, -1))) visit(`${directory}/${name.slice(0, -1)}`, depth + 1);
    }
  };
  visit(component.directory, 0);
  return paths;
}
