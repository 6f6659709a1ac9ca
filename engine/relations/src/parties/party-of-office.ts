import { requireClerk, type Actor, type Clerk } from '@irisflow/access';
import { type CaseRow, listCasesOfPerson } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import {
  type ContactRow,
  findPartyRow,
  listContactsOfParty,
  listParticipantsOfParty,
  type ParticipantRow,
  type PartyRow,
} from '@irisflow/parties';

export interface PartyOfOffice {
  readonly clerk: Clerk;
  readonly party: PartyRow;
  /** What the clerk's administration has of them. */
  readonly cases: readonly CaseRow[];
  readonly contacts: readonly ContactRow[];
  /** Cases of others in which they take part. */
  readonly parts: readonly ParticipantRow[];
}

/** A party that the clerk's administration knows, by a case, a part in one, a contact or because its desk noted them; others do not exist. */
export const requirePartyOfOffice = async (db: Queryable, actor: Actor, partyId: string): Promise<PartyOfOffice> => {
  const clerk = requireClerk(actor);
  const { administration } = clerk;
  const party = await findPartyRow(db, partyId);
  // Who works here may have applied elsewhere: those cases are their own to see, not the desk's.
  const cases = (await listCasesOfPerson(db, partyId)).filter((row) => row.administration === administration);
  const contacts = await listContactsOfParty(db, { administration, partyId });
  const parts = await listParticipantsOfParty(db, { administration, partyId });
  const isKnown = cases.length + contacts.length + parts.length > 0 || party?.noted_by === administration;
  if (party === undefined || !isKnown)
    throw new CaseworkError('NOT_FOUND', `Expected a party ${partyId} to be known here, but there is none`);
  return { clerk, party, cases, contacts, parts };
};
