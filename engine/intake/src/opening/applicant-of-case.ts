import { type Applicant, type CaseRow, findApplicantParty } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { findPartyRow, numberOfParty } from '@irisflow/parties';
import type { Surroundings } from '../surroundings.ts';

export interface SameApplicant {
  readonly applicant: Applicant;
  /** The number that the office was told for the earlier case, where the person has none of their own. */
  readonly told: string | null;
}

/** Who applied for a case, to open another one for them. Their number goes from seal to seal and is shown to nobody. */
export const applicantOfCase = async (
  surroundings: Surroundings,
  db: Queryable,
  row: CaseRow,
): Promise<SameApplicant> => {
  const { numbers } = surroundings;
  const party = await findApplicantParty(db, row.id);
  const sealed = party?.number_sealed ?? null;
  return {
    applicant: {
      id: row.person_id,
      name: row.applicant,
      email: row.applicant_email,
      isEmailVerified: row.applicant_email_verified,
      nationalNumber: await numberOfParty(surroundings, db, row.person_id),
      enterpriseNumber: (await findPartyRow(db, row.person_id))?.enterprise_number ?? null,
    },
    told: party === undefined || sealed === null ? null : numbers.open(sealed, party.id),
  };
};
