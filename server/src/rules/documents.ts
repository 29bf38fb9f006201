/** Documents that are not open, so that rules can look at them. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FeatureDocument } from '../features/shared/document.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { Component } from '../workspace/codebase.ts';
import type { Files } from '../workspace/files.ts';
import { baseName, uriOfPath } from '../workspace/paths.ts';
import { configName } from './configFile.ts';
import { perRevision } from './remembered.ts';

const languages: Readonly<Record<string, string>> = {
  php: 'php',
  js: 'javascript',
  jsx: 'javascriptreact',
  ts: 'typescript',
  tsx: 'typescriptreact',
  vue: 'vue',
  mustache: 'mustache',
  html: 'html',
  sh: 'shellscript',
  http: 'http',
  py: 'python',
};

/** The language id of a file that rules look at, as editors have it. */
function languageOf(path: string): string | undefined {
  if (baseName(path) === configName) return 'jsonc';
  const extension = path.slice(path.lastIndexOf('.') + 1);
  return Object.hasOwn(languages, extension) && !/[.-](min|lazy)\.js$/.test(path) ? languages[extension] : undefined;
}

/** Folders whose files others have written, or a build has made. */
const foreign = /^(node_modules|vendor|thirdparty|build|dist|\..*|lang|yui)$/;

/** Folders are looked into this deep at most. */
const maxDepth = 12;

/** A file as the editor would open it; undefined when there is none, or none that a rule looks at. */
export function documentAt(snapshot: IndexSnapshot, path: string): FeatureDocument | undefined {
  const file = languageOf(path) === undefined ? undefined : snapshot.file(path);
  return file && documentOf(path, file.text);
}

/** A text as the editor would open it from this file. */
export function documentOf(path: string, text: string): FeatureDocument {
  const uri = uriOfPath(path);
  const languageId = languageOf(path) ?? 'plaintext';
  return { uri, path, languageId, text: TextDocument.create(uri, languageId, 0, text) };
}

/** The files of a component that rules look at; not those of other components below its directory. */
export const checkedPaths = perRevision((snapshot, component: Component): readonly string[] => {
  const list = (directory: string) =>
    snapshot.componentOf(directory) === component ? snapshot.listing(directory) : [];
  return [...walk(component.directory, list)];
});

/** The same for any folder, or for one file. Links are not followed: what they lead to is checked where it is. */
export function checkedFiles(files: Files, path: string): Iterable<string> {
  if (files.isFile(path)) return [path];
  return walk(path, (directory) =>
    (files.list(directory) ?? [])
      .filter(({ isLink }) => isLink !== true)
      .map(({ name, isDirectory }) => (isDirectory ? `${name}/` : name)),
  );
}

function* walk(
  directory: string,
  list: (directory: string) => readonly string[],
  depth = 0,
): Generator<string, void, undefined> {
  for (const name of list(directory)) {
    if (!name.endsWith('/')) {
      if (languageOf(name) !== undefined) yield `${directory}/${name}`;
    } else if (depth < maxDepth && !foreign.test(name.slice(0, -1)))
      yield* walk(`${directory}/${name.slice(0, -1)}`, list, depth + 1);
  }
}

/**
 * What a text says at least where a rule finds something in it: names of the external API (`external_value`,
 * `externallib.php`, `\external\`, `core_course_external`), or a call.
 */
const marks =
  /external[_\\l]|_external|wsfunction|methodname|core-site-plugins|moodle-ws-ignore|\.callAjax|[sS]ite\b.{0,105}\??\.(?:read|write|request)\b/;
const alwaysChecked = /\/(?:db\/\w+\.php|version\.php|moodle-ws\.json)$/;

/** Spares reading the structure of files in which no rule finds anything. */
export const isWorthChecking = (path: string, text: string): boolean => alwaysChecked.test(path) || marks.test(text);
