import type { Locale } from '@irisflow/foundation';
import { languageOfSeat, type PartyRow } from '@irisflow/parties';

/** The languages in which the Region decides. */
type LegalLanguage = 'fr' | 'nl';

export interface CaseLanguages {
  /** That of the case: of its process, and of the letters that count. */
  readonly language: LegalLanguage;
  /** Further languages of its letters, those that count first. */
  readonly alsoIn: readonly Locale[];
}

const legal = (language: Locale | null | undefined): LegalLanguage | undefined =>
  language === 'fr' || language === 'nl' ? language : undefined;

interface Wishes {
  /** What whoever applies chose in the form, or in the contact that it comes of. */
  readonly chosen: Locale | undefined;
  /** The language in which they read the portal. */
  readonly reading: Locale | undefined;
}

/**
 * In which languages a case is handled. A company with its seat in a region of one language is written to in that language,
 * whatever it says; otherwise the person chooses between French and Dutch. Who chose neither gets both. English is a courtesy.
 */
export const caseLanguages = (
  party: Pick<PartyRow, 'language' | 'seat_commune'> | undefined,
  { chosen, reading }: Wishes,
): CaseLanguages => {
  const courtesy: readonly Locale[] = [chosen, reading].includes('en') && legal(chosen) === undefined ? ['en'] : [];
  const language =
    languageOfSeat(party?.seat_commune ?? null) ?? legal(chosen) ?? legal(party?.language) ?? legal(reading);
  return language === undefined ? { language: 'fr', alsoIn: ['nl', ...courtesy] } : { language, alsoIn: courtesy };
};
