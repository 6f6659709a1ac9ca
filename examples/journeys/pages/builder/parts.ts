import type { Locator } from 'playwright-core';
import { patternOf, startsWith } from '../../kit/hand.ts';
import { wordsOf } from '../../kit/texts.ts';
import type { DesignerParts } from '../designer.ts';

/** A text in the languages of Brussels. */
export interface InTwoLanguages {
  readonly fr: string;
  readonly nl: string;
}

export interface InThreeLanguages extends InTwoLanguages {
  readonly en: string;
}

/** What a name is asked about in words. */
export interface AskedLine {
  readonly name: string;
  readonly value: string;
}

/** What the pages of a draft have in common, in the words of the screen. */
export const openParts = ({ page, hand, locale, installation, lookOnce }: DesignerParts, key: string) => {
  const say = wordsOf('designer', locale);
  const button = (name: string, within: Locator = page.locator('body')): Locator =>
    within.getByRole('button', { name, exact: true });
  return {
    page,
    hand,
    locale,
    key,
    lookOnce,
    say,
    forms: wordsOf('designerForms', locale),
    button,
    goto: async (path: string) => void (await page.goto(`${installation.webUrl}/designer/procedures/${key}${path}`)),
    /** A drawing is written a quarter of a second after its last change: until then the sentence is of the save before. */
    saved: async (): Promise<void> => {
      await page.waitForTimeout(500);
      await page
        .getByText(startsWith(say('save.savedAt', { time: '' }).trim()))
        .first()
        .waitFor();
    },
    /** Opens a part of a panel that is closed at first. */
    open: async (within: Locator, section: string): Promise<void> => {
      const summary = within.locator('summary').filter({ hasText: section });
      if (await summary.evaluate((element) => element.parentElement?.hasAttribute('open') ?? false)) return;
      await hand.press(summary);
    },
    translate: async (within: Locator, label: string, texts: InTwoLanguages | InThreeLanguages): Promise<void> => {
      // A panel is called what the reader's language says: that one comes last.
      for (const [language, text] of Object.entries(texts).toSorted(([one]) => (one === locale ? 1 : -1)))
        await hand.fill(
          within.getByRole('textbox', { name: `${label}, ${say(`language.${language}`)}`, exact: true }),
          text,
        );
    },
    /** Completes the one line of a condition in words. */
    ask: async (group: Locator, { name, value }: AskedLine): Promise<void> => {
      await hand.press(button(say('condition.addLine'), group));
      await hand.pick(group.getByRole('combobox', { name: say('condition.name'), exact: true }), name);
      const wanted = group.getByLabel(say('condition.value'), { exact: true });
      await ((await wanted.evaluate((element) => element.tagName)) === 'SELECT'
        ? hand.pick(wanted, value)
        : hand.fill(wanted, value));
    },
    panelOf: (title: string): Locator =>
      page.getByRole('region', { name: new RegExp(String.raw`:\s${patternOf(title)}$`) }),
  };
};

export type BuilderParts = ReturnType<typeof openParts>;
