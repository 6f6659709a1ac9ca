/** Letters without accents and case: people type `vehicule` and mean `Véhicule`. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The words of a text, accents and case left out. */
export const wordsOf = (text: string): readonly string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** How many slips of the finger a word may have: none in a short one, which would be another word. */
const slipsIn = (word: string): number => {
  if (word.length < 5) return 0;
  return word.length < 8 ? 1 : 2;
};

const isSwap = (one: string, other: string, i: number, j: number): boolean =>
  i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];

/**
 * The fewest letters to change, add, leave out or swap with their neighbor to make one word of another; one more than `most` stands for all
 * that is more.
 */
export const slipsBetween = (one: string, other: string, most: number): number => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  // Between the first `i` letters of one and the first `j` of the other.
  const table: number[][] = [];
  const between = (i: number, j: number): number => table[i]?.[j] ?? Math.max(i, j);
  for (let i = 1; i <= one.length; i += 1) {
    const row: number[] = [];
    table[i] = row;
    for (let j = 1; j <= other.length; j += 1) {
      const change = between(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const swap = isSwap(one, other, i, j) ? between(i - 2, j - 2) + 1 : Infinity;
      row[j] = Math.min(between(i - 1, j) + 1, between(i, j - 1) + 1, change, swap);
    }
  }
  return Math.min(between(one.length, other.length), most + 1);
};

/** How well a typed word names a word of a text: 3 for the word itself, 2 for its beginning or a part, 1 with slips, 0 not at all. */
export const closeness = (typed: string, word: string): number => {
  if (word === typed) return 3;
  if (typed.length >= 3 ? word.includes(typed) : word.startsWith(typed)) return 2;
  const slips = slipsIn(typed);
  if (slips === 0) return 0;
  const beginning = word.slice(0, typed.length);
  return Math.min(slipsBetween(typed, word, slips), slipsBetween(typed, beginning, slips)) <= slips ? 1 : 0;
};
