import type { Locator, Page } from 'playwright-core';

const tries = 15;

/** Reads a page anew until what others do meanwhile is there, as people do. */
export const untilThere = async (page: Page, wanted: Locator): Promise<void> => {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const isThere = await wanted
      .first()
      .waitFor({ timeout: 3_000 })
      .then(
        () => true,
        () => false,
      );
    if (isThere) return;
    await page.reload();
  }
  throw new Error(`Expected ${String(wanted)}, but it did not come`);
};
