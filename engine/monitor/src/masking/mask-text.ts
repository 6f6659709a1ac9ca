import { foldText, maskedText } from '@irisflow/foundation';
import { harmlessWords } from './harmless-words.ts';
import { replaceWords } from './words-of.ts';

/** What people are known or reached by, whatever stands around it: mail, IBAN, national number, telephone. */
const personal: readonly RegExp[] = [
  /[^\s<>"'(),;]{1,64}@[^\s<>"'(),;]{1,255}/gu,
  /\b[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]{2,4}){2,8}\b/giu,
  /\b\d{2}[ .]?\d{2}[ .]?\d{2}[ .-]?\d{3}[ .-]?\d{2}\b/gu,
  /(?:\+|\b00?)\d(?:[ ./-]?\d){7,13}\b/gu,
];

/** Longer messages hold dumps, which nobody reads masked. */
const MAX_SHOWN = 5000;

export interface KnownWords {
  /** What the published procedure says. */
  readonly published: ReadonlySet<string>;
  /** What the instance knows, folded. */
  readonly values: ReadonlySet<string>;
}

const isHarmless = (word: string, { published, values }: KnownWords): boolean => {
  // A word of the platform in small letters is no name, even when somebody is called so.
  if (harmlessWords.has(word)) return true;
  if (values.has(foldText(word)) || /^\d+$/.test(word)) return false;
  return harmlessWords.has(word.toLowerCase()) || published.has(word);
};

const runOfMasks = new RegExp(`${maskedText}(?:[\\s.,:;@/_-]*${maskedText})+`, 'gu');

/**
 * A text that others wrote, such as the message of a worker, with nothing but words that are known to be harmless. Names,
 * numbers and quoted values go, for they are no such words.
 */
export const maskText = (text: string, known: KnownWords): string => {
  const hidden = personal.reduce((rest, pattern) => rest.replaceAll(pattern, maskedText), text.slice(0, MAX_SHOWN));
  return replaceWords(hidden, (word) => (isHarmless(word, known) ? word : maskedText)).replaceAll(
    runOfMasks,
    maskedText,
  );
};
