import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { findChromium } from '../../support/chromium.mjs';

/** A headless browser that talks to nobody but the servers of a test. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium: `npm test` installs one or says how.');
  const sandbox = ['--no-sandbox', '--disable-gpu', '--disable-quic'];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  return chromium.launch({ executablePath, args: [...sandbox, ...quiet] });
}
