import { caseHandleVariable } from '@irisflow/access';
import { findPartyRow } from '@irisflow/parties';
import { putBack, readApart } from '@irisflow/restricted';
import { handleOfCase } from '../handle/handle-of-case.ts';
import type { Variables } from '@irisflow/engine-client';
import { parametersOn, type StartVariable } from '@irisflow/procedures';
import { numberOfApplicant } from '../applications/number-of-applicant.ts';
import type { CaseRow } from '../storage/cases.ts';
import { listTerms } from '@irisflow/terms';
import { instantOf } from '@irisflow/foundation';
import type { Surroundings } from '../surroundings.ts';
import { dayOf } from '@irisflow/calendar';

/**
 * What a process knows when it starts. Computed from what was stored at submission, so a later attempt sends the same;
 * parameters are those in force on the day of submission, never today's.
 */
export const startVariables = async (surroundings: Surroundings, row: CaseRow): Promise<Variables> => {
  const { database, library } = surroundings;
  const { parameters } = await library.version(database, row.procedure_key, row.procedure_version);
  const submittedOn = dayOf(Date.parse(instantOf(row.submitted_at)));
  const nationalNumber = await numberOfApplicant(surroundings, database, row);
  const party = await findPartyRow(database, row.person_id);
  const known: Readonly<Record<StartVariable, unknown>> = {
    // For the model to correlate on and to show; nobody trusts it.
    caseId: row.id,
    reference: row.reference,
    language: row.language,
    procedureKey: row.procedure_key,
    procedureVersion: row.procedure_version,
    submittedOn,
    // For the model to correlate the messages of a term on.
    terms: Object.fromEntries((await listTerms(database, [row.id])).map(({ key, id }) => [key, id])),
    // Connectors and decisions need every answer: who reads the variables of a process finds the restricted ones masked.
    application: putBack(row.data, await readApart(database, row.id)),
    applicant: {
      nationalNumber,
      name: row.applicant,
      ...(party?.enterprise_number == null ? {} : { enterpriseNumber: party.enterprise_number }),
      ...(row.applicant_email === null || !row.applicant_email_verified ? {} : { email: row.applicant_email }),
    },
    parameters: parametersOn(parameters, submittedOn),
  };
  return { ...known, [caseHandleVariable]: handleOfCase(surroundings, row) };
};
