import { workspace } from 'vscode';
import type { Call } from '../../webservice/src/wire/outcome.ts';
import type { Secret } from '../../webservice/src/wire/secret.ts';
import type { Answer } from './panel/model.ts';
import { viewOutcome } from './panel/outcomeView.ts';
import { outcomeWords } from './panel/texts.ts';
import type { Site } from './sites/sites.ts';

const defaultSeconds = 30;

/** Sends a call. The HTTP client is a bundle of its own, loaded here for the first call of a window. */
export async function sendCall(call: Call, site: Site, token: Secret, signal: AbortSignal): Promise<Answer> {
  const { callFunction } = await import('../../webservice/src/transport/callFunction.ts');
  const { wwwroot } = site;
  const report = await callFunction({ ...call, wwwroot, token, signal, timeoutMs: timeoutSeconds() * 1000 });
  return viewOutcome(report, outcomeWords);
}

function timeoutSeconds(): number {
  const seconds = workspace.getConfiguration('moodleWs').get<unknown>('call.timeout');
  return typeof seconds === 'number' && seconds >= 1 && seconds <= 600 ? seconds : defaultSeconds;
}
