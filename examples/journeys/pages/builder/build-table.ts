import { patternOf } from '../../kit/hand.ts';
import type { BuilderParts } from './parts.ts';

/** What an analyst does in a decision table. */
export const buildTable = ({ page, hand, say, button, goto }: BuilderParts) => {
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
    openTable: async (name: string) => {
      await goto(`/files/${name}.dmn`);
      await page.getByRole('grid').waitFor();
    },
    /** Says what the column of a new table asks about. */
    askColumn: async (name: string) => {
      await hand.press(
        page.getByRole('columnheader').getByRole('button', { name: new RegExp(say('decision.unnamed')) }),
      );
      const dialog = page.getByRole('dialog');
      await hand.pick(dialog.getByRole('combobox', { name: say('decision.asks'), exact: true }), name);
      await hand.press(button(say('decision.done'), dialog));
      await dialog.waitFor({ state: 'detached' });
    },
    addCondition: async (name: string) => {
      await hand.pick(page.getByRole('combobox', { name: say('decision.addCondition'), exact: true }), name);
      await page.getByRole('columnheader', { name: new RegExp(patternOf(name)) }).waitFor();
    },
    addRule: async (number: number) => {
      await hand.press(button(say('decision.addRule')));
      await button(say('decision.ruleMenu', { rule: String(number) })).waitFor();
    },
    /** Opens a cell by its place and says how it takes a value, or which one it gives. */
    fillCell: async (
      rule: number,
      column: number,
      { way, value }: { readonly way?: 'is' | 'atMost'; readonly value?: string },
    ) => {
      await hand.enter(page.locator('[data-row][tabindex="0"]'));
      // A cell that was pressed is open.
      await page.keyboard.press('Escape');
      await walkTo(rule - 1, column - 1);
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      if (way !== undefined)
        await hand.pick(
          dialog.getByRole('combobox', { name: say('decision.way'), exact: true }),
          say(`decision.way.${way}`),
        );
      if (value !== undefined) {
        const field = dialog
          .getByLabel(new RegExp(`^(${say('condition.value')}|${say('condition.valuesOnLines')})$`))
          .last();
        await ((await field.evaluate((element) => element.tagName)) === 'SELECT'
          ? hand.pick(field, value)
          : hand.fill(field, value));
      }
      await hand.press(button(say('decision.done'), dialog));
      await dialog.waitFor({ state: 'detached' });
    },
  };
};
