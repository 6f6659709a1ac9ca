import type { Queryable, Selectable } from '@irisflow/database';
import { tables } from './tables.ts';
import type { CaseworkTables as Tables } from './tables.gen.ts';

export type PartyRow = Selectable<Tables['case_party']>;

export interface NewParty {
  readonly id: string;
  readonly caseId: string;
  readonly administration: string;
  readonly role: 'applicant' | 'concerned';
  readonly personId: string | null;
  readonly numberSealed: string | null;
  readonly numberIndex: string | null;
  readonly since: string;
}

/** Adds a party; a number that is a party of the case already stays what it is. */
export const insertParty = (db: Queryable, party: NewParty) =>
  tables(db)
    .insertInto('case_party')
    .values({
      id: party.id,
      case_id: party.caseId,
      administration: party.administration,
      role: party.role,
      person_id: party.personId,
      number_sealed: party.numberSealed,
      number_index: party.numberIndex,
      since: party.since,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const findParty = (
  db: Queryable,
  { caseId, numberIndex }: { caseId: string; numberIndex: string },
): Promise<PartyRow | undefined> =>
  tables(db)
    .selectFrom('case_party')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('number_index', '=', numberIndex)
    .executeTakeFirst();

export const findApplicantParty = (db: Queryable, caseId: string): Promise<PartyRow | undefined> =>
  tables(db)
    .selectFrom('case_party')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('role', '=', 'applicant')
    .executeTakeFirst();
