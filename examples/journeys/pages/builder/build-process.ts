import type { Locator } from 'playwright-core';
import { patternOf, startsWith } from '../../kit/hand.ts';
import type { AskedLine, BuilderParts, InThreeLanguages } from './parts.ts';

/** A word of the canvas, which comes with its own library. */
const inputWords = { fr: 'Entrée', nl: 'Invoer', en: 'Input' } as const;

/** What an analyst does in the drawing of the process: with its list of steps, its panels and the templates of steps. */
export const buildProcess = ({ page, hand, locale, key, say, button, goto, ask, saved, translate }: BuilderParts) => {
  const outline = page.getByRole('region', { name: say('process.outline'), exact: true });
  const panel = page.locator('.bio-properties-panel');
  const parts = page.getByRole('region', { name: say('part.title'), exact: true });
  const inputs = page.getByRole('region', { name: say('input.title'), exact: true });
  const steps = page.locator('.outline__step');
  const step = (name: string): Locator => steps.filter({ hasText: new RegExp(`${patternOf(name)}$`) });
  const nameIt = async (name: string): Promise<void> => {
    const field = outline.getByRole('textbox', { name: say('outline.newName') });
    await field.fill(name);
    await field.press('Enter');
    await step(name).waitFor();
  };
  /** What a step gets, in the way that is chosen for it. */
  const inputOf = async (label: string, way: string): Promise<Locator> => {
    const group = inputs.getByRole('group', { name: startsWith(label) });
    await hand.pick(
      group.getByRole('combobox', { name: say('input.wayOf', { input: label }), exact: true }),
      say(`input.way.${way}`),
    );
    return group;
  };

  return {
    /** Opens the drawing with the list of its steps beside it. */
    openDrawing: async () => {
      await goto(`/files/${key}.bpmn`);
      await page.locator('.djs-shape').first().waitFor({ timeout: 60_000 });
      const plan = button(say('process.outline'));
      if ((await plan.getAttribute('aria-pressed')) !== 'true') await hand.press(plan);
      await steps.first().waitFor();
    },
    chooseStep: (name: string) => hand.press(step(name)),
    removeStep: async (name: string) => {
      await hand.press(step(name));
      await page.keyboard.press('Delete');
      await step(name).waitFor({ state: 'detached' });
    },
    rename: async (name: string, next: string) => {
      await hand.press(step(name));
      await hand.press(button(say('outline.rename'), outline));
      await nameIt(next);
    },
    /** Puts a step after another one, under its name. */
    append: async (to: string, type: string, name: string) => {
      await hand.press(step(to));
      await hand.pick(outline.getByRole('combobox', { name: say('outline.append') }), type);
      await nameIt(name);
    },
    /** What the steps within a sub-process are called, in the order of the list. */
    stepsWithin: async (name: string): Promise<readonly string[]> => {
      const items = await outline.locator('.outline__item').evaluateAll((found) =>
        found.map((item) => ({
          depth: Number(item.getAttribute('data-depth')),
          name: item.querySelector('.outline__name')?.textContent ?? '',
        })),
      );
      const at = items.findIndex((item) => item.name === name);
      const after = items.slice(at + 1);
      const end = after.findIndex(({ depth }) => depth <= (items[at]?.depth ?? 0));
      return (end < 0 ? after : after.slice(0, end)).map((item) => item.name);
    },
    /** Lets what runs go on when the chosen event happens. */
    letRestGoOn: async () => {
      const ends = page.getByRole('checkbox', { name: startsWith(say('interrupts.label')) });
      if (await ends.isChecked()) await hand.toggle(ends);
    },
    /** Keeps whoever did another task from the chosen one. */
    separateFrom: (task: string) =>
      hand.pick(page.getByRole('combobox', { name: startsWith(say('task.separateFrom')) }), task),
    /** Makes of the chosen step one of those that the platform knows. */
    useTemplate: async (name: string) => {
      await hand.press(panel.locator('.bio-properties-panel-select-template-button'));
      const menu = page.locator('.djs-popup');
      await menu.getByRole('option').first().waitFor();
      // A few are not searched.
      const search = menu.getByRole('combobox');
      if ((await search.count()) > 0) await search.pressSequentially(name);
      const wanted = menu.getByRole('option', { name: startsWith(name) }).first();
      await wanted.waitFor();
      for (let step = 0; step < 20 && (await wanted.getAttribute('aria-selected')) !== 'true'; step += 1)
        await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await menu.waitFor({ state: 'detached' });
    },
    /** Says one of the choices that a step of the platform offers. */
    setChoice: async (label: string, choice: string) => {
      const select = panel.getByRole('combobox', { name: label, exact: true });
      if (!(await select.isVisible()))
        await hand.press(
          panel
            .locator('.bio-properties-panel-group-header')
            .filter({ hasText: new RegExp(`^${inputWords[locale]}`) })
            .locator('.bio-properties-panel-arrow'),
        );
      await hand.pick(select, choice);
    },
    /** What a step names: its letter, its status, its decision. */
    name: (part: string, choice: string) => hand.pick(parts.getByRole('combobox', { name: startsWith(part) }), choice),
    /** Tells a step what is always the same. */
    tell: async (label: string, way: 'text' | 'number', value: string) => {
      const group = await inputOf(label, way);
      await hand.fill(group.getByRole('textbox'), value);
    },
    tellInLanguages: async (label: string, texts: InThreeLanguages) =>
      translate(await inputOf(label, 'localizedText'), label, texts),
    tellChoice: async (label: string, choice: string) => {
      const group = await inputOf(label, 'choice');
      await hand.pick(group.getByRole('combobox', { name: label, exact: true }), choice);
    },
    /** Gives a step values that the case knows already. */
    tellValues: async (label: string, names: readonly string[]) => {
      const group = await inputOf(label, 'values');
      for (const name of names) {
        await hand.pick(group.getByRole('combobox', { name: say('input.values.add'), exact: true }), name);
        await group.getByRole('listitem').filter({ hasText: name }).waitFor();
      }
    },
    /** Says with which form the chosen task is done, and by whom. */
    handleTask: async (form: string, group: string) => {
      await hand.pick(page.getByRole('combobox', { name: say('task.form'), exact: true }), form);
      await hand.choose(page.getByRole('checkbox', { name: group, exact: true }));
    },
    /** Says when the process goes the way to a step. */
    setWay: async (to: string, how: AskedLine | 'otherwise') => {
      await hand.press(
        outline.getByRole('list', { name: say('outline.exits') }).getByRole('button', {
          name: new RegExp(`→ ${patternOf(to)}$`),
        }),
      );
      const ways = page.getByRole('region', { name: say('flow.title'), exact: true });
      if (how === 'otherwise') await hand.choose(ways.getByRole('checkbox', { name: say('flow.default') }));
      else await ask(ways.getByRole('group', { name: say('flow.condition') }), how);
      await saved();
    },
  };
};
