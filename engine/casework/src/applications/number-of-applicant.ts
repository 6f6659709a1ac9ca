import type { Queryable } from '@irisflow/database';
import { numberOfParty } from '@irisflow/parties';
import type { CaseRow } from '../storage/cases.ts';
import { findApplicantParty } from '../storage/parties.ts';
import type { Surroundings } from '../surroundings.ts';

/** Of who signed in, their own; of somebody who never did, the one that was sealed for their case. */
export const numberOfApplicant = async (
  surroundings: Surroundings,
  db: Queryable,
  { id: caseId, person_id: personId }: Pick<CaseRow, 'id' | 'person_id'>,
): Promise<string | null> => {
  const own = await numberOfParty(surroundings, db, personId);
  if (own !== null) return own;
  const party = await findApplicantParty(db, caseId);
  return party === undefined || party.number_sealed === null
    ? null
    : surroundings.numbers.open(party.number_sealed, party.id);
};
