import type { Refusal, UnsendableReason } from '../wire/outcome.ts';
import type { Explainers, Words } from './explanation.ts';

/** Calls of which nothing was sent. */
export const refusals: Explainers<Refusal> = {
  unsendable: ({ reason, path }) => ({
    ...unsendable[reason],
    title: unsendable[reason].title + (path === '' ? '' : `: ${path}`),
  }),
  'wrong-site': ({ wwwroot, url }) => ({
    title: 'The token belongs to another site',
    cause: `It was stored for ${wwwroot} and would have been sent to ${url}. Nothing was sent.`,
    cure: 'Store a token for this address, if you mean to call it.',
  }),
  'no-token': () => ({
    title: 'There is no token for this site',
    cause: 'A call by REST or SOAP, and a file, need a token. Nothing was sent.',
    cure: 'Store the token of a service that contains the function.',
  }),
  'no-session': () => ({
    title: 'There is no whole session for this site',
    cause: 'A call by AJAX needs the cookie of a login and its sesskey, or neither of them. Nothing was sent.',
    cure: 'Copy both from a browser that is logged in: the header Cookie, and M.cfg.sesskey of any page.',
  }),
};

const unsendable: Readonly<Record<UnsendableReason, Words>> = {
  'not-an-object': {
    title: 'The arguments are not a JSON object',
    cause: 'Arguments are given by name.',
    cure: 'Write { "name": value, … }.',
  },
  null: {
    title: 'REST cannot send null',
    cause: 'A form has no null; a key that is absent is the only way to say it.',
    cure: 'Leave the key out.',
  },
  'empty-list': {
    title: 'REST cannot send an empty list',
    cause:
      'A form has no empty list. Where the key is optional or has a default, leaving it out means the same; where it is required, REST has no way to say it.',
    cure: 'Leave the key out, or give at least one element.',
  },
  'empty-object': {
    title: 'REST cannot send an empty structure',
    cause: 'A form has no empty structure.',
    cure: 'Leave the key out, or give at least one key of the structure.',
  },
  'unsafe-number': {
    title: 'A number is too large to be exact',
    cause: 'JavaScript rounds whole numbers beyond 9007199254740991, so another number would be sent.',
    cure: 'Write it as a text: "12345678901234567890".',
  },
  'broken-text': {
    title: 'A text cannot be sent',
    cause: 'It contains half of a character (a lone surrogate) or, for SOAP, a control character.',
    cure: 'Remove the broken character.',
  },
  key: {
    title: 'A key cannot be sent',
    cause:
      'Names must not be empty or contain brackets, and at the top level no dots or spaces: PHP would change them. For SOAP the top level takes only names of XML elements.',
    cure: 'Correct the key.',
  },
  'reserved-key': {
    title: 'A key belongs to the protocol',
    cause: 'wstoken, wsfunction and moodlewsrestformat are set by the call itself. Tokens do not belong in arguments.',
    cure: 'Remove the key.',
  },
  'too-deep': {
    title: 'The arguments are nested too deep',
    cause: 'PHP drops what is nested deeper than 64 levels, and no function takes anything as deep.',
    cure: 'Compare with the parameters of the function.',
  },
  'function-name': {
    title: 'This is not the name of a function',
    cause: 'Names consist of letters, digits, underscores and hyphens.',
    cure: 'Correct the name.',
  },
  'file-address': {
    title: 'This is not the address of a file of the site',
    cause:
      'Files of Moodle have addresses below its wwwroot with pluginfile.php or tokenpluginfile.php. Nothing was sent.',
    cure: 'Take the address from the answer of a function, such as fileurl of core_course_get_contents.',
  },
};
