import { foldText, type LocalizedText } from '@irisflow/foundation';
import { communes } from '@irisflow/identifiers';

/** Where an applicant lives; `nis` is null for elsewhere and for what nobody knows. */
export interface Place {
  readonly nis: string | null;
  readonly name: LocalizedText;
}

export const elsewhere: Place = {
  nis: null,
  name: { fr: 'Ailleurs ou inconnu', nl: 'Elders of onbekend', en: 'Elsewhere or unknown' },
};

/** Every commune that can be named. */
export const communeChoices = communes.map(({ nis, fr, nl }) => ({ nis, name: { fr, nl, en: fr } }));
const places: readonly Place[] = communeChoices;

const byName: ReadonlyMap<string, Place> = new Map(
  places.flatMap((place) => [place.name.fr, place.name.nl].map((name) => [foldText(name), place] as const)),
);

/** A commune by its code. */
export const placeOf = (nis: string | null): Place => places.find((place) => place.nis === nis) ?? elsewhere;

/** The commune that a name says in French or in Dutch. A postcode would not do: several communes share one. */
export const communeOf = (written: string | null): Place =>
  (written === null ? undefined : byName.get(foldText(written.trim()))) ?? elsewhere;
