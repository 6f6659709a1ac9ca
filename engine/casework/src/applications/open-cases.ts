import type { Queryable } from '@irisflow/database';
import { instantOf } from '@irisflow/foundation';
import { endStatuses } from '@irisflow/procedures';
import { listOpenCasesOf } from '../storage/cases.ts';
import type { ApplicationRow } from '../storage/applications.ts';
import type { ApplicationDraft } from '../views/application.ts';

/** Cases of the same person and procedure that go on: who fills another application is asked whether they mean one of these. */
export const openCasesOf = async (
  db: Queryable,
  { person_id: personId, procedure_key: procedureKey }: ApplicationRow,
): Promise<ApplicationDraft['openCases']> =>
  (await listOpenCasesOf(db, { personId, procedureKey, ended: endStatuses })).map((row) => ({
    id: row.id,
    reference: row.reference,
    submittedAt: instantOf(row.submitted_at),
  }));
