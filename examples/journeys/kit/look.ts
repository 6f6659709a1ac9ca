import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityFindings, narrow, wide } from './browser.ts';

/** `IRISFLOW_TEST_PICTURES=docs/pictures npm test journeys` renews the pictures of the documentation. */
const root = path.resolve(import.meta.dirname, '../../..');
const pictures = path.resolve(root, process.env['IRISFLOW_TEST_PICTURES'] || 'test-results/pictures');

/**
 * Other people's markup that we may not change, the bpmn.io canvases, and frames: axe adds the landmarks of a framed page to ours
 * as if they were one page.
 */
const foreign = ['.bjs-container', '.dmn-decision-table-container', '.bio-properties-panel', 'iframe'];

export interface LookOptions {
  readonly page: Page;
  /** In front of the file name: who looks, in which language. */
  readonly who: string;
}

const settle = async (page: Page): Promise<void> => {
  await page.evaluate(async () => document.fonts.ready.then(() => undefined));
};

/** Looks at a screen wide and narrow, keeps both pictures, and expects axe to find nothing. */
export const createLook =
  ({ page, who }: LookOptions) =>
  async (screen: string): Promise<void> => {
    mkdirSync(pictures, { recursive: true });
    const size = page.viewportSize() ?? wide;
    for (const viewport of [narrow, wide]) {
      await page.setViewportSize(viewport);
      await settle(page);
      await page.screenshot({ path: path.join(pictures, `${who}-${screen}-${viewport.width}.png`), fullPage: true });
    }
    await page.setViewportSize(size);
    expect(await accessibilityFindings(page, foreign), `axe on ${who} ${screen}`).toEqual([]);
  };
