import type { Locale } from '@irisflow/foundation';
import { formatValue, type ResolvedBlock } from '@irisflow/letters';

const run = (text: string, bold = false) => ({ text, bold, italic: false });

export const heading = (text: string): ResolvedBlock => ({ kind: 'heading', level: 2, runs: [run(text)] });
export const paragraph = (text: string): ResolvedBlock => ({ kind: 'paragraph', runs: [run(text)] });
/** What something is called, and what it is. */
export const labeled = (label: string, text: string, locale: Locale): ResolvedBlock => ({
  kind: 'paragraph',
  runs: [{ text: `${label}${locale === 'fr' ? '\u00a0:' : ':'} `, bold: true, italic: false }, run(text)],
});

export const dayIn = (locale: Locale, instant: string): string => formatValue(instant, 'date', locale) ?? instant;
