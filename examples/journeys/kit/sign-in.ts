import type { Locator, Page } from 'playwright-core';

const outside = /\/sign-in$/;
const secondsToWait = 5;
const tries = 6;

/** Signs in by the button of a person. Who is told that there were too many tries waits and tries again, as people do. */
export const signInBy = async (page: Page, person: Locator): Promise<void> => {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    await person.click();
    const isIn = page
      .waitForURL(({ pathname }) => !outside.test(pathname))
      .then(
        () => true,
        () => false,
      );
    const isRefused = page
      .getByRole('alert')
      .waitFor()
      .then(
        () => false,
        () => false,
      );
    if (await Promise.race([isIn, isRefused])) return;
    await page.waitForTimeout(secondsToWait * 1000);
    if (!outside.test(new URL(page.url()).pathname)) return;
  }
  throw new Error(`Expected to be signed in after ${tries} tries, but the page is still ${page.url()}`);
};
