import { instantOf, type Locale } from '@irisflow/foundation';
import { formatValue, type ResolvedBlock, sheetPdf } from '@irisflow/letters';
import type { BatchLetter } from '../storage/batch-letters.ts';
import type { Batch } from '../storage/batches.ts';
import { coverTexts, filled } from './cover-texts.ts';

export interface Cover {
  readonly batch: Batch;
  readonly letters: readonly BatchLetter[];
  /** Of each of them. */
  readonly pages: readonly number[];
  /** Which time it is printed, from 1 on. */
  readonly print: number;
  readonly locale: Locale;
  readonly now: number;
}

export const titleOf = ({ batch: { way, number }, locale }: Pick<Cover, 'batch' | 'locale'>): string =>
  filled(coverTexts[way], locale, { number });

const line = (text: string, bold = false): ResolvedBlock => ({
  kind: 'paragraph',
  runs: [{ text, bold, italic: false }],
});

/** What the file holds, in its order; of registered letters, with room for the label of each. */
const manifest = ({ batch: { way }, letters, pages, locale }: Cover): ResolvedBlock => {
  const isRegistered = way === 'registered';
  const headers = [coverTexts.place, coverTexts.reference, coverTexts.addressee, coverTexts.postcode, coverTexts.pages];
  return {
    kind: 'table',
    headers: [...headers, ...(isRegistered ? [coverTexts.barcode] : [])].map((text) => text[locale]),
    rows: letters.map(({ position, reference, addressee, postcode, number }, index) => [
      String(position),
      reference,
      addressee,
      postcode ?? '',
      String(pages[index] ?? ''),
      ...(isRegistered ? [number ?? ''] : []),
    ]),
    shares: isRegistered ? [1, 4, 5, 2, 1.5, 4] : [1, 4, 6, 2, 1.5],
  };
};

/** The first sheet of a batch, which stays at the office. */
export const coverSheet = async (cover: Cover): Promise<Uint8Array> => {
  const { batch, letters, print, locale, now } = cover;
  const made = formatValue(instantOf(batch.madeAt), 'date', locale) ?? '';
  const mark = print === 1 ? coverTexts.first[locale] : filled(coverTexts.again, locale, { print });
  const colon = locale === 'fr' ? '\u00a0:' : ':';
  const { pdf } = await sheetPdf({ locale, title: titleOf(cover), author: 'Irisflow', now }, [
    line(mark, true),
    line(`${coverTexts.made[locale]}${colon} ${made} · ${coverTexts.letters[locale]}${colon} ${letters.length}`),
    manifest(cover),
  ]);
  return pdf;
};
