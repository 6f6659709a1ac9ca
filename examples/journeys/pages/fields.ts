import type { Locator, Page } from 'playwright-core';
import type { Hand } from '../kit/hand.ts';
import { wordsOf, type JourneyLocale } from '../kit/texts.ts';

/** Fields of a form, found by what a person reads. */
export interface Fields {
  text(label: string, value: string): Promise<void>;
  select(label: string, option: string): Promise<void>;
  choice(question: string, option: string): Promise<void>;
  yesNo(question: string, answer: 'yes' | 'no'): Promise<void>;
  tick(label: string): Promise<void>;
  date(label: string, isoDate: string): Promise<void>;
  file(label: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void>;
}

/** Required marks and hints may follow a label, so its beginning is what counts. Names are read with plain spaces, whatever a text has. */
const startsWith = (label: string): RegExp =>
  new RegExp(`^\\s*${label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s/g, '\\s')}`);

export const fieldsOf = (page: Page, hand: Hand, locale: JourneyLocale): Fields => {
  const ui = wordsOf('ui', locale);
  const renderer = wordsOf('renderer', locale);
  const group = (name: string): Locator => page.getByRole('group', { name: startsWith(name) }).last();
  const choice = (question: string, option: string) =>
    hand.choose(group(question).getByRole('radio', { name: startsWith(option) }));
  return {
    text: (label, value) => hand.fill(page.getByRole('textbox', { name: startsWith(label) }), value),
    select: (label, option) => hand.select(page.getByRole('combobox', { name: startsWith(label) }), option),
    choice,
    yesNo: (question, answer) => choice(question, renderer(`value.${answer}`)),
    tick: (label) => hand.choose(page.getByRole('checkbox', { name: startsWith(label) })),
    date: async (label, isoDate) => {
      const [year = '', month = '', day = ''] = isoDate.split('-');
      const box = (part: string) => group(label).getByRole('textbox', { name: ui(`date.${part}`) });
      await hand.fill(box('day'), String(Number(day)));
      await hand.fill(box('month'), String(Number(month)));
      await hand.fill(box('year'), year);
    },
    file: (label, file) => group(label).locator('input[type=file]').setInputFiles(file),
  };
};
