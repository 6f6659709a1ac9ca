import { caseHandleVariable } from '@irisflow/access';
import { findPartyRow } from '@irisflow/parties';
import { readApart, wholeAnswers } from '@irisflow/restricted';
import { handleOfCase } from '../handle/handle-of-case.ts';
import type { Variables } from '@irisflow/engine-client';
import { parametersOn, type StartVariable } from '@irisflow/procedures';
import { applicationForm } from '../applications/application-form.ts';
import { numberOfApplicant } from '../applications/number-of-applicant.ts';
import type { CaseRow } from '../storage/cases.ts';
import { listTerms } from '@irisflow/terms';
import { type FormData, instantOf } from '@irisflow/foundation';
import type { Surroundings } from '../surroundings.ts';
import { dayOf } from '@irisflow/calendar';

const submissionDay = ({ submitted_at: at }: CaseRow): string => dayOf(Date.parse(instantOf(at)));

/** Connectors and decisions need every answer: who reads the variables of a process finds the restricted ones masked. */
export const answersForProcess = async ({ database, library }: Surroundings, row: CaseRow): Promise<FormData> => {
  const form = applicationForm(await library.version(database, row.procedure_key, row.procedure_version));
  return wholeAnswers(form, {
    data: row.data,
    apart: await readApart(database, row.id),
    today: submissionDay(row),
  });
};

/**
 * What a process knows when it starts. Computed from what was stored at submission, so a later attempt sends the same;
 * parameters are those in force on the day of submission, never today's.
 */
export const startVariables = async (surroundings: Surroundings, row: CaseRow): Promise<Variables> => {
  const { database, library } = surroundings;
  const { parameters } = await library.version(database, row.procedure_key, row.procedure_version);
  const submittedOn = submissionDay(row);
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
    // A case that a schedule or another case opened goes another way than one that somebody asked for.
    caseChannel: row.channel,
    // For the model to correlate the messages of a term on.
    terms: Object.fromEntries((await listTerms(database, [row.id])).map(({ key, id }) => [key, id])),
    application: await answersForProcess(surroundings, row),
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
