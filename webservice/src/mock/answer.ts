import { answerAjax } from './ajax.ts';
import type { MockRequest, MockResponse } from './http.ts';
import { answerRest } from './rest.ts';
import type { MockSite } from './site.ts';
import { answerToken } from './token.ts';

/**
 * A Moodle site made of schemas: answers one request as Moodle would, without any state. REST (JSON and XML), login/token.php
 * and AJAX; everything else is not found. It reads no file.
 */
export async function answerMock(site: MockSite, request: MockRequest): Promise<MockResponse> {
  const [path = ''] = request.target.split('?', 1);
  switch (path) {
    case '/webservice/rest/server.php':
      return answerRest(site, request);
    case '/login/token.php':
      return answerToken(site, request);
    case '/lib/ajax/service.php':
      return answerAjax(site, request, 'session');
    case '/lib/ajax/service-nologin.php':
      return answerAjax(site, request, 'nologin');
    case '/':
      return page(200, 'Mock site', 'A mock site of moodle-ws: it answers web-service calls and has no pages.');
    default:
      return page(404, 'Not found', 'The mock site answers web-service calls only.');
  }
}

function page(status: number, title: string, text: string): MockResponse {
  const body = `<!DOCTYPE html>\n<html lang="en"><head><title>${title}</title></head><body><p>${text}</p></body></html>\n`;
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}
