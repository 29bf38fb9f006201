import type { Locator, Page } from 'playwright-core';

/** Whether something shows up soon. */
export const comes = (shown: Locator): Promise<boolean> =>
  shown.waitFor({ timeout: 4000 }).then(
    () => true,
    () => false,
  );

/** Presses a key until what it opens is there: a VS Code that is still busy with its start drops what is pressed. */
export async function pressUntilShown(page: Page, key: string, shown: Locator): Promise<void> {
  for (let attempt = 1; attempt < 5; attempt += 1) {
    await page.keyboard.press(key);
    if (await comes(shown)) return;
  }
  await page.keyboard.press(key);
  await shown.waitFor();
}
