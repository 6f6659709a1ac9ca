import { addressLines, type CaseRow, numberOfApplicant } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { envelopeOf } from '@irisflow/dispatch';
import { findPartyRow, listParticipantRows, numberOfParty, type ParticipantRow } from '@irisflow/parties';
import type { Surroundings } from '../surroundings.ts';

/** Whose letter it is: the applicant's, or that of somebody else who takes part. */
export interface Addressee {
  readonly row: CaseRow;
  readonly participant: ParticipantRow | null;
}

export const addresseeOf = async (
  db: Queryable,
  row: CaseRow,
  participantId: string | null,
): Promise<Addressee | undefined> => {
  if (participantId === null) return { row, participant: null };
  const participant = (await listParticipantRows(db, row.id)).find(({ id }) => id === participantId);
  return participant === undefined ? undefined : { row, participant };
};

/** The envelope, as it is printed on the letter. */
export const linesOf = ({ row, participant }: Addressee): string[] =>
  participant === null ? [row.name_in_letters ?? row.applicant, ...addressLines(row.data)] : envelopeOf(participant);

/** Under which number the mailbox of somebody is found; never both. */
export interface MailboxNumber {
  readonly national: string | null;
  readonly enterprise: string | null;
}

const numberOfParticipant = async (
  surroundings: Surroundings,
  db: Queryable,
  participant: ParticipantRow,
): Promise<string | null> => {
  const { party_id: partyId, number_sealed: sealed, id } = participant;
  const own = partyId === null ? null : await numberOfParty(surroundings, db, partyId);
  return own ?? (sealed === null ? null : surroundings.numbers.open(sealed, id));
};

const companyOf = async (db: Queryable, { row, participant }: Addressee): Promise<string | null> => {
  const noted = participant?.enterprise_number ?? null;
  const partyId = participant === null ? row.person_id : participant.party_id;
  if (noted !== null || partyId === null) return noted;
  return (await findPartyRow(db, partyId))?.enterprise_number ?? null;
};

/** Of a company its number, which is public; of a person their national number, which goes to the mailbox and nowhere else. */
export const mailboxOf = async (
  surroundings: Surroundings,
  db: Queryable,
  addressee: Addressee,
): Promise<MailboxNumber> => {
  const enterprise = await companyOf(db, addressee);
  if (enterprise !== null) return { national: null, enterprise };
  const { row, participant } = addressee;
  const national =
    participant === null
      ? await numberOfApplicant(surroundings, db, row)
      : await numberOfParticipant(surroundings, db, participant);
  return { national, enterprise: null };
};
