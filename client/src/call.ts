import { Uri, l10n, workspace } from 'vscode';
import type { FunctionPlace, FunctionPlaces } from '../../server/src/protocol/requests.ts';
import { explain } from '../../webservice/src/errors/explain.ts';
import type { ExternalFunction } from '../../webservice/src/schema/function.ts';
import type { CallReport } from '../../webservice/src/transport/callFunction.ts';
import type { Call } from '../../webservice/src/wire/outcome.ts';
import type { Secret } from '../../webservice/src/wire/secret.ts';
import type { ConnectionResult } from './panel/accounts.ts';
import type { PlaceView } from './panel/messages.ts';
import type { Answer } from './panel/model.ts';
import { viewOutcome } from './panel/outcomeView.ts';
import { outcomeWords } from './panel/texts.ts';
import { readSiteInfo, siteInfoFunction } from './sites/siteInfo.ts';
import type { Site } from './sites/sites.ts';

const defaultSeconds = 30;

/** Sends a call and shows what it came to; the places of its function are looked up when it failed. */
export async function sendCall(
  call: Call,
  known: ExternalFunction | null,
  { site, token, signal, places }: CallOptions,
): Promise<Answer> {
  const { related, ...answer } = viewOutcome(await report(call, site, token, signal), outcomeWords, known);
  const found = related.length === 0 ? null : await places(call.function);
  return { ...answer, view: { ...answer.view, places: viewPlaces(found, related) }, places: found };
}

interface CallOptions {
  site: Site;
  token: Secret;
  signal: AbortSignal;
  places: (name: string) => Promise<FunctionPlaces | null>;
}

/**
 * Asks a site whose token this is. That this one function is refused says that the token was accepted: services need not
 * contain it.
 */
export async function askSite(site: Site, token: Secret): Promise<ConnectionResult> {
  const { outcome } = await report({ function: siteInfoFunction, args: {} }, site, token);
  if (outcome.kind === 'value') {
    const info = readSiteInfo(outcome.value);
    return info ? { kind: 'info', info } : { kind: 'failed', ...notMoodle() };
  }
  const { code, title, cause, cure, stage } = explain(outcome);
  const refused = code === 'accessexception' && stage.places.includes('declaration');
  return refused ? { kind: 'limited' } : { kind: 'failed', title, cause, cure };
}

function notMoodle(): { title: string; cause: string; cure: string } {
  return {
    title: l10n.t('The answer is not what Moodle says of itself'),
    cause: l10n.t('Something answered in the place of {0}, or a plugin replaces that function.', siteInfoFunction),
    cure: l10n.t('Check the address of the site.'),
  };
}

/** The HTTP client is a bundle of its own, loaded here for the first call of a window. */
async function report(call: Call, { wwwroot }: Site, token: Secret, signal?: AbortSignal): Promise<CallReport> {
  const { callFunction } = await import('../../webservice/src/transport/callFunction.ts');
  return callFunction({ ...call, wwwroot, token, ...(signal && { signal }), timeoutMs: callTimeout() });
}

/** What a call may take in all, in milliseconds. */
export function callTimeout(): number {
  const seconds = workspace.getConfiguration('moodleWs').get<unknown>('call.timeout');
  return 1000 * (typeof seconds === 'number' && seconds >= 1 && seconds <= 600 ? seconds : defaultSeconds);
}

function viewPlaces(found: FunctionPlaces | null, related: readonly PlaceView['kind'][]): PlaceView[] {
  return related.flatMap((kind) => {
    const place = found?.[kind];
    return place ? [{ kind, label: placeLabel(place) }] : [];
  });
}

function placeLabel({ uri, line }: FunctionPlace): string {
  return `${workspace.asRelativePath(Uri.parse(uri))}:${line + 1}`;
}
