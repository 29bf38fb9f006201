import { Disposable, EventEmitter, LogLevel, workspace } from 'vscode';
import type { LogOutputChannel } from 'vscode';

/**
 * The language client traces only where the log level of its channel is "Trace". This channel has that level exactly
 * while `moodleWs.trace.server` asks for a trace, and writes to the extension's one log: the setting does what it says.
 */
export function traceChannel(log: LogOutputChannel): { channel: LogOutputChannel; disposable: Disposable } {
  const changed = new EventEmitter<LogLevel>();
  const level = (): LogLevel =>
    workspace.getConfiguration('moodleWs').get('trace.server') === 'off' ? LogLevel.Off : LogLevel.Trace;
  const subscription = workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('moodleWs.trace.server')) changed.fire(level());
  });
  const channel = Object.create(log, {
    logLevel: { get: level },
    onDidChangeLogLevel: { value: changed.event },
    trace: {
      value: (message: string) => {
        log.info(message);
      },
    },
  }) as LogOutputChannel;
  return { channel, disposable: Disposable.from(subscription, changed) };
}
