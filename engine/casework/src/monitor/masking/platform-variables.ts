import { canonicalJson } from '../../audit/canonical-json.ts';
import type { Variables } from '../../engine/engine.ts';
import { parametersOn } from '../../procedures/parameters.ts';
import type { PublishedProcedure } from '../../procedures/procedure-library.ts';
import type { CaseRow } from '../../storage/cases.ts';
import { instantOf } from '../../storage/columns.ts';
import { dayOf } from '../../terms/calendar-date.ts';

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
