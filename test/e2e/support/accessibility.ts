import axe from 'axe-core';
import type { Locator } from 'playwright-core';

/** What axe-core finds in the page that an element is in: one line for each element and rule; none is good. */
export async function accessibilityProblems(element: Locator): Promise<string[]> {
  const frame = await element.elementHandle().then((handle) => handle.ownerFrame());
  if (!frame) throw new Error('The element is in no page');
  // The page is transparent; what shines through is not in it.
  await frame.evaluate(() => {
    document.body.style.background = 'var(--vscode-sideBar-background)';
  });
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run(document));
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
