import type { Locator } from 'playwright-core';
import { isFocused } from '../kit/hand.ts';
import { wordsOf } from '../kit/texts.ts';
import type { DesignerParts } from './designer.ts';

/** A text in the languages of Brussels. */
interface InTwoLanguages {
  readonly fr: string;
  readonly nl: string;
}

interface InThreeLanguages extends InTwoLanguages {
  readonly en: string;
}

/** What a field is asked about in words. */
interface AskedLine {
  readonly name: string;
  readonly value: string;
}

/** Names are read with plain spaces, whatever a text has. */
const pattern = (text: string): string =>
  text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/\s/g, String.raw`\s`);
const startsWith = (text: string): RegExp => new RegExp(`^\\s*${pattern(text)}`);
/** A word of the canvas, which comes with its own library. */
const inputWords = { fr: 'Entrée', nl: 'Invoer', en: 'Input' } as const;

/** What an analyst does who makes a procedure out of nothing, in the words of the screen. */
export const openBuilder = ({ page, hand, locale, installation, lookOnce }: DesignerParts, key: string) => {
  const say = wordsOf('designer', locale);
  const forms = wordsOf('designerForms', locale);
  const address = (path: string): string => `${installation.webUrl}/designer/procedures/${key}${path}`;
  const button = (name: string, within: Locator = page.locator('body')): Locator =>
    within.getByRole('button', { name, exact: true });
  /** A drawing is written a quarter of a second after its last change: until then the sentence is of the save before. */
  const saved = async (): Promise<void> => {
    await page.waitForTimeout(500);
    await page
      .getByText(startsWith(say('save.savedAt', { time: '' }).trim()))
      .first()
      .waitFor();
  };
  const optionOf = async (select: Locator, name: string): Promise<string> =>
    (await select
      .locator('option')
      .filter({ hasText: startsWith(name) })
      .first()
      .getAttribute('value')) ?? '';
  /** Chooses out of a list what begins like the words; what follows them says who gives the value. */
  const pick = async (select: Locator, name: string): Promise<void> => {
    await select
      .locator('option')
      .filter({ hasText: startsWith(name) })
      .first()
      .waitFor({ state: 'attached' });
    await select.selectOption(await optionOf(select, name));
  };
  /** Opens a part of a panel that is closed at first. */
  const open = async (within: Locator, section: string): Promise<void> => {
    const summary = within.locator('summary').filter({ hasText: section });
    if (await summary.evaluate((element) => element.parentElement?.hasAttribute('open') ?? false)) return;
    await hand.press(summary);
  };
  const translate = async (within: Locator, label: string, texts: InTwoLanguages | InThreeLanguages): Promise<void> => {
    // A panel is called what the reader's language says: that one comes last.
    for (const [language, text] of Object.entries(texts).toSorted(([one]) => (one === locale ? 1 : -1)))
      await hand.fill(
        within.getByRole('textbox', { name: `${label}, ${say(`language.${language}`)}`, exact: true }),
        text,
      );
  };
  /** Completes the one line of a condition in words. */
  const ask = async (group: Locator, { name, value }: AskedLine): Promise<void> => {
    await hand.press(button(say('condition.addLine'), group));
    await pick(group.getByRole('combobox', { name: say('condition.name'), exact: true }), name);
    const wanted = group.getByLabel(say('condition.value'), { exact: true });
    await ((await wanted.evaluate((element) => element.tagName)) === 'SELECT'
      ? pick(wanted, value)
      : hand.fill(wanted, value));
  };
  const panelOf = (title: string): Locator => page.getByRole('region', { name: new RegExp(`:\\s${pattern(title)}$`) });
  const outlineOf = (): Locator => page.getByRole('region', { name: say('process.outline'), exact: true });
  const steps = page.locator('.outline__step');
  const step = (name: string): Locator => steps.filter({ hasText: new RegExp(`${pattern(name)}$`) });
  /** From the cell that has the focus to another one, by arrows. */
  const walkTo = async (row: number, column: number): Promise<void> => {
    const place = () =>
      page.evaluate(() => {
        const { row: at = '0', column: beside = '0' } = (document.activeElement as HTMLElement).dataset;
        return { row: Number(at), column: Number(beside) };
      });
    await page.locator('[data-row]:focus').waitFor();
    for (let at = await place(); at.row !== row || at.column !== column; at = await place()) {
      const along = at.column < column ? 'ArrowRight' : 'ArrowLeft';
      await page.keyboard.press(at.row === row ? along : at.row < row ? 'ArrowDown' : 'ArrowUp');
      await page.waitForTimeout(50);
    }
  };

  return {
    saved,
    create: async (title: string) => {
      await hand.press(button(say('list.new')));
      const dialog = page.getByRole('dialog', { name: say('new.title') });
      await hand.fill(dialog.getByRole('textbox', { name: startsWith(say('new.name')) }), title);
      await lookOnce('new-procedure');
      await hand.press(button(say('new.create'), dialog));
      await page.waitForURL(new RegExp(`/procedures/${key}`));
    },
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
    openForm: async (name: string) => {
      await page.goto(address(`/files/${name}.form.json`));
      await page.getByRole('searchbox', { name: forms('forms.palette.search') }).waitFor();
      await lookOnce('form-builder');
    },
    /** Chooses a field of the drawing by its label. */
    chooseField: async (label: string) => {
      await hand.press(page.getByRole('button', { name: startsWith(`${label},`) }).first());
      await panelOf(label).waitFor();
    },
    /** Adds a field of a kind beneath what is chosen. */
    addField: async (kind: string) => {
      const name = say(`form.kind.${kind}`);
      const search = page.getByRole('searchbox', { name: forms('forms.palette.search') });
      await hand.fill(search, name);
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
      await pick(panelOf(label).getByRole('combobox', { name: startsWith(forms('forms.prefill.source')) }), source);
    },
    /** A legal term of the procedure, in the settings, with the text that says it. */
    addTerm: async (termKey: string, label: InThreeLanguages, law: InThreeLanguages) => {
      await page.goto(address('/files/procedure.json'));
      await hand.press(page.getByRole('tab', { name: say('settings.lists') }));
      const terms = page.getByRole('region', { name: say('settings.terms'), exact: true });
      await hand.press(terms.getByRole('button', { name: new RegExp(`${pattern(say('settings.terms'))}$`) }));
      await translate(terms, say('settings.termLabel'), label);
      await hand.fill(terms.getByRole('textbox', { name: say('settings.key'), exact: true }), termKey);
      await translate(terms, say('settings.legalRef'), law);
      await saved();
      await lookOnce('settings-term');
    },
    /** Opens the drawing with the list of its steps beside it. */
    openDrawing: async () => {
      await page.goto(address(`/files/${key}.bpmn`));
      await page.locator('.djs-shape').first().waitFor({ timeout: 60_000 });
      const outline = button(say('process.outline'));
      if ((await outline.getAttribute('aria-pressed')) !== 'true') await hand.press(outline);
      await steps.first().waitFor();
    },
    removeStep: async (name: string) => {
      await hand.press(step(name));
      await page.keyboard.press('Delete');
      await step(name).waitFor({ state: 'detached' });
    },
    /** Appends a step to another one, and gives it its name. */
    append: async (to: string, type: string, name: string) => {
      await hand.press(step(to));
      await outlineOf()
        .getByRole('combobox', { name: say('outline.append') })
        .selectOption(type);
      const added = outlineOf().locator('.outline__step[aria-current="true"]');
      await added.filter({ hasNotText: to }).waitFor();
      await hand.press(button(say('outline.rename'), outlineOf()));
      const field = outlineOf().getByRole('textbox', { name: say('outline.newName') });
      await field.fill(name);
      await field.press('Enter');
      await step(name).waitFor();
    },
    /** Makes of the chosen step one of those that the platform knows. */
    useTemplate: async (name: string) => {
      const panel = page.locator('.bio-properties-panel');
      await panel.locator('.bio-properties-panel-select-template-button').click();
      const menu = page.locator('.djs-popup');
      await menu.getByRole('combobox').pressSequentially(name);
      await menu
        .getByRole('option', { name: startsWith(name) })
        .first()
        .click();
      await menu.waitFor({ state: 'detached' });
    },
    /** Says one of the choices that a step of the platform offers. */
    setChoice: async (label: string, choice: string) => {
      const panel = page.locator('.bio-properties-panel');
      const select = panel.getByRole('combobox', { name: label, exact: true });
      if (!(await select.isVisible())) await panel.getByText(inputWords[locale], { exact: true }).click();
      await select.selectOption({ label: choice });
    },
    /** What a step names: its letter, its status, its decision. */
    name: async (part: string, choice: string) => {
      const parts = page.getByRole('region', { name: say('part.title'), exact: true });
      await pick(parts.getByRole('combobox', { name: startsWith(part) }), choice);
    },
    /** Says with which form the chosen task is done, and by whom. */
    handleTask: async (form: string, group: string) => {
      await pick(page.getByRole('combobox', { name: say('task.form'), exact: true }), form);
      await hand.choose(page.getByRole('checkbox', { name: group, exact: true }));
    },
    /** Says when the process goes the way from one step to another. */
    setWay: async (to: string, how: AskedLine | 'otherwise') => {
      await hand.press(step(to));
      const id = await step(to).evaluate(() =>
        document.querySelector('.djs-shape.selected')?.getAttribute('data-element-id'),
      );
      const box = await page.locator(`.djs-shape[data-element-id="${id}"] .djs-visual`).boundingBox();
      if (box === null) throw new Error(`Expected "${to}" on the drawing, but it is not there`);
      // The flow arrives from the left.
      await page.mouse.click(box.x - 14, box.y + box.height / 2);
      const ways = page.getByRole('region', { name: say('flow.title'), exact: true });
      if (how === 'otherwise') await hand.choose(ways.getByRole('checkbox', { name: say('flow.default') }));
      else await ask(ways.getByRole('group', { name: say('flow.condition') }), how);
      await saved();
    },
    chooseStep: (name: string) => hand.press(step(name)),
    openTable: async (name: string) => {
      await page.goto(address(`/files/${name}.dmn`));
      await page.getByRole('grid').waitFor();
    },
    /** Says what the column of a new table asks about. */
    askColumn: async (name: string) => {
      await hand.press(
        page.getByRole('columnheader').getByRole('button', { name: new RegExp(say('decision.unnamed')) }),
      );
      const dialog = page.getByRole('dialog');
      await pick(dialog.getByRole('combobox', { name: say('decision.asks'), exact: true }), name);
      await hand.press(button(say('decision.done'), dialog));
      await dialog.waitFor({ state: 'detached' });
    },
    addCondition: async (name: string) => {
      await pick(page.getByRole('combobox', { name: say('decision.addCondition'), exact: true }), name);
      await page.getByRole('columnheader', { name: new RegExp(pattern(name)) }).waitFor();
    },
    addRule: async (number: number) => {
      await hand.press(button(say('decision.addRule')));
      await page
        .getByRole('button', { name: say('decision.ruleMenu', { rule: String(number) }), exact: true })
        .waitFor();
    },
    /** Opens a cell by its place and says how it takes a value, or which one it gives. */
    fillCell: async (
      rule: number,
      column: number,
      { way, value }: { readonly way?: string; readonly value?: string },
    ) => {
      await hand.press(page.locator('[data-row][tabindex="0"]'));
      await page.keyboard.press('Escape');
      await walkTo(rule - 1, column - 1);
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      if (way !== undefined)
        await dialog.getByRole('combobox', { name: say('decision.way'), exact: true }).selectOption(way);
      if (value !== undefined) {
        const field = dialog
          .getByLabel(new RegExp(`^(${say('condition.value')}|${say('condition.valuesOnLines')})$`))
          .last();
        await ((await field.evaluate((element) => element.tagName)) === 'SELECT'
          ? pick(field, value)
          : hand.fill(field, value));
      }
      await hand.press(button(say('decision.done'), dialog));
      await dialog.waitFor({ state: 'detached' });
    },
    /** Nothing is left that stops its publication. */
    expectNoErrors: () =>
      page
        .getByRole('button', { name: new RegExp(`^(${pattern(say('problems.none'))}|\\d+ avertissements?)$`, 'i') })
        .first()
        .waitFor({ timeout: 30_000 }),
    publishFirst: async (note: string) => {
      await hand.press(button(say('publish.button')).first());
      const dialog = page.getByRole('dialog', { name: say('publish.title') });
      await hand.fill(dialog.getByRole('textbox', { name: new RegExp(`^${say('publish.note')}`) }), note);
      const confirm = dialog.getByRole('button', { name: say('publish.confirm'), exact: true, disabled: false });
      await confirm.waitFor({ timeout: 60_000 });
      await hand.press(confirm);
      await page
        .getByText(say('publish.done', { version: '1' }))
        .first()
        .waitFor({ timeout: 60_000 });
    },
  };
};

export type Builder = ReturnType<typeof openBuilder>;
