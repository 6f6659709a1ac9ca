import type { Actor } from '@irisflow/access';
import { listCasesOfNumber } from '@irisflow/casework';
import type { Locale } from '@irisflow/foundation';
import { partyOfDesk } from '@irisflow/parties';
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

/** A number that the administration has a case of belongs to that person; anybody else is written down. Not within a transaction. */
export const personOfOffice = async (surroundings: Surroundings, actor: Actor, told: ToldPerson): Promise<string> => {
  const { administration, number, name, language, reference } = told;
  const { database, numbers } = surroundings;
  const [earlier] =
    number === null ? [] : await listCasesOfNumber(database, { administration, numberIndex: numbers.index(number) });
  if (earlier !== undefined) return earlier.person_id;
  const notedAs = `${administration}/${number === null ? reference : numbers.index(number)}`;
  return partyOfDesk(surroundings, actor, { administration, notedAs, name, language });
};
