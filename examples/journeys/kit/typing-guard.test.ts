import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { guardTyping } from './typing-guard.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const screen = `
  <div class="cm-editor"><div id="source" contenteditable="true"></div></div>
  <div class="condition__written"><textarea id="bare"></textarea></div>
  <input id="words">
  <div class="feel-field"><textarea id="helped"></textarea></div>`;

test('what is typed into a source or a bare expression is noted, words and helped expressions are not', async () => {
  // given a page that is watched
  const page = await browser.newPage();
  const guard = await guardTyping(page);
  await page.goto(`data:text/html,${encodeURIComponent(screen)}`);

  // when somebody types where they may
  await page.locator('#words').fill('late');
  await page.locator('#helped').fill('= amount + 1');
  expect(guard.typed).toEqual([]);

  // and where nobody has to
  await page.locator('#source').pressSequentially('{');
  await page.locator('#bare').fill('amount > 3');
  await page.locator('#words').fill('= amount');

  // then each of them is told
  await expect
    .poll(() => guard.typed)
    .toEqual(['a source view: {', 'an expression without help: amount > 3', 'an expression without help: = amount']);
});
