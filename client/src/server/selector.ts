/** What the server helps with unless the user adds more; the languages in which web services are declared or called. */
const languages = [
  'php',
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
  'vue',
  'mustache',
  'handlebars',
  'html',
  'shellscript',
  'http',
  'python',
] as const;

/** Unsaved documents count; other schemes (Git's versions, archives) have no place in a tree. */
const schemes = ['file', 'untitled'] as const;

/** The tool's own settings, of which the server says what does not count. */
export const configFiles = { scheme: 'file', pattern: '**/moodle-ws.json' } as const;

/** The document selector, with the language ids of the setting `moodleWs.languages`. */
export function documentSelector(extra: unknown): { scheme: string; language: string }[] {
  const added = Array.isArray(extra) ? extra.filter((id): id is string => typeof id === 'string' && id !== '') : [];
  const ids = [...new Set<string>([...languages, ...added])];
  return ids.flatMap((language) => schemes.map((scheme) => ({ scheme, language })));
}
