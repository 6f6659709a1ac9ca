import type { Queryable } from '@irisflow/database';
import { requireClerk } from '@irisflow/access';
import { requireSharedCase, requireClerkCase } from '@irisflow/casework';
import { inEveryLocale, instantOf, type LocalizedText } from '@irisflow/foundation';
import { stepNames } from '@irisflow/procedures';
import {
  countIncidentsOfOffice,
  findStandstill,
  listIncidentsOfCase,
  listIncidentsOfOffice,
  type CaseIncidentRow,
} from '../storage/case-incidents.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { CaseIncident, CaseStandstill, OfficeIncidents } from '../views/case-incident.ts';

const SHOWN = 50;

/** The same with the names that the procedure gives its steps. */
export const viewIncident = async (
  { library }: Surroundings,
  db: Queryable,
  row: CaseIncidentRow,
): Promise<CaseIncident> => {
  const { description } = await library.version(db, row.procedure_key, row.procedure_version);
  return {
    incidentKey: row.incident_key,
    caseId: row.case_id,
    reference: row.reference,
    applicant: row.applicant,
    title: description.title,
    step: stepNames(description)[row.element_id] ?? inEveryLocale(() => row.element_id),
    text: row.meaning as LocalizedText,
    since: instantOf(row.since),
  };
};

const viewAll = (surroundings: Surroundings, db: Queryable, rows: readonly CaseIncidentRow[]) =>
  Promise.all(rows.map((row) => viewIncident(surroundings, db, row)));

/** Where a case stands still. */
export const listCaseIncidents: UseCase<{ caseId: string }, CaseIncident[]> = async (
  surroundings,
  actor,
  { caseId },
) => {
  const { database } = surroundings;
  await requireClerkCase(database, actor, caseId);
  return viewAll(surroundings, database, await listIncidentsOfCase(database, caseId));
};

/** What stands still in the clerk's administration. */
export const listOfficeIncidents: UseCase<Record<string, never>, OfficeIncidents> = async (surroundings, actor) => {
  const { administration } = requireClerk(actor);
  const { database } = surroundings;
  const rows = await listIncidentsOfOffice(database, { administration, limit: SHOWN });
  return {
    total: await countIncidentsOfOffice(database, administration),
    items: await viewAll(surroundings, database, rows),
  };
};

/** Whether a technical check holds my case up. */
export const getStandstill: UseCase<{ caseId: string }, CaseStandstill> = async (surroundings, actor, { caseId }) => {
  const { database } = surroundings;
  await requireSharedCase(surroundings, database, actor, caseId);
  const found = await findStandstill(database, caseId);
  return { since: found === undefined ? null : instantOf(found.since) };
};
