/**
 * The JSON schema of moodle-ws.json, for completion. It finds no faults: the language server does, with the same words in
 * every editor, and nothing should be told twice. So there is always an alternative that allows anything.
 * @param {Record<string, string>} pages rule id → its page, the first paragraph of which says what it is about
 */
export const configSchema = (pages) => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'moodle-ws.json',
  description: 'Settings of Web Services for Moodle, for a plugin or a workspace.',
  allowComments: true,
  allowTrailingCommas: true,
  properties: {
    $schema: { description: 'The schema of this file.' },
    rules: {
      description: 'How bad the findings of rules are, by rule.',
      default: {},
      properties: Object.fromEntries(
        Object.entries(pages).map(([id, page]) => [
          id,
          { description: summaryOf(page), $ref: '#/definitions/setting' },
        ]),
      ),
    },
    targets: {
      description: 'The versions of Moodle that the code is for, instead of what version.php says.',
      default: { from: '4.1' },
      properties: {
        from: { description: 'The first version: "4.1".' },
        to: { description: 'The last version: "5.0".' },
      },
    },
  },
  definitions: {
    // The default is what an editor writes behind the name of a rule.
    setting: { default: 'off', anyOf: [{ enum: ['error', 'warning', 'info', 'hint', 'off'] }, {}] },
  },
});

/**
 * The paragraph below the title, without Markdown.
 * @param {string} page
 */
const summaryOf = (page) => (/^# .*\n\n(.+)$/m.exec(page)?.[1] ?? '').replace(/`/g, '');
