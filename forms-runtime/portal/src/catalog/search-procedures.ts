import type { ProcedureSummary } from '@irisflow/client';
import type { Locale } from '@irisflow/ui';
import { closeness, wordsOf } from './close-words.ts';

/** What a procedure can be found by, and how much each says of it. */
const fieldsOf = (
  { title, summary, administration, searchWords }: ProcedureSummary,
  locale: Locale,
): readonly (readonly [number, readonly string[]])[] => [
  [4, wordsOf(title[locale])],
  [3, searchWords[locale].flatMap(wordsOf)],
  [2, wordsOf(summary[locale])],
  [1, wordsOf(administration.name[locale])],
];

/** How well a procedure answers a typed word; 0 when it does not. */
const pointsFor = (typed: string, fields: ReturnType<typeof fieldsOf>): number =>
  Math.max(0, ...fields.flatMap(([weight, words]) => words.map((word) => weight * closeness(typed, word))));

/** Words that join others say nothing of what is looked for, as long as others do. */
const joining: { readonly [L in Locale]: ReadonlySet<string> } = {
  fr: new Set(['de', 'du', 'des', 'la', 'le', 'les', 'l', 'd', 'un', 'une', 'a', 'au', 'aux', 'et', 'en', 'pour', 'mon', 'ma', 'mes', 'je']),
  nl: new Set(['de', 'het', 'een', 'van', 'voor', 'en', 'in', 'op', 'bij', 'te', 'mijn', 'ik']),
  en: new Set(['the', 'a', 'an', 'of', 'for', 'and', 'in', 'to', 'my', 'i']),
}; // prettier-ignore

const typedWords = (query: string, locale: Locale): readonly string[] => {
  const words = wordsOf(query);
  const telling = words.filter((word) => !joining[locale].has(word));
  return telling.length === 0 ? words : telling;
};

/**
 * The procedures that answer every word of a query in the language of the screen: in their texts or in the words that their folder names for
 * them, with a slip of the finger or two. The best answer comes first; without a query all of them stay in their order.
 */
export const searchProcedures = (
  procedures: readonly ProcedureSummary[],
  query: string,
  locale: Locale,
): readonly ProcedureSummary[] => {
  const typed = typedWords(query, locale);
  return procedures
    .map((procedure) => {
      const fields = fieldsOf(procedure, locale);
      const points = typed.map((word) => pointsFor(word, fields));
      return { procedure, isFound: points.every((one) => one > 0), total: points.reduce((sum, one) => sum + one, 0) };
    })
    .filter(({ isFound }) => isFound)
    .toSorted((a, b) => b.total - a.total)
    .map(({ procedure }) => procedure);
};
