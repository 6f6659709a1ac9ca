import type { Locator } from 'playwright-core';
import { startsWith } from '../../kit/hand.ts';
import { wordsOf } from '../../kit/texts.ts';
import { fieldsOf } from '../fields.ts';
import type { BuilderParts } from './parts.ts';

/** What an analyst does who tries a draft: as the citizen, as the clerk, and as whatever comes from outside. */
export const playDraft = ({ page, hand, locale, say, button, goto, saved }: BuilderParts) => {
  const wizard = wordsOf('renderer', locale);
  const card = (name: string): Locator => page.getByRole('region', { name, exact: true });
  return {
    /** The fields of the form that is played now. */
    played: fieldsOf(page, hand, locale),
    openTryIt: async () => {
      await goto('/simulation');
      await page.getByRole('heading', { level: 1, name: say('rail.simulation') }).waitFor();
    },
    /** Sends the application that is played. */
    sendApplication: async () => {
      await hand.press(button(wizard('wizard.review')));
      await page.getByRole('heading', { name: wizard('review.title') }).waitFor();
      await hand.press(button(wizard('wizard.submit')));
    },
    /** Lets something come from outside, as it is proposed. */
    letArrive: async (words: string) => {
      await hand.pick(page.getByRole('combobox', { name: startsWith(say('play.arrival')) }), words);
      await hand.press(button(say('play.letArrive')));
    },
    completePlayed: async (task: string) => {
      await hand.press(button(wordsOf('renderer', locale)('task.complete'), card(task)));
      await card(task).waitFor({ state: 'detached' });
    },
    /** Keeps what was played as a scenario, and plays all of them again. */
    keepScenario: async (title: string) => {
      await page.getByText(say('play.ended')).waitFor();
      await hand.press(button(say('play.save')));
      const dialog = page.getByRole('dialog', { name: say('play.save') });
      await hand.fill(dialog.getByRole('textbox', { name: startsWith(say('scenario.title')) }), title);
      await dialog.getByRole('button', { name: say('scenario.keep'), exact: true, disabled: false }).waitFor();
      await hand.press(button(say('scenario.keep'), dialog));
      await dialog.waitFor({ state: 'detached' });
      await saved();
    },
    runScenarios: async () => {
      await goto('/scenarios');
      await page.getByRole('button', { name: say('scenario.runAll'), exact: true, disabled: false }).waitFor();
      await hand.press(button(say('scenario.runAll')));
      await page.getByText(say('scenario.green'), { exact: true }).first().waitFor({ timeout: 60_000 });
    },
  };
};
