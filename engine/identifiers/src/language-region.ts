/** The language areas of the country, as the law draws them. */
type LanguageRegion = 'fr' | 'nl' | 'de' | 'bilingual';

/** By the first digits of the code: provinces, and within Brabant the districts. */
const areas: readonly (readonly [string, LanguageRegion])[] = [
  ['1', 'nl'],
  ['21', 'bilingual'],
  ['23', 'nl'],
  ['24', 'nl'],
  ['25', 'fr'],
  ['3', 'nl'],
  ['4', 'nl'],
  ['5', 'fr'],
  ['6', 'fr'],
  ['7', 'nl'],
  ['8', 'fr'],
  ['9', 'fr'],
];

/** The nine communes of the German area; their province is of the French one. */
const german = new Set(['63001', '63012', '63013', '63023', '63040', '63048', '63061', '63067', '63087']);

/**
 * The language area of a commune by its NIS code, whether it has facilities or not; null for what is no code. A postcode is
 * none: it says nothing of the commune.
 */
export const languageRegion = (nis: string): LanguageRegion | null => {
  if (!/^\d{5}$/u.test(nis)) return null;
  if (german.has(nis)) return 'de';
  return areas.find(([start]) => nis.startsWith(start))?.[1] ?? null;
};
