import { foldText } from '@irisflow/foundation';

const word = /[\p{L}\p{M}\p{N}_]+/gu;

/** The words of a text as they are written. */
export const wordsOf = (text: string): string[] => text.match(word) ?? [];

/** The words of a value and of the keys in it, folded, so that case and accents hide nothing. */
export const foldedWordsOf = (value: unknown): string[] => {
  if (typeof value === 'string' || typeof value === 'number') return wordsOf(foldText(String(value)));
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(foldedWordsOf);
};

/** Puts something in the place of each word. */
export const replaceWords = (text: string, change: (found: string) => string): string => text.replaceAll(word, change);
