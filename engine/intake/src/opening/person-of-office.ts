import { actingFor, type Actor } from '@irisflow/access';
import { listCasesOfNumber } from '@irisflow/casework';
import type { Locale } from '@irisflow/foundation';
import { findPartyNoted, notedByNumber, partiesWithNumber, partyOfDesk } from '@irisflow/parties';
import type { Surroundings } from '../surroundings.ts';

export interface ToldPerson {
  readonly administration: string;
  /** A national number whose check digits fit; null where nobody said one. */
  readonly number: string | null;
  readonly name: string;
  readonly language: Locale;
  /** What others call the case: without a number, its applicant is known by that. */
  readonly reference: string;
}

/**
 * Who has an account with the number is that person, and follows the case at the portal. Anybody else is written down under it,
 * whichever administration was first, and is found there again when they sign in.
 */
const personOfNumber = async (
  surroundings: Surroundings,
  actor: Actor,
  { number, ...told }: ToldPerson & { readonly number: string },
): Promise<string> => {
  const { administration, name, language } = told;
  const index = surroundings.numbers.index(number);
  const { database } = actingFor(surroundings, actor, 'intake');
  const [known] = await partiesWithNumber(database, index);
  if (known !== undefined) return known;
  const [earlier] = await listCasesOfNumber(surroundings.database, { administration, numberIndex: index });
  if (earlier !== undefined) return earlier.person_id;
  const notedAs = notedByNumber(index);
  const noted = await findPartyNoted(database, notedAs);
  if (noted !== undefined) return noted.id;
  const id = await partyOfDesk(surroundings, actor, { administration, notedAs, name, language });
  // Another administration may have been faster, whose notes this one does not see.
  return (await findPartyNoted(database, notedAs))?.id ?? id;
};

/** Whom an office is told of, by their number where it is told one. Not within a transaction. */
export const personOfOffice = async (surroundings: Surroundings, actor: Actor, told: ToldPerson): Promise<string> => {
  const { administration, number, name, language, reference } = told;
  if (number !== null) return personOfNumber(surroundings, actor, { ...told, number });
  return partyOfDesk(surroundings, actor, {
    administration,
    notedAs: `${administration}/${reference}`,
    name,
    language,
  });
};
