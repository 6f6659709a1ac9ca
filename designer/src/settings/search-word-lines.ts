import type { Locale } from '@irisflow/client';

export type SearchWords = Record<Locale, string[]>;

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Words as people type them: one a line, in each language. */
export const linesOf = (words: SearchWords | undefined): Record<Locale, string> => ({
  fr: words?.fr.join('\n') ?? '',
  nl: words?.nl.join('\n') ?? '',
  en: words?.en.join('\n') ?? '',
});

/** The words of typed lines; blank lines are left out. */
export const wordsOfLines = (text: Record<Locale, string>): SearchWords => ({
  fr: lines(text.fr),
  nl: lines(text.nl),
  en: lines(text.en),
});
