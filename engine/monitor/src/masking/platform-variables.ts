import { canonicalJson } from '@irisflow/access';
import type { Variables } from '@irisflow/engine-client';
import { parametersOn, type PublishedProcedure } from '@irisflow/procedures';
import type { CaseRow } from '@irisflow/casework';
import { instantOf } from '@irisflow/foundation';
import { dayOf } from '@irisflow/calendar';

/** What the platform itself puts into an instance and what says nothing about the applicant. */
export const platformVariables = (procedure: PublishedProcedure, row: CaseRow | null): Variables => {
  const { key: procedureKey, version: procedureVersion } = procedure;
  if (row === null) return { procedureKey, procedureVersion };
  const submittedOn = dayOf(Date.parse(instantOf(row.submitted_at)));
  return {
    procedureKey,
    procedureVersion,
    caseId: row.id,
    reference: row.reference,
    language: row.language,
    submittedOn,
    parameters: parametersOn(procedure.parameters, submittedOn),
  };
};

/** A variable is shown only while it holds what the platform put there: a process may write anything under its name. */
export const isPlatformVariable = (name: string, value: unknown, platform: Variables): boolean =>
  Object.hasOwn(platform, name) && canonicalJson(platform[name]) === canonicalJson(value);
