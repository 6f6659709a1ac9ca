import type { Queryable } from '@irisflow/database';
import type { Locale } from '@irisflow/foundation';
import { isInForce } from '../participants/participation.ts';
import { listParticipantRows } from '../storage/participants.ts';
import { type CaseReach, reachInCase, reachOfParticipant } from './reach-of.ts';

/** A case as far as it says who reads it. */
export interface ReadCase {
  readonly case_id: string;
  readonly person_id: string;
  readonly applicant_email: string | null;
  readonly applicant_email_verified: boolean;
  readonly language: Locale;
}

export interface CaseReader {
  /** `applicant`, or the key of a participant. */
  readonly who: string;
  readonly language: Locale;
  readonly reach: CaseReach;
}

/** Whoever reads a case on the portal, and how they are reached: its applicant, and those who take part that day and see it. */
export const readersOfCase = async (db: Queryable, one: ReadCase, today: string): Promise<CaseReader[]> => {
  const { applicant_email: to, applicant_email_verified: isVerified, language } = one;
  const address = to === null ? null : { to, isVerified };
  const readers: CaseReader[] = [
    { who: 'applicant', language, reach: await reachInCase(db, { partyId: one.person_id, address }) },
  ];
  for (const participant of await listParticipantRows(db, one.case_id))
    if (participant.access !== 'none' && isInForce(participant, today))
      readers.push({
        who: participant.id,
        language: participant.language,
        reach: await reachOfParticipant(db, participant),
      });
  return readers;
};
