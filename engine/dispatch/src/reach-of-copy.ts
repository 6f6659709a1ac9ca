import { actingAs, job } from '@irisflow/access';
import type { CaseRow } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { type CaseReach, type ParticipantRow, reachInCase, reachOfParticipant } from '@irisflow/parties';
import type { Surroundings } from './surroundings.ts';

/** How the applicant of a case, or somebody else who takes part in it, is reached today. */
export const reachOfCopy = (people: Queryable, row: CaseRow, copyFor: ParticipantRow | null): Promise<CaseReach> => {
  if (copyFor !== null) return reachOfParticipant(people, copyFor);
  const { person_id: partyId, applicant_email: to, applicant_email_verified: isVerified } = row;
  return reachInCase(people, { partyId, address: to === null ? null : { to, isVerified } });
};

/** By which ways people are reached is theirs to say: whoever sends a letter sees of it what becomes of the letter. */
export const seeingReach = (surroundings: Surroundings): Queryable => actingAs(surroundings, job('notices')).database;

/** Of the ways that are asked for, those to which somebody agreed; whoever none of them reaches is written to on paper. */
export const channelsOf = (
  wanted: readonly string[],
  {
    reach,
    copyFor,
    isGone,
  }: { readonly reach: CaseReach; readonly copyFor: ParticipantRow | null; readonly isGone: boolean },
): readonly string[] => {
  // Whoever reads nothing here cannot be told to come and read.
  if (copyFor?.access === 'none' || isGone) return ['post'];
  const agreed = { portal: reach.channels.includes('portal'), email: reach.mail !== null };
  const ways = wanted.filter((way) => agreed[way as keyof typeof agreed] ?? false);
  return reach.byPost || ways.length === 0 ? [...ways, 'post'] : ways;
};
