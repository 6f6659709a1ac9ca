import { patternOf, startsWith } from '../../kit/hand.ts';
import type { DesignerParts } from '../designer.ts';
import { buildForm } from './build-form.ts';
import { buildLetter } from './build-letter.ts';
import { buildProcess } from './build-process.ts';
import { buildTable } from './build-table.ts';
import { moveVersions } from './move-versions.ts';
import { playDraft } from './play-draft.ts';
import { touchFile } from './touch-file.ts';
import { openParts, type InThreeLanguages } from './parts.ts';

/** What an analyst does who makes a procedure out of nothing, in the words of the screen. */
export const openBuilder = (designer: DesignerParts, key: string) => {
  const parts = openParts(designer, key);
  const { page, hand, say, forms, button, goto, saved, translate, lookOnce } = parts;
  const warnings = (count: 'one' | 'other') => patternOf(say(`problems.warnings.${count}`, { count: '' }).trim());
  return {
    say,
    forms,
    saved,
    ...buildForm(parts),
    ...buildProcess(parts),
    ...buildTable(parts),
    ...buildLetter(parts),
    ...playDraft(parts),
    ...moveVersions(parts),
    ...touchFile(parts),
    create: async (title: string) => {
      await hand.press(button(say('list.new')));
      const dialog = page.getByRole('dialog', { name: say('new.title') });
      await hand.fill(dialog.getByRole('textbox', { name: startsWith(say('new.name')) }), title);
      await lookOnce('new-procedure');
      await hand.press(button(say('new.create'), dialog));
      await page.waitForURL(new RegExp(`/procedures/${key}$`));
    },
    /** The procedure as a whole. */
    openPage: () => goto(''),
    /** A new file of the procedure, which its editor opens at once. */
    newFile: async (kind: 'decision' | 'letter' | 'form', name: string) => {
      await hand.press(button(say(`newFile.${kind}`)));
      const dialog = page.getByRole('dialog');
      await hand.fill(dialog.getByRole('textbox', { name: startsWith(say('newFile.name')) }), name);
      await hand.press(button(say('new.create'), dialog));
      // Another file may be open before: this one is, and is kept.
      await page.waitForURL(new RegExp(`/files/${name}\\.`));
      await saved();
    },
    /** A legal term of the procedure, in the settings, with the text that says it. */
    addTerm: async (termKey: string, label: InThreeLanguages, law: InThreeLanguages) => {
      await goto('/files/procedure.json');
      await hand.press(page.getByRole('tab', { name: say('settings.lists') }));
      const terms = page.getByRole('region', { name: say('settings.terms'), exact: true });
      await hand.press(terms.getByRole('button', { name: new RegExp(`${patternOf(say('settings.terms'))}$`) }));
      await translate(terms, say('settings.termLabel'), label);
      await hand.fill(terms.getByRole('textbox', { name: say('settings.key'), exact: true }), termKey);
      await translate(terms, say('settings.legalRef'), law);
      await saved();
      await lookOnce('settings-term');
    },
    /** The list of what is wrong. */
    openProblems: async () => {
      const list = page.getByRole('region', { name: say('problems.title'), exact: true });
      if (await list.isVisible()) return;
      await hand.press(
        page.getByRole('button', { name: new RegExp(`\\d+ (${warnings('one')}|${warnings('other')})`, 'i') }).first(),
      );
      await list.waitFor();
    },
    /** Nothing is left that stops its publication. */
    expectNoErrors: () =>
      page
        .getByRole('button', {
          name: new RegExp(
            `^(${patternOf(say('problems.none'))}|\\d+ ${warnings('one')}|\\d+ ${warnings('other')})$`,
            'i',
          ),
        })
        .first()
        .waitFor({ timeout: 30_000 }),
    /** Publishes the draft with a note, and with a reason where a scenario goes otherwise now. */
    publish: async (note: string, version: string, reason?: string) => {
      await hand.press(button(say('publish.button')).first());
      const dialog = page.getByRole('dialog', { name: say('publish.title') });
      await hand.fill(dialog.getByRole('textbox', { name: new RegExp(`^${say('publish.note')}`) }), note);
      if (reason !== undefined) {
        const why = dialog.getByRole('textbox', { name: startsWith(say('publish.reason')) });
        await why.waitFor({ timeout: 60_000 });
        await hand.fill(why, reason);
      }
      const confirm = dialog.getByRole('button', { name: say('publish.confirm'), exact: true, disabled: false });
      await confirm.waitFor({ timeout: 60_000 });
      await hand.press(confirm);
      await page.getByText(say('publish.done', { version })).first().waitFor({ timeout: 60_000 });
    },
  };
};

export type Builder = ReturnType<typeof openBuilder>;
