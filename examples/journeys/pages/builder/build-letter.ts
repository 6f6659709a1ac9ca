import { startsWith } from '../../kit/hand.ts';
import type { AskedLine, BuilderParts } from './parts.ts';

/** One part of a letter after the other: words, `**words**` in bold, a field by its name, a standard paragraph, a new line. */
export type LetterPart =
  | { readonly text: string }
  | { readonly bold: string }
  | { readonly field: string }
  | { readonly standard: string }
  | { readonly onlyIf: AskedLine }
  | 'line';

/** What an analyst writes in the page of a letter. */
export const buildLetter = ({ page, hand, say, button, goto, ask, saved }: BuilderParts) => {
  const bar = page.getByRole('toolbar', { name: say('letter.toolbar') });
  const offered = page.getByRole('listbox', { name: say('feel.suggestions') });
  const sheet = page.locator('iframe.letter-preview__page');
  const offeredPart = (name: string) =>
    page.getByRole('button', { name: startsWith(say('letter.insertPart', { part: name }).trim()) });
  /** Types a sign and words, and takes the first of what is offered. */
  const askFor = async (sign: '{' | '/', words: string): Promise<void> => {
    await page.keyboard.type(`${sign}${words}`);
    await offered
      .getByRole('option', { name: startsWith(words), selected: true })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await offered.waitFor({ state: 'detached' });
  };
  const write = async (part: LetterPart): Promise<void> => {
    if (part === 'line') return page.keyboard.press('Enter');
    if ('text' in part) return page.keyboard.type(part.text);
    if ('field' in part) return askFor('{', part.field);
    if ('standard' in part) return askFor('/', part.standard);
    if ('bold' in part) {
      await page.keyboard.press('Control+B');
      await page.keyboard.type(part.bold);
      return page.keyboard.press('Control+B');
    }
    await hand.press(button(say('letter.tool.condition'), bar));
    const dialog = page.getByRole('dialog', { name: say('letter.tool.condition') });
    await ask(dialog.getByRole('group', { name: say('letter.onlyIf') }), part.onlyIf);
    await hand.press(button(say('letter.apply'), dialog));
    return dialog.waitFor({ state: 'detached' });
  };
  return {
    openLetter: async (name: string) => {
      await goto(`/files/${name}.letter.json`);
      await bar.waitFor();
    },
    /** Says that the law wants no such part in this letter. */
    leaveOut: async (part: 'remedies' | 'ombuds') => {
      const tick = page.getByRole('checkbox', { name: startsWith(say(`letter.part.${part}`)) });
      if (await tick.isChecked()) await hand.toggle(tick);
    },
    /** Says that the law wants a part in this letter. */
    wantPart: (part: 'contact' | 'grounds' | 'remedies' | 'ombuds') =>
      hand.choose(page.getByRole('checkbox', { name: startsWith(say(`letter.part.${part}`)) })),
    /** Asks for the page of a letter that lacks something: answers what. */
    previewRefused: async (): Promise<readonly string[]> => {
      await hand.press(button(say('letter.previewRun')));
      await offeredPart('').first().waitFor();
      const names = await offeredPart('').allInnerTexts();
      return names.map((name) => name.replace(say('letter.insertPart', { part: '' }).trim(), '').trim());
    },
    showDraft: async () => {
      await hand.press(button(say('letter.showDraft')));
      await page.getByText(say('letter.draftShown')).waitFor();
      await sheet.waitFor();
    },
    /** Puts a part that lacks at the end of the page, and waits until the page has it. */
    insertPart: async (name: string) => {
      await hand.press(offeredPart(name));
      await offeredPart(name).waitFor({ state: 'detached' });
    },
    /** The page as it would be sent, with nothing that lacks. */
    previewShown: async () => {
      await page.getByText(say('letter.draftShown')).waitFor({ state: 'detached' });
      await sheet.waitFor();
    },
    /** Writes the subject and the page of a letter in one language. */
    writeLetter: async (language: 'fr' | 'nl' | 'en', subject: string, letter: readonly LetterPart[]) => {
      const named = say(`language.${language}`);
      await hand.press(
        page.getByRole('tablist', { name: say('letter.body') }).getByRole('tab', { name: startsWith(named) }),
      );
      await hand.fill(page.getByRole('textbox', { name: `${say('letter.subject')}, ${named}`, exact: true }), subject);
      await hand.enter(page.getByRole('textbox', { name: `${say('letter.body')}, ${named}`, exact: true }));
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
      for (const part of letter) await write(part);
      await saved();
    },
  };
};
