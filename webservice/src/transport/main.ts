/** What the transport bundle offers: a dynamic import of any file of this folder gets all of it. */
export { callFunction } from './callFunction.ts';
export { fetchToken } from './fetchToken.ts';
export { startMockServer } from './mockServer.ts';
export { send } from './send.ts';
