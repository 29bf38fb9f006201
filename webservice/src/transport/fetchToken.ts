import type { AnswerFailure, TransportFailure, WrongSite } from '../wire/outcome.ts';
import { decodeToken, encodeTokenRequest } from '../wire/token.ts';
import type { Credentials, Token } from '../wire/token.ts';
import type { Wwwroot } from '../wire/wwwroot.ts';
import { send } from './send.ts';
import type { SendOptions } from './send.ts';

/**
 * Asks login/token.php for a token of a user. Every failure is one that `explain` tells. Never throws for what a site, a
 * network or a user can do wrong; the password is in nothing that comes back.
 */
export async function fetchToken(
  request: Credentials & SendOptions & { wwwroot: Wwwroot },
): Promise<Token | AnswerFailure | TransportFailure | WrongSite> {
  const encoded = encodeTokenRequest(request, request.wwwroot);
  if (encoded.kind !== 'request') return encoded;
  const sent = await send(encoded.request, request);
  if (sent.kind !== 'response') return sent;
  return decodeToken(sent.response, request.wwwroot);
}
