import type { Page } from 'playwright-core';
import { mouse } from '../kit/hand.ts';
import { formWords, wordsOf, type JourneyLocale, type Words } from '../kit/texts.ts';
import { fieldsOf } from './fields.ts';

export interface FolderForm {
  readonly page: Page;
  /** Below `examples`. */
  readonly folder: string;
  /** The key of the form. */
  readonly form: string;
  readonly locale: JourneyLocale;
}

/** Names are read with plain spaces, whatever a text has. */
const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

/** A form of a folder, filled in by whoever reads its labels; fields and options are named as the folder names their words. */
export const openForm = ({ page, folder, form, locale }: FolderForm) => {
  const words: Words = formWords(form, locale, folder);
  const wizard = wordsOf('renderer', locale);
  const fields = fieldsOf(page, mouse, locale);
  const label = (field: string) => words(`${field}.label`);
  const press = (key: string) => page.getByRole('button', { name: wizard(key), exact: true }).click();
  return {
    words,
    text: (field: string, value: string) => fields.text(label(field), value),
    /** The whole of an option's words counts: one may begin with those of another. */
    choice: (field: string, option: string) =>
      page
        .getByRole('group', { name: plain(label(field)) })
        .getByRole('radio', { name: plain(words(`${field}.${option}`)), exact: true })
        .check(),
    select: (field: string, option: string) => fields.select(label(field), words(`${field}.${option}`)),
    yesNo: (field: string, answer: 'yes' | 'no') => fields.yesNo(label(field), answer),
    tick: (field: string) => fields.tick(label(field)),
    date: (field: string, isoDate: string) => fields.date(label(field), isoDate),
    file: (field: string, name: string) =>
      fields.file(label(field), {
        name,
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF'),
      }),
    /** The parts of an address, as the platform labels them. */
    address: async (parts: Readonly<Record<'street' | 'number' | 'postalCode' | 'municipality', string>>) => {
      for (const [part, value] of Object.entries(parts))
        await page.getByRole('textbox', { name: wizard(`address.${part}`), exact: true }).fill(value);
    },
    /** Waits for a page of the form, by its heading. */
    at: (part: string) =>
      page
        .getByRole('heading', { name: words(`page.${part}.label`) })
        .first()
        .waitFor(),
    next: () => press('wizard.next'),
    review: async () => {
      await press('wizard.review');
      await page.getByRole('heading', { name: wizard('review.title') }).waitFor();
    },
    submit: () => press('wizard.submit'),
  };
};
