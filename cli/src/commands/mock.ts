import { fieldText } from '../../../server/src/index/entry.ts';
import type { IndexSnapshot } from '../../../server/src/index/snapshot.ts';
import type { FunctionDeclaration } from '../../../server/src/index/evaluateFunction.ts';
import type { MockFunctions } from '../../../webservice/src/mock/site.ts';
import { sampleArguments } from '../../../webservice/src/schema/sample.ts';
import type { MockServer } from '../../../webservice/src/transport/mockServer.ts';
import { formFields } from '../../../webservice/src/wire/fields.ts';
import type { Result } from '../result.ts';
import { printable } from '../style.ts';
import type { Style } from '../style.ts';

export const debugLevels = ['none', 'normal', 'developer'] as const;

export interface MockOptions {
  readonly port?: number;
  readonly debug: (typeof debugLevels)[number];
}

interface MockPorts {
  /** The code as it is now. Called for each request, so that the site follows what is written. */
  open: () => { readonly snapshot: IndexSnapshot } | { readonly failure: string };
  out(text: string): void;
  /** Settles when the user wants the end. */
  interrupted(): Promise<void>;
  failed: (what: string, error: unknown) => void;
}

/** A mock site of the functions of a tree or plugin, until it is interrupted. */
export async function runMock(ports: MockPorts, options: MockOptions, style: Style): Promise<Result> {
  const opened = ports.open();
  if ('failure' in opened) return opened;
  let { snapshot } = opened;
  const read = () => {
    const now = ports.open();
    if ('snapshot' in now) ({ snapshot } = now);
    return snapshot;
  };
  const failed = (error: unknown) => {
    ports.failed('an answer', error);
  };
  // HTTP is a bundle of its own, which the other commands do without.
  const { startMockServer } = await import('../../../webservice/src/transport/mockServer.ts');
  const start = await startMockServer({ ...options, functions: functionsOf(read), failed });
  if (start.kind === 'port-in-use')
    return { failure: `Port ${start.port} is in use. Choose another with --port, or leave it out.` };
  if (start.kind === 'failed') return { failure: `The mock site cannot listen (${start.code}).` };
  const { server } = start;
  const interrupted = ports.interrupted();
  ports.out(startText(snapshot, server, style));
  await interrupted;
  await server.close();
  return { output: '' };
}

function functionsOf(read: () => IndexSnapshot): MockFunctions {
  return {
    names: () => Promise.resolve(read().sortedFunctions.map(({ name }) => name)),
    find(name) {
      const snapshot = read();
      const fn = snapshot.functions.get(name);
      return Promise.resolve(fn === undefined ? null : snapshot.describe(fn));
    },
    services: () => Promise.resolve(read().services.flatMap(({ shortname }) => shortname ?? [])),
  };
}

function startText(snapshot: IndexSnapshot, site: MockServer, style: Style): string {
  const { sortedFunctions } = snapshot;
  const rows = [
    ['URL', site.wwwroot],
    ['Token', site.token],
    ['Login', `${site.username}, password ${site.password}`],
    ['AJAX', `sesskey ${site.sesskey}, cookie MoodleSession=${site.session}`],
  ].map(([label = '', text = '']) => `  ${label.padEnd(6)} ${text}\n`);
  const fields = [['wstoken', site.token], ...exampleFields(snapshot), ['moodlewsrestformat', 'json']];
  const options = fields.map(([name = '', value = '']) => `-d ${quoted(`${name}=${encodeURIComponent(value)}`)}`);
  const example = `curl ${site.wwwroot}/webservice/rest/server.php ${options.join(' ')}`;
  return (
    `${style.bold('Mock site')} with ${sortedFunctions.length} functions, for this machine only. Ctrl+C ends it.\n\n` +
    `${rows.join('')}\n  ${example}\n`
  );
}

/** A call that succeeds: a function that reads, if there is one, with the least that it takes. */
function exampleFields(snapshot: IndexSnapshot): [name: string, value: string][] {
  const { sortedFunctions } = snapshot;
  const isKnown = (one: FunctionDeclaration) => snapshot.describe(one).parameters !== null;
  const reads = ({ entry }: FunctionDeclaration) => fieldText(entry, 'type') === 'read';
  const fn = sortedFunctions.find((one) => reads(one) && isKnown(one)) ?? sortedFunctions.find(isKnown);
  if (fn === undefined) return [['wsfunction', 'core_webservice_get_site_info']];
  const fields = formFields(sampleArguments(snapshot.describe(fn).parameters));
  return [['wsfunction', fn.name], ...(fields.kind === 'fields' ? fields.fields : [])];
}

/** For a POSIX shell; without characters that a terminal would obey. */
function quoted(text: string): string {
  const shown = printable(text, 500);
  return /^[\w=.-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", `'\\''`)}'`;
}
