import { foldText } from '@irisflow/foundation';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '';

/** Registers write in capitals and without accents what people write with them: that contradicts nobody. */
const foldedWords = (text: string): string =>
  foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether people said the same as a source, wherever the source says something; what it leaves out contradicts nothing. */
export const agrees = (said: unknown, declared: unknown): boolean => {
  if (isNothing(said)) return isObject(said) || isNothing(declared) || said === undefined;
  if (typeof said === 'string' && typeof declared === 'string') return foldedWords(said) === foldedWords(declared);
  if (Array.isArray(said) && Array.isArray(declared)) return sameRows(said, declared);
  if (isObject(said) && isObject(declared))
    return Object.entries(said).every(([name, value]) => isNothing(value) || agrees(value, declared[name]));
  return said === declared;
};

/** The same rows in any order: each row finds one that no other row found. */
const sameRows = (said: readonly unknown[], declared: readonly unknown[]): boolean => {
  if (said.length !== declared.length) return false;
  const left = [...declared];
  return said.every((row) => {
    const found = left.findIndex((candidate) => agrees(row, candidate));
    if (found < 0) return false;
    left.splice(found, 1);
    return true;
  });
};

/** Whether two things that a source said say the same. */
export const isSame = (one: unknown, other: unknown): boolean => agrees(one, other) && agrees(other, one);
