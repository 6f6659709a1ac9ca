import type { Applying } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { numberIndexesOf } from '../storage/identifiers.ts';
import { listParticipantsKnownAs, nameParticipant, type ParticipantRow } from '../storage/participants.ts';
import { findPartyRow } from '../storage/parties.ts';

/** Whether somebody still takes part on a day (`YYYY-MM-DD`). */
export const isInForce = (
  { ended_at: endedAt, valid_from: from, valid_to: to }: ParticipantRow,
  day: string,
): boolean => endedAt === null && from <= day && (to === null || day <= to);

const strength = { none: 0, read: 1, act: 2 } as const;

/** How whom somebody applies for takes part in cases of others today, the roles that give most first. */
export const partsTakenBy = async (db: Queryable, { partyId }: Applying, now: number): Promise<ParticipantRow[]> => {
  const rows = await listParticipantsKnownAs(db, {
    partyId,
    numberIndexes: await numberIndexesOf(db, partyId),
    enterpriseNumber: (await findPartyRow(db, partyId))?.enterprise_number ?? null,
  });
  return rows
    .filter((row) => row.access !== 'none' && isInForce(row, dayOf(now)))
    .toSorted((one, other) => strength[other.access] - strength[one.access]);
};

/** The same in one case; undefined where nobody let them in. */
export const participationIn = async (
  db: Queryable,
  applying: Applying,
  { caseId, now }: { readonly caseId: string; readonly now: number },
): Promise<ParticipantRow | undefined> => (await partsTakenBy(db, applying, now)).find((row) => row.case_id === caseId);

/** Whoever came in by their number is known to the office of the case from then on. */
export const noteArrival = async (db: Queryable, { partyId }: Applying, row: ParticipantRow): Promise<void> => {
  if (row.party_id === null) await nameParticipant(db, { id: row.id, partyId });
};
