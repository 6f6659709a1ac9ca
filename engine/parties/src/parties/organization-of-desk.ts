import { actingFor, type Actor } from '@irisflow/access';
import { isoOf, type Locale } from '@irisflow/foundation';
import { findOrganization, insertParty } from '../storage/parties.ts';
import type { Surroundings } from '../surroundings.ts';

export interface NotedOrganization {
  /** The administration whose desk it is. */
  readonly administration: string;
  /** Ten digits, which hold. */
  readonly enterpriseNumber: string;
  readonly name: string;
  readonly language: Locale;
}

/** The id of a company, written down when a desk needs it first: who is known by its number is the same one, whoever wrote it. */
export const organizationOfDesk = async (
  surroundings: Surroundings,
  actor: Actor,
  { administration, enterpriseNumber, name, language }: NotedOrganization,
): Promise<string> => {
  const { clock, random } = surroundings;
  const { database } = actingFor(surroundings, actor, 'parties');
  const known = await findOrganization(database, enterpriseNumber);
  if (known !== undefined) return known.id;
  const id = random.id();
  await insertParty(database, {
    id,
    kind: 'organization',
    name,
    language,
    enterprise_number: enterpriseNumber,
    seat_commune: null,
    noted_by: administration,
    noted_as: `${administration}/${enterpriseNumber}`,
    created_at: isoOf(clock.now()),
  });
  return (await findOrganization(database, enterpriseNumber))?.id ?? id;
};
