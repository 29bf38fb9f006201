// Fixed positions with expected answers, found in the tree's own text: latency counts only where the answer is right.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const files = {
  services: 'lib/db/services.php',
  classes: ['mod/assign/externallib.php', 'course/externallib.php', 'mod/quiz/classes/external.php'],
  script: 'message/amd/src/message_repository.js',
};

const documentOf = (root, path) => {
  const text = readFileSync(join(root, path), 'utf8');
  return {
    path,
    uri: pathToFileURL(join(root, path)).href,
    languageId: path.endsWith('.js') ? 'javascript' : 'php',
    text,
    lines: text.split('\n'),
  };
};

/** All matches of `pattern` in a document: position inside the match, and its first group. */
function* places(document, pattern, inside = 1) {
  for (const [line, text] of document.lines.entries())
    for (const match of text.matchAll(pattern))
      yield { uri: document.uri, position: { line, character: match.index + inside }, expected: match[1] };
}

const every = (items, count) =>
  items.filter((_, i) => i % Math.max(1, Math.floor(items.length / count)) === 0).slice(0, count);

/** What is asked of our server, and what the answer must hold. */
export function ourPlaces(root) {
  const services = documentOf(root, files.services);
  const script = documentOf(root, files.script);
  const declared = [...places(services, /^ {4}'([a-z_0-9]+)'\s*=>/g, 6)];
  const called = [...places(script, /methodname: '([a-z_0-9]+)'/g, 14)];
  return {
    documents: [services, script],
    hover: [...every(declared, 90), ...called],
    completion: [...called, ...called, ...called],
  };
}

/** What is asked of a PHP language server at places that it knows: class names and methods of the same kind of files. */
export function phpPlaces(root) {
  const documents = files.classes.map((path) => documentOf(root, path));
  const names = documents.flatMap((document) => [...places(document, /new (external_value)\(/g, 6)]);
  // Words of code all over the files, as somebody types there.
  const words = documents.flatMap((document) => [...places(document, /(?<![*/].*)\b([A-Za-z_]{4,})/g, 3)]);
  return { documents, hover: every(names, 100), completion: every(words, 100) };
}

export const servicesPath = files.services;
