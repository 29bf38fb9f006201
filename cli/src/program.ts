import { Command, Option } from 'commander';
import type { IndexSnapshot } from '../../server/src/index/snapshot.ts';
import type { Files } from '../../server/src/workspace/files.ts';
import { normalPath } from '../../server/src/workspace/paths.ts';
import { exportFunctions } from './commands/export.ts';
import { listFunctions } from './commands/list.ts';
import { showFunction } from './commands/show.ts';
import { openIndex } from './open.ts';
import type { Result } from './result.ts';
import { styleOf } from './style.ts';

/** What the program needs of the process around it. */
export interface Terminal {
  readonly version: string;
  /** The working directory. */
  readonly directory: string;
  readonly files: Files;
  readonly colours: boolean;
  out(text: string): void;
  error(text: string): void;
  /** 0 done, 2 an expected failure. */
  exit(code: 0 | 2): void;
}

interface Options {
  readonly root: string;
}

/** The command line. Expected failures are one line and exit code 2; anything thrown is a bug. */
export function createProgram(terminal: Terminal): Command {
  const style = styleOf(terminal.colours);
  const run = ({ root }: Options, command: (snapshot: IndexSnapshot) => Result): void => {
    const opened = openIndex(terminal.files, absolute(root, terminal.directory), (what, error) => {
      terminal.error(`moodle-ws: ${what} cannot be evaluated: ${String(error)}\n`);
    });
    const result = 'failure' in opened ? opened : command(opened.snapshot);
    if ('output' in result) {
      terminal.out(result.output);
      return;
    }
    terminal.error(`moodle-ws: ${result.failure}\n`);
    terminal.exit(2);
  };
  const root = new Option('--root <dir>', 'a Moodle tree, a plugin, or a folder of plugins').default('.', 'here');
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
    })
    .exitOverride();
  program
    .command('list')
    .description('name all functions')
    .addOption(root)
    .action((options: Options) => {
      run(options, (snapshot) => listFunctions(snapshot, style));
    });
  program
    .command('show')
    .description('tell what a function takes and returns')
    .argument('<name>', 'the name of a function')
    .addOption(root)
    .action((name: string, options: Options) => {
      run(options, (snapshot) => showFunction(snapshot, name, style));
    });
  program
    .command('export')
    .description('print all functions with their schemas')
    .addOption(root)
    .addOption(format)
    .action((options: Options) => {
      run(options, exportFunctions);
    });
  return program;
}

const absolute = (path: string, directory: string): string =>
  normalPath(/^([\\/]|[A-Za-z]:)/.test(path) ? path : `${directory}/${path}`);
