import type { ToExtension, ToWebview } from '../src/panel/messages.ts';
import { App } from './app.ts';
import { Requests } from './rpc.ts';
import { styles } from './styles.ts';

declare function acquireVsCodeApi(): { postMessage(message: ToExtension): void };

const host = acquireVsCodeApi();
const requests = new Requests((message) => {
  host.postMessage(message);
});
let app: App | undefined;

window.addEventListener('message', (event: MessageEvent<ToWebview>) => {
  if (!requests.receive(event.data)) app?.receive(event.data);
});
window.addEventListener('focus', () => void requests.send('focus', { state: 'in' }));
window.addEventListener('blur', () => void requests.send('focus', { state: 'out' }));
window.addEventListener('pagehide', () => {
  requests.dispose();
});
if (styles.styleSheet) document.adoptedStyleSheets = [styles.styleSheet];

if (document.hasFocus()) void requests.send('focus', { state: 'in' });
void requests.send('start', null).then((started) => {
  const root = document.getElementById('panel');
  if (!root) return;
  app = new App(root, requests, started);
  if (started.focus !== null) app.focus(started.focus);
});
