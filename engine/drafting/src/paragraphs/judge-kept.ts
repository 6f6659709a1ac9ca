import { foldText } from '@irisflow/foundation';
import type { ParagraphKept } from '../views/paragraph.ts';

/** So many words in a row are no accident. */
const RUN = 3;
/** So much of a text says that it was changed, and not written anew. */
const ENOUGH = 0.25;

const wordsOf = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const runsOf = (words: readonly string[]): string[] =>
  words.slice(0, Math.max(0, words.length - RUN + 1)).map((_word, place) => words.slice(place, place + RUN).join(' '));

/** What an answer kept of a text that was put into it: all of it word for word, some of it, or nothing. */
export const judgeKept = (inserted: string, answer: string): ParagraphKept => {
  const words = wordsOf(inserted);
  const kept = ` ${wordsOf(answer).join(' ')} `;
  if (kept.includes(` ${words.join(' ')} `)) return 'whole';
  const runs = runsOf(words);
  const found = runs.filter((run) => kept.includes(` ${run} `)).length;
  return runs.length > 0 && found / runs.length >= ENOUGH ? 'part' : 'none';
};
