import type { Locator, Page } from 'playwright-core';

/** How a person works a page: with a mouse, or with nothing but a keyboard. */
export interface Hand {
  press(target: Locator): Promise<void>;
  fill(target: Locator, text: string): Promise<void>;
  /** Picks a radio button or ticks a box; what is chosen already stays. */
  choose(target: Locator): Promise<void>;
  select(target: Locator, label: string): Promise<void>;
}

export const mouse: Hand = {
  press: (target) => target.click(),
  fill: (target, text) => target.fill(text),
  choose: (target) => target.check(),
  select: async (target, label) => void (await target.selectOption({ label })),
};

/** A folder with many files has as many links beside what is worked on. */
const mostSteps = 300;

export const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

const isInFocusedGroup = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const active = document.activeElement;
    return (
      element instanceof HTMLInputElement &&
      element.type === 'radio' &&
      active instanceof HTMLInputElement &&
      active.name === element.name
    );
  });

/** Walks the page with Tab until the target, or the radio group it belongs to, has the focus. */
const reach = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor();
  for (let step = 0; step < mostSteps; step += 1) {
    if ((await isFocused(target)) || (await isInFocusedGroup(target))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Expected the keyboard to reach ${String(target)}, but ${mostSteps} steps of Tab did not.`);
};

const chooseByKeyboard = async (page: Page, target: Locator): Promise<void> => {
  if (await target.isChecked()) return;
  await reach(page, target);
  if (await isFocused(target)) await page.keyboard.press('Space');
  for (let step = 0; step < mostSteps && !(await target.isChecked()); step += 1) await page.keyboard.press('ArrowDown');
};

/** Tab, arrows, Space, Enter and letters; the mouse lies in the drawer. */
export const keyboardOf = (page: Page): Hand => ({
  press: async (target) => {
    await reach(page, target);
    await page.keyboard.press('Enter');
  },
  fill: async (target, text) => {
    await reach(page, target);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
  },
  choose: (target) => chooseByKeyboard(page, target),
  select: async (target, label) => {
    await reach(page, target);
    await page.keyboard.type(label);
  },
});
