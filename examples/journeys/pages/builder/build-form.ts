import { isFocused, startsWith } from '../../kit/hand.ts';
import type { AskedLine, BuilderParts, InTwoLanguages } from './parts.ts';

/** What an analyst does in the builder of forms. */
export const buildForm = ({
  page,
  hand,
  locale,
  say,
  forms,
  goto,
  open,
  translate,
  ask,
  panelOf,
  lookOnce,
}: BuilderParts) => ({
  openForm: async (name: string) => {
    await goto(`/files/${name}.form.json`);
    await page.getByRole('searchbox', { name: forms('forms.palette.search') }).waitFor();
    await lookOnce('form-builder');
  },
  /** Chooses a field of the drawing by its label. */
  chooseField: async (label: string) => {
    await hand.press(page.getByRole('button', { name: startsWith(`${label},`) }).first());
    await panelOf(label).waitFor();
  },
  /** Chooses a part of the form in the list of its parts, by its label. */
  choosePart: async (label: string) => {
    await hand.press(page.getByRole('row', { name: label, exact: true }).first());
    await panelOf(label).first().waitFor();
  },
  /** Adds a field of a kind beneath what is chosen. */
  addField: async (kind: string) => {
    const name = say(`form.kind.${kind}`);
    await hand.fill(page.getByRole('searchbox', { name: forms('forms.palette.search') }), name);
    await page.keyboard.press('Tab');
    // What is found may begin with a kind whose heading has the word.
    const found = page.getByRole('grid', { name: forms('forms.palette') }).getByRole('row', { name, exact: true });
    for (let step = 0; step < 30 && !(await isFocused(found)); step += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page
      .getByRole('region', { name: startsWith(name) })
      .last()
      .waitFor();
  },
  /** Gives the chosen field its label in both languages. */
  label: async (before: string, texts: InTwoLanguages) => {
    await translate(panelOf(before).first(), say('form.label'), texts);
    await panelOf(texts[locale === 'nl' ? 'nl' : 'fr'])
      .first()
      .waitFor();
  },
  require: (label: string) =>
    hand.choose(panelOf(label).getByRole('checkbox', { name: say('form.required'), exact: true })),
  /** Shows a field only where another one was answered so. */
  showWhen: async (label: string, line: AskedLine) => {
    await open(panelOf(label), forms('forms.section.rules'));
    await ask(panelOf(label).getByRole('group', { name: forms('forms.rule.SHOW.when') }), line);
  },
  /** Fills a field with what the administration knows. */
  prefill: async (label: string, source: string) => {
    await open(panelOf(label), forms('forms.section.prefill'));
    await hand.pick(panelOf(label).getByRole('combobox', { name: startsWith(forms('forms.prefill.source')) }), source);
  },
  /** Says why a field asks what a source knows. */
  askAgain: async (label: string, reason: string) => {
    await open(panelOf(label), forms('forms.section.prefill'));
    await hand.fill(
      panelOf(label).getByRole('textbox', { name: startsWith(forms('forms.prefill.askedAgain')) }),
      reason,
    );
  },
});
