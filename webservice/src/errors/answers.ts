import type { AnswerFailure, MoodleException } from '../wire/outcome.ts';
import type { Explainers, Words } from './explanation.ts';

/** HTTP answers that are neither the value of a function nor an exception of Moodle. */
export const answers: Explainers<Exclude<AnswerFailure, MoodleException>> = {
  redirect: ({ status, location }) => ({
    title: 'The site redirects to another address',
    cause: `It answered ${status} and points to ${location === '' ? 'nowhere' : location}. Redirects are not followed, because the token is part of the request.`,
    cure: 'If you trust that address, make it the address of the site: it must be the exact wwwroot.',
  }),
  'protocol-disabled': () => ({
    title: 'Web services or the protocol are switched off',
    cause:
      'The site answered 403 without a text, which is how Moodle says that web services or the protocol (REST, SOAP) are not enabled.',
    cure: 'Site administration → Advanced features: enable web services. Server → Manage protocols: enable the protocol.',
  }),
  'http-status': ({ status }) => ({ ...statusWords(status), title: `The server answered ${status}` }),
  html: ({ status, title, page }) => ({
    ...(status >= 400 && page === 'other' ? statusWords(status) : pages[page]),
    title: `The site answered with a page${title === '' ? '' : `: ${title}`}`,
  }),
  xml: () => ({
    title: 'The answer is XML instead of JSON',
    cause:
      'Moodle answers in XML when moodlewsrestformat=json does not arrive; something on the way changed the request.',
    cure: 'Check that the address is the exact wwwroot and that no proxy changes requests. The call may have been carried out.',
  }),
  'invalid-soap': ({ reason }) => ({ title: 'The answer is not a SOAP message', ...soap[reason] }),
  empty: ({ status }) => ({
    title: 'The answer is empty',
    cause: `The server answered ${status} without a text. Usually PHP stopped with a fatal error that it may not show.`,
    cure: 'Read the error log of the web server. The call may have been carried out in part.',
  }),
  'invalid-json': ({ around }) =>
    around === null
      ? {
          title: 'The answer is not valid JSON',
          cause: 'The answer is cut off, or is not from Moodle.',
          cure: 'Check the address; read the error log of the web server.',
        }
      : {
          title: 'Something is printed around the answer',
          cause:
            'The JSON is there, but other text stands before or after it: a debug message, an echo, or a byte-order mark in a PHP file of a plugin.',
          cure: 'Find what prints the text below; on live sites do not display debug messages.',
        },
  'too-deep': ({ limit }) => ({
    title: 'The answer is nested too deep',
    cause: `It has more than ${limit} levels, which no function of Moodle returns.`,
    cure: 'Look for an endless structure in what the function returns.',
  }),
};

const soap: Readonly<Record<'wsdl' | 'doctype' | 'malformed' | 'other', Omit<Words, 'title'>>> = {
  wsdl: {
    cause: 'It is the description of the service (WSDL), which the site gives when wsdl=1 stands in the address.',
    cure: 'Check that nothing on the way changes the address.',
  },
  doctype: {
    cause:
      'It is XML with a document type, which Moodle never sends and which is not read: it can hide files or bombs.',
    cure: 'Check the address; something in front of the site may have answered.',
  },
  malformed: {
    cause: 'It is no valid XML: cut off, or with other text printed into it, such as a debug message or an echo.',
    cure: 'Read the error log of the web server. The call may have been carried out.',
  },
  other: {
    cause: 'It is XML, but not what a SOAP server of Moodle answers.',
    cure: 'Check that the address is the exact wwwroot of the site.',
  },
};

const pages: Readonly<Record<'login' | 'maintenance' | 'other', Omit<Words, 'title'>>> = {
  login: {
    cause:
      'It is the login page: the address is not that of the web services, or something in front of the site asks for a login first.',
    cure: 'Use the exact wwwroot of the site.',
  },
  maintenance: {
    cause: 'The site is in maintenance mode.',
    cure: 'Wait, or end the maintenance mode.',
  },
  other: {
    cause:
      'A web page came where JSON was expected: the address is not that of a Moodle site, or a proxy answered in its place.',
    cure: 'Use the exact wwwroot of the site, as it stands in its config.php.',
  },
};

const statuses: readonly { from: number; to: number; words: Omit<Words, 'title'> }[] = [
  {
    from: 401,
    to: 401,
    words: {
      cause: 'Something in front of Moodle asks for a password of its own.',
      cure: 'Ask the administrators for an address that is reachable without it.',
    },
  },
  {
    from: 403,
    to: 403,
    words: {
      cause: 'A firewall or the web server refuses the request; Moodle itself would have answered without a text.',
      cure: 'Ask the administrators to let POST requests to /webservice/rest/server.php pass.',
    },
  },
  {
    from: 404,
    to: 405,
    words: {
      cause: 'There is no Moodle at this address: the folder may be missing or wrong.',
      cure: 'Use the exact wwwroot of the site, as it stands in its config.php.',
    },
  },
  {
    from: 413,
    to: 413,
    words: { cause: 'The request is larger than the server accepts.', cure: 'Send fewer data at a time.' },
  },
  { from: 429, to: 429, words: { cause: 'Too many requests were sent.', cure: 'Wait a moment and try again.' } },
  {
    from: 500,
    to: 599,
    words: {
      cause: 'PHP failed, or a server in front of Moodle could not reach it.',
      cure: 'Read the error log of the web server. The call may have been carried out in part.',
    },
  },
  {
    from: 100,
    to: 999,
    words: {
      cause: 'Moodle says its own errors with status 200, so something in front of it answered.',
      cure: 'Check the address; ask the administrators of the server.',
    },
  },
];

function statusWords(status: number): Omit<Words, 'title'> {
  return statuses.find(({ from, to }) => status >= from && status <= to)?.words ?? pages.other;
}
