import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { noteFindings } from './assessment.ts';
import { accessibilityFindings, narrow, wide } from './browser.ts';

/** `IRISFLOW_TEST_PICTURES=docs/pictures npm test journeys` draws every screen into that folder, for people and the documentation. */
const pictures = process.env['IRISFLOW_TEST_PICTURES'] ?? '';
const root = path.resolve(import.meta.dirname, '../../..');

/**
 * Other people's markup that we may not change, the bpmn.io canvases, and frames: axe adds the landmarks of a framed page to ours
 * as if they were one page.
 */
const foreign = ['.bjs-container', '.bio-properties-panel', 'iframe'];

export interface LookOptions {
  readonly page: Page;
  /** In front of the file name: who looks, in which language. */
  readonly who: string;
}

const settle = async (page: Page): Promise<void> => {
  await page.evaluate(async () => document.fonts.ready.then(() => undefined));
};

const draw = async (page: Page, name: string): Promise<void> => {
  if (pictures === '') return;
  const folder = path.resolve(root, pictures);
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
};

/** How many pixels of the page lie beside the screen, where nobody looks. */
const pixelsBeside = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Looks at a screen narrow and wide: nothing lies beside it, and axe finds nothing. */
export const createLook =
  ({ page, who }: LookOptions) =>
  async (screen: string): Promise<void> => {
    const size = page.viewportSize() ?? wide;
    for (const viewport of [narrow, wide]) {
      await page.setViewportSize(viewport);
      await settle(page);
      expect.soft(await pixelsBeside(page), `${who} ${screen} is wider than ${viewport.width} px`).toBe(0);
      await draw(page, `${who}-${screen}-${viewport.width}`);
    }
    await page.setViewportSize(size);
    const findings = await accessibilityFindings(page, foreign);
    noteFindings(`${who}-${screen}`, findings.length);
    expect(findings, `axe on ${who} ${screen}`).toEqual([]);
  };

/** Whether nobody of this run took this screen before; who takes it looks at it. */
const take = (mark: string): boolean => {
  try {
    closeSync(openSync(mark, 'wx'));
    return true;
  } catch {
    return false;
  }
};

/** Looks at a screen that many journeys pass on their way, where no journey of this run has. Pictures are drawn of every passage. */
export const createLookOnce =
  (look: (screen: string) => Promise<void>, whose: string) =>
  async (screen: string): Promise<void> => {
    const marks = process.env['IRISFLOW_TEST_LOOKED'] ?? '';
    if (marks === '' || pictures !== '') return look(screen);
    const mark = path.join(marks, `${whose}-${screen}`);
    if (!take(mark)) return;
    try {
      await look(screen);
    } catch (error) {
      rmSync(mark, { force: true });
      throw error;
    }
  };
