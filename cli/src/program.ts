import { Command, InvalidArgumentError, Option } from 'commander';
import type { IndexSnapshot } from '../../server/src/index/snapshot.ts';
import { normalPath } from '../../server/src/workspace/paths.ts';
import { supportedBranches } from '../../server/src/workspace/moodleVersions.ts';
import { callFunction, protocolNames } from './commands/call.ts';
import type { CallOptions } from './commands/call.ts';
import { check, formats } from './commands/check.ts';
import type { CheckPorts } from './commands/check.ts';
import { exportFunctions } from './commands/export.ts';
import { downloadFile, uploadFiles } from './commands/files.ts';
import type { FilePorts, UploadOptions } from './commands/files.ts';
import { listFunctions } from './commands/list.ts';
import { debugLevels, runMock } from './commands/mock.ts';
import type { MockOptions } from './commands/mock.ts';
import { showFunction } from './commands/show.ts';
import { knownFunctions } from './known.ts';
import { openIndex } from './open.ts';
import type { Result } from './result.ts';
import { styleOf } from './style.ts';

/** What the program needs of the process around it. */
export interface Terminal
  extends Pick<CheckPorts, 'version' | 'files' | 'git' | 'facts' | 'write' | 'summaryOf'>, FilePorts {
  /** The working directory. */
  readonly directory: string;
  readonly colours: boolean;
  out(text: string): void;
  error(text: string): void;
  /** Settles when the user ends the program; only a command that runs until then asks. */
  interrupted(): Promise<void>;
  /** 0 done, 1 findings, 2 an expected failure. */
  exit(code: 0 | 1 | 2): void;
}

interface Options {
  readonly root: string;
  readonly catalogue?: string;
}

interface CheckCommandOptions {
  readonly moodle?: string;
  readonly catalogue?: string;
  readonly format: string;
  readonly failOn: 'error' | 'warning';
  readonly base?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly fix: boolean;
  readonly rule: readonly string[];
}

