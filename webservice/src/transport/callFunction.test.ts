import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { explain } from '../errors/explain.ts';
import { Secret } from '../wire/secret.ts';
import { site } from '../wire/wire.testkit.ts';
import { callFunction } from './callFunction.ts';
import { listenHttp } from './server.testkit.ts';

const token = '24a8ea7bc89e3cc36dc4db06e680d590';

/** A site that answers with `answer` and tells the body it got. */
async function call(answer: RequestListener) {
  let got = '';
  const { port } = await listenHttp((message, response) => {
    message.setEncoding('utf8').on('data', (chunk: string) => (got += chunk));
    message.on('end', () => {
      answer(message, response);
    });
  });
  const wwwroot = site(`http://127.0.0.1:${port}/moodle`);
  const report = await callFunction({
    wwwroot,
    token: new Secret(token, wwwroot),
    function: 'core_course_get_courses',
    args: { options: { ids: [2] } },
  });
  return { report, got };
}

describe('callFunction', () => {
  it('is one request and its value', async () => {
    const { report, got } = await call((message, response) => {
      response.writeHead(message.url === '/moodle/webservice/rest/server.php' ? 200 : 404).end('[{"id":2}]');
    });
    expect(got).toBe(
      `wstoken=${token}&wsfunction=core_course_get_courses&moodlewsrestformat=json&options%5Bids%5D%5B0%5D=2`,
    );
    expect(report).toMatchObject({
      outcome: { kind: 'value', value: [{ id: 2 }], warnings: [] },
      warnings: [],
      http: { status: 200, bytes: 10 },
    });
  });

  it('shows the token in nothing that comes back', async () => {
    const { report } = await call((_, response) => {
      const coded = Buffer.from(`token=${token}`).toString('base64');
      response
        .setHeader('x-echo', token)
        .end(JSON.stringify({ exception: 'x', errorcode: token, message: `${token} ${coded}` }));
    });
    const shown = JSON.stringify([report, report.outcome.kind === 'value' ? null : explain(report.outcome)]);
    expect(shown).toContain('[secret]');
    expect(shown).not.toContain(token);
    expect(shown).not.toContain('MjRhOGVhN2JjODllM2Nj'.slice(0, 12));
  });

  it('does not take the token to where a redirect leads', async () => {
    let reached = 0;
    const other = await listenHttp((_, response) => {
      reached++;
      response.end('{}');
    });
    const location = `http://127.0.0.1:${other.port}/webservice/rest/server.php`;
    const { report } = await call((_, response) => response.writeHead(307, { location }).end());
    expect(report.outcome).toEqual({ kind: 'redirect', status: 307, location });
    expect(reached).toBe(0);
  });

  it('sends nothing that is refused', async () => {
    const { port, sockets } = await listenHttp((_, response) => response.end('{}'));
    const wwwroot = site(`http://127.0.0.1:${port}`);
    const foreign = new Secret(token, site('https://a.example'));
    const report = await callFunction({ wwwroot, token: foreign, function: 'f', args: {} });
    expect(report).toMatchObject({ outcome: { kind: 'wrong-site' }, elapsedMs: 0, http: null });
    expect(sockets.size).toBe(0);
  });
});
