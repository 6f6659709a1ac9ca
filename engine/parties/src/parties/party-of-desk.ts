import { actingFor, type Actor } from '@irisflow/access';
import { isoOf, type Locale } from '@irisflow/foundation';
import { findPartyNoted, insertParty } from '../storage/parties.ts';
import type { Surroundings } from '../surroundings.ts';

export interface NotedParty {
  /** The administration whose desk it is. */
  readonly administration: string;
  /** What the desk knows them by: asked for twice it is one party. */
  readonly notedAs: string;
  readonly name: string;
  readonly language: Locale;
}

/** What whoever has a number is known by before they sign in, wherever they were noted. It tells nothing of the number. */
export const notedByNumber = (numberIndex: string): string => `number/${numberIndex}`;

/** The id of somebody who never signed in, written down when a desk needs them first. */
export const partyOfDesk = async (
  surroundings: Surroundings,
  actor: Actor,
  { administration, notedAs, name, language }: NotedParty,
): Promise<string> => {
  const { clock, random } = surroundings;
  const { database } = actingFor(surroundings, actor, 'parties');
  const known = await findPartyNoted(database, notedAs);
  if (known !== undefined) return known.id;
  const id = random.id();
  await insertParty(database, {
    id,
    kind: 'person',
    name,
    language,
    enterprise_number: null,
    seat_commune: null,
    noted_by: administration,
    noted_as: notedAs,
    created_at: isoOf(clock.now()),
  });
  return (await findPartyNoted(database, notedAs))?.id ?? id;
};