/** The command line. Expected failures are one line and exit code 2; anything thrown is a bug. */
export function createProgram(terminal: Terminal): Command {
  const style = styleOf(terminal.colours);
  const failed = (what: string, error: unknown) => {
    terminal.error(`moodle-ws: ${what} cannot be evaluated: ${String(error)}\n`);
  };
  const finish = (result: Result): void => {
    if ('output' in result) {
      if (result.note !== undefined) terminal.error(`${result.note}\n`);
      terminal.out(result.output);
      terminal.exit(result.code ?? 0);
      return;
    }
    terminal.error(`moodle-ws: ${result.failure}\n`);
    terminal.exit(2);
  };
  /** `facts`: whether Moodle's own functions, as the facts have them, count beside what is asked for by name. */
  const open = ({ root, catalogue }: Options, facts: Terminal['facts'] = () => undefined) => {
    const file = catalogue === undefined ? undefined : absolute(catalogue, terminal.directory);
    const read = knownFunctions(terminal.files, file, facts);
    if ('failure' in read) return read;
    const opened = openIndex(terminal.files, absolute(root, terminal.directory), failed, read.known);
    return 'snapshot' in opened && file !== undefined && opened.snapshot.codebase.kind !== 'plugin'
      ? { failure: `${root} is a Moodle tree, whose source tells all: --catalogue is for plugins without one.` }
      : opened;
  };
  const run = (options: Options, command: (snapshot: IndexSnapshot) => Result, facts?: Terminal['facts']): void => {
    const opened = open(options, facts);
    finish('failure' in opened ? opened : command(opened.snapshot));
  };
  /** What is known of a function: from code, or, where there is none, from the facts of all versions of Moodle. */
  const finder = (opened: ReturnType<typeof open>) => (name: string) => {
    if ('failure' in opened) return terminal.facts()?.describe(name, supportedBranches(''));
    const fn = opened.snapshot.functions.get(name);
    return fn && opened.snapshot.describe(fn);
  };
  const root = new Option('--root <dir>', 'a Moodle tree, a plugin, or a folder of plugins').default('.', 'here');
  const catalogue = new Option(
    '--catalogue <file>',
    'functions that are known beside a plugin: a JSON of `export`, or of moodle-ws-catalog',
  );
  const format = new Option('--format <format>', 'the form of the output').choices(['json']).default('json');

  const program = new Command('moodle-ws')
    .description('Moodle web services, read from PHP source: nothing is executed, no site is needed.')
    .version(terminal.version)
    .configureOutput({
      writeOut: (text) => {
        terminal.out(text);
      },
      writeErr: (text) => {
        terminal.error(text);
      },
      // Commander begins its own failures with `error:`.
      outputError: (text, write) => {
        write(text.replace(/^error:/, 'moodle-ws:'));
      },
    })
    .exitOverride();
  program
    .command('list')
    .description('name all functions')
    .addOption(root)
    .addOption(catalogue)
    .action((options: Options) => {
      run(options, (snapshot) => listFunctions(snapshot, style));
    });
  program
    .command('show')
    .description('tell what a function takes and returns')
    .argument('<name>', 'the name of a function')
    .addOption(root)
    .addOption(catalogue)
    .action((name: string, options: Options) => {
      run(options, (snapshot) => showFunction(snapshot, name, style), terminal.facts);
    });
  program
    .command('export')
    .description('print all functions with their schemas')
    .addOption(root)
    .addOption(catalogue)
    .addOption(format)
    .action((options: Options) => {
      run(options, exportFunctions);
    });
  const here = (path: string | undefined) => (path === undefined ? undefined : absolute(path, terminal.directory));
  program
    .command('check')
    .description('find mistakes in declarations, external classes and calls; ends with 1 where there are any')
    .argument('[path]', 'a plugin, a Moodle tree, a folder of plugins, or one file', '.')
    .option('--moodle <dir>', 'the Moodle tree around plugins that stand alone')
    .option('--catalogue <file>', 'functions of the site that plugins run on, as moodle-ws export has written them')
    .addOption(new Option('--format <format>', 'the form of the report').choices(formats).default('text'))
    .addOption(new Option('--fail-on <severity>', 'what ends with 1').choices(['error', 'warning']).default('error'))
    .option('--base <ref>', 'only what is new since this commit, branch or tag; also compares the version with it')
    .option('--baseline <file>', 'leave out the findings of this file')
    .option('--write-baseline <file>', 'make such a file of what is found now')
    .option('--fix', 'make the fixes that are safe, and report the rest', false)
    .option(
      '--rule <ids>',
      'only these rules, also those that are off, separated by commas; may be given again',
      collect,
      [],
    )
    .action((path: string, options: CheckCommandOptions) => {
      const request = {
        ...options,
        path: absolute(path, terminal.directory),
        moodle: here(options.moodle),
        catalogue: here(options.catalogue),
        baseline: here(options.baseline),
        writeBaseline: here(options.writeBaseline),
        base: options.base,
        rules: options.rule,
      };
      finish(check({ ...terminal, failed }, request, style));
    });
  program
    .command('call')
    .description('call a function of the site that MOODLE_WS_URL and MOODLE_WS_TOKEN tell')
    .argument('<name>', 'the name of a function')
    .argument('[arguments]', 'by name, as JSON', '{}')
    .addOption(new Option('--protocol <protocol>', 'how to call').choices(protocolNames).default('rest'))
    .option('--allow-write', 'also what may change data', false)
    .option('--root <dir>', 'code that tells what functions do (default: here, and the facts about Moodle)')
    .addOption(catalogue)
    .action(async (name: string, args: string, options: CallOptions & Partial<Options>) => {
      const opened = open({ root: '.', ...options }, terminal.facts);
      if ('failure' in opened && (options.root ?? options.catalogue) !== undefined) {
        finish(opened);
        return;
      }
      finish(await callFunction({ ...terminal, find: finder(opened) }, name, args, options));
    });
  program
    .command('upload')
    .description('put files into a draft area, and tell its itemid')
    .argument('<files...>')
    .addOption(new Option('--itemid <n>', 'a draft area that is there').argParser(itemidOf).default(0, 'a new one'))
    .option('--filepath <path>', 'a folder in it', '/')
    .action(async (paths: string[], options: UploadOptions) => {
      const files = paths.map((path) => absolute(path, terminal.directory));
      finish(await uploadFiles(terminal, files, options));
    });
  program
    .command('download')
    .description('fetch a file by the address that a function gave for it')
    .argument('<address>')
    .option('--output <file>', 'where to; without it, here, as the site calls it')
    .action(async (address: string, { output }: { readonly output?: string }) => {
      finish(await downloadFile(terminal, address, (name) => absolute(output ?? name, terminal.directory)));
    });
  program
    .command('mock')
    .description('answer calls of all functions, as a site on this machine')
    .argument('[path]', 'a Moodle tree, a plugin, or a folder of plugins', '.')
    .addOption(new Option('--port <n>', 'where to listen; without it, on a free port').argParser(portOf))
    .addOption(new Option('--debug <level>', 'what errors tell').choices(debugLevels).default('developer'))
    .action(async (path: string, options: MockOptions) => {
      finish(await runMock({ ...terminal, open: () => open({ root: path }), failed }, options, style));
    });
  return program;
}

function collect(ids: string, before: readonly string[]): string[] {
  const named = ids
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  if (named.length === 0) throw new InvalidArgumentError('It names no rule.');
  return [...before, ...named];
}

function itemidOf(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('It is a positive number.');
  return Number(text);
}

function portOf(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('It is a number up to 65535.');
  return Number(text);
}

const absolute = (path: string, directory: string): string =>
  normalPath(/^([\\/]|[A-Za-z]:)/.test(path) ? path : `${directory}/${path}`);
