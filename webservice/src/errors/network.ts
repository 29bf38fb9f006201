import type { TlsProblem, TransportFailure } from '../wire/outcome.ts';
import type { Explainers, Words } from './explanation.ts';

/** Calls to which no complete HTTP answer came. */
export const network: Explainers<TransportFailure> = {
  'invalid-url': ({ url }) => ({
    title: 'The address cannot be called',
    cause: `${url} is not a valid http or https address. Nothing was sent.`,
    cure: 'Correct the address of the site.',
  }),
  dns: ({ host }) => ({
    title: `The name ${host} was not found`,
    cause:
      'No address is known for this name: it is mistyped, or this machine is offline or outside of the network that knows it.',
    cure: 'Check the address and the connection (VPN, proxy).',
  }),
  refused: ({ host }) => ({
    title: `${host} refused the connection`,
    cause: 'The machine was reached, but nothing listens on this port, or a firewall refuses.',
    cure: 'Check the port in the address and that the web server runs. From a container, localhost is the container itself.',
  }),
  unreachable: ({ host }) => ({
    title: `${host} cannot be reached`,
    cause: 'There is no way to this machine from here, or the connection could not be made for another reason.',
    cure: 'Check the connection (VPN, proxy, firewall).',
  }),
  reset: ({ host }) => ({
    title: `${host} broke the connection off`,
    cause:
      'The server or something on the way closed the connection before the answer was complete. PHP may have crashed.',
    cure: 'Try again; if it happens each time, read the error log of the web server.',
  }),
  tls: ({ host, problem }) => tls[problem](host),
  'not-http': ({ host }) => ({
    title: `The answer of ${host} is not valid HTTP`,
    cause: 'Something other than a web server answered, or the answer is damaged.',
    cure: 'Check scheme and port of the address: http and https have different ports.',
  }),
  timeout: ({ timeoutMs }) => ({
    title: `No complete answer within ${Math.round(timeoutMs / 100) / 10} seconds`,
    cause: 'The site is slow, or does not answer at all. The function may still be running there.',
    cure: 'Try again with fewer data, or raise the time limit in the settings.',
  }),
  'too-large': ({ maxBytes }) => ({
    title: `The answer is larger than ${Math.round(maxBytes / 1_000_000)} MB`,
    cause: 'The rest was not read, to protect this machine.',
    cure: 'Ask for fewer data with the parameters of the function.',
  }),
  cancelled: () => ({
    title: 'The call was cancelled',
    cause: 'You cancelled it. If it had reached the site, the function may still have run there.',
    cure: 'Send it again when you are ready.',
  }),
};

const tls: Readonly<Record<TlsProblem, (host: string) => Words>> = {
  'self-signed': (host) => ({
    title: `The certificate of ${host} is self-signed`,
    cause: "No authority that this machine trusts vouches for it, so it may be anyone's.",
    cure: 'Give the site a trusted certificate, or make its authority known to Node with NODE_EXTRA_CA_CERTS.',
  }),
  expired: (host) => ({
    title: `The certificate of ${host} has expired`,
    cause: 'Its last day has passed, or the clock of this machine is wrong.',
    cure: 'Renew the certificate of the site.',
  }),
  'not-yet-valid': (host) => ({
    title: `The certificate of ${host} is not valid yet`,
    cause: 'Its first day is still to come, or the clock of this machine is wrong.',
    cure: 'Check the clock of this machine.',
  }),
  'name-mismatch': (host) => ({
    title: `The certificate is not for ${host}`,
    cause: 'The server showed a certificate for another name. The address may be an alias, or another machine answers.',
    cure: 'Use the name that the certificate is for, or correct the certificate.',
  }),
  'unknown-issuer': (host) => ({
    title: `The certificate of ${host} has an unknown issuer`,
    cause:
      'The authority is not one that this machine trusts, or the server does not send the certificates in between (browsers often find them by themselves).',
    cure: 'Let the server send the full chain, or make the authority known to Node with NODE_EXTRA_CA_CERTS.',
  }),
  revoked: (host) => ({
    title: `The certificate of ${host} was revoked`,
    cause: 'Its authority has withdrawn it.',
    cure: 'Renew the certificate of the site.',
  }),
  handshake: (host) => ({
    title: `No secure connection to ${host} could be made`,
    cause: 'The server does not speak TLS on this port, or not in a version that is still safe.',
    cure: 'Check scheme and port of the address, and the TLS settings of the server.',
  }),
};
