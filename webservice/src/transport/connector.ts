import { connect as connectTcp, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { buildConnector } from 'undici';

/**
 * Opens the sockets of one exchange and remembers them. undici's own connector leaves a socket that is still connecting
 * to its time-out; with this one, `close` ends every socket at once, in whatever state it is.
 */
export function openConnector(): { connect: buildConnector.connector; close: () => void } {
  const sockets = new Set<Socket>();
  return {
    connect({ hostname, protocol, port }, callback) {
      const secure = protocol === 'https:';
      const host = hostname.replace(/^\[|\]$/g, '');
      const socket = secure
        ? connectTls({
            host,
            port: Number(port || 443),
            // A name is asked for only where there is one: TLS knows no address there.
            servername: isIP(host) === 0 ? host : '',
            ALPNProtocols: ['http/1.1'],
          })
        : connectTcp({ host, port: Number(port || 80) });
      sockets.add(socket);
      let answered = false;
      const answer = (error: Error | null) => {
        if (answered) return;
        answered = true;
        if (error === null) callback(null, socket);
        else callback(error, null);
      };
      socket.setNoDelay(true);
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        answer(null);
      });
      // Stays for the life of the socket: an error without a listener ends the process.
      socket.on('error', (error: Error) => {
        answer(error);
      });
      socket.on('close', () => {
        sockets.delete(socket);
      });
    },
    close() {
      for (const socket of sockets) socket.destroy(new Error('closed'));
    },
  };
}
