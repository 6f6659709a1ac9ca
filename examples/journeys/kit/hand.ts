import type { Locator, Page } from 'playwright-core';

/** How a person works a page: with a mouse, or with nothing but a keyboard. */
export interface Hand {
  press(target: Locator): Promise<void>;
  fill(target: Locator, text: string): Promise<void>;
  /** Picks a radio button or ticks a box; what is chosen already stays. */
  choose(target: Locator): Promise<void>;
  select(target: Locator, label: string): Promise<void>;
  /** Picks in a list the first option that begins so. */
  pick(target: Locator, words: string): Promise<void>;
  /** Ticks a box, or takes its tick away. */
  toggle(target: Locator): Promise<void>;
  /** Goes to where something is written or walked on from. */
  enter(target: Locator): Promise<void>;
}

/** Names are read with plain spaces, whatever a text has. */
export const patternOf = (text: string): string =>
  text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/\s/g, String.raw`\s`);
export const startsWith = (text: string): RegExp => new RegExp(`^\\s*${patternOf(text)}`);

/** How many options further down than the chosen one it is, and its value. */
const placeOf = async (select: Locator, words: string): Promise<{ readonly steps: number; readonly value: string }> => {
  const options = select.locator('option').filter({ hasText: startsWith(words) });
  // What is offered may be read from the draft, which is saved after a while.
  await options.first().waitFor({ state: 'attached' });
  // Words that are the whole name come before those with which a longer one begins.
  const whole = options.filter({ hasText: new RegExp(`^\\s*${patternOf(words)}\\s*$`) });
  return ((await whole.count()) > 0 ? whole : options).first().evaluate((element) => {
    const { index, value, parentElement } = element as HTMLOptionElement;
    const list = parentElement?.closest('select');
    return { steps: index - (list?.selectedIndex ?? 0), value };
  });
};

export const mouse: Hand = {
  press: (target) => target.click(),
  fill: (target, text) => target.fill(text),
  choose: (target) => target.check(),
  select: async (target, label) => void (await target.selectOption({ label })),
  pick: async (target, words) => void (await target.selectOption((await placeOf(target, words)).value)),
  toggle: async (target) => target.setChecked(!(await target.isChecked())),
  enter: (target) => target.click(),
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

/** Whether it comes before what has the focus: going back is shorter then. */
const isBefore = (target: Locator): Promise<boolean> =>
  target.evaluate(
    (element) =>
      document.activeElement !== document.body &&
      ((document.activeElement?.compareDocumentPosition(element) ?? 0) & Node.DOCUMENT_POSITION_PRECEDING) !== 0,
  );

/** Presses a key until the target, or the radio group it belongs to, has the focus. */
const walk = async (page: Page, target: Locator, key: string): Promise<void> => {
  for (let step = 0; step < mostSteps; step += 1) {
    if ((await isFocused(target)) || (await isInFocusedGroup(target))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Expected the keyboard to reach ${String(target)}, but ${mostSteps} times ${key} did not.`);
};

/** Walks the page with Tab; tools and tabs are one stop of it, and arrows go from one to the next. */
const reach = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor();
  const isStop = (await target.getAttribute('tabindex')) !== '-1';
  const group = target.locator('xpath=ancestor::*[@role="toolbar" or @role="tablist"][1]');
  const stop = isStop ? target : group.locator('[tabindex="0"]').first();
  await walk(page, stop, (await isBefore(stop)) ? 'Shift+Tab' : 'Tab');
  if (!isStop) await walk(page, target, 'ArrowRight');
};

const chooseByKeyboard = async (page: Page, target: Locator): Promise<void> => {
  if (await target.isChecked()) return;
  await reach(page, target);
  if (await isFocused(target)) await page.keyboard.press('Space');
  for (let step = 0; step < mostSteps && !(await target.isChecked()); step += 1) await page.keyboard.press('ArrowDown');
};

/** Opens a list, walks to an option and takes it: nothing is chosen on the way. */
const pickByKeyboard = async (page: Page, target: Locator, words: string): Promise<void> => {
  const { steps } = await placeOf(target, words);
  if (steps === 0) return;
  await reach(page, target);
  await page.keyboard.press('Alt+ArrowDown');
  for (let step = 0; step < Math.abs(steps); step += 1) await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
  await page.keyboard.press('Enter');
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
  pick: (target, words) => pickByKeyboard(page, target, words),
  toggle: async (target) => {
    await reach(page, target);
    await page.keyboard.press('Space');
  },
  enter: (target) => reach(page, target),
});
