import type { ProcedureSummary } from '@irisflow/client';
import type { Locale } from '@irisflow/ui';

/** Letters without accents and case: people type `vehicule` and mean `Véhicule`. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The procedures in which every word of a query occurs, in the language of the screen. */
export const searchProcedures = (
  procedures: readonly ProcedureSummary[],
  query: string,
  locale: Locale,
): readonly ProcedureSummary[] => {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return procedures.filter(({ title, summary, administration }) => {
    const text = plain([title[locale], summary[locale], administration.name[locale]].join(' '));
    return words.every((word) => text.includes(word));
  });
};
