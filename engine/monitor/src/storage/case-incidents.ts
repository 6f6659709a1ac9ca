import type { Queryable } from '@irisflow/database';
import { isoOf, jsonOf, type LocalizedText } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface NewCaseIncident {
  readonly incidentKey: string;
  readonly caseId: string;
  readonly administration: string;
  readonly processInstanceKey: string;
  readonly elementId: string;
  readonly meaning: LocalizedText;
  readonly since: string;
}

export const insertCaseIncident = async (db: Queryable, incident: NewCaseIncident): Promise<void> => {
  await tables(db)
    .insertInto('case_incident')
    .values({
      incident_key: incident.incidentKey,
      case_id: incident.caseId,
      administration: incident.administration,
      process_instance_key: incident.processInstanceKey,
      element_id: incident.elementId,
      meaning: jsonOf(incident.meaning),
      since: incident.since,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const endCaseIncident = async (
  db: Queryable,
  { incidentKey, at }: { readonly incidentKey: string; readonly at: number },
): Promise<void> => {
  await tables(db)
    .updateTable('case_incident')
    .set({ ended_at: isoOf(at) })
    .where('incident_key', '=', incidentKey)
    .where('ended_at', 'is', null)
    .execute();
};

/** Keys of those that were open when the engine was last asked. */
export const listOpenIncidentKeys = async (db: Queryable): Promise<string[]> => {
  const rows = await tables(db)
    .selectFrom('case_incident')
    .select('incident_key')
    .where('ended_at', 'is', null)
    .execute();
  return rows.map(({ incident_key: key }) => key);
};

const open = (db: Queryable) =>
  tables(db)
    .selectFrom('case_incident as i')
    .innerJoin('case_file as f', 'f.id', 'i.case_id')
    .select(['i.incident_key', 'i.case_id', 'i.element_id', 'i.meaning', 'i.since'])
    .select(['f.reference', 'f.applicant', 'f.procedure_key', 'f.procedure_version'])
    .where('i.ended_at', 'is', null);

/** The eldest first. */
export const listIncidentsOfCase = (db: Queryable, caseId: string) =>
  open(db).where('i.case_id', '=', caseId).orderBy('i.since').execute();

export type CaseIncidentRow = Awaited<ReturnType<typeof listIncidentsOfCase>>[number];

/** The eldest first: it waits the longest. */
export const listIncidentsOfOffice = (
  db: Queryable,
  { administration, limit }: { readonly administration: string; readonly limit: number },
) => open(db).where('i.administration', '=', administration).orderBy('i.since').limit(limit).execute();

export const countIncidentsOfOffice = async (db: Queryable, administration: string): Promise<number> => {
  const { total } = await tables(db)
    .selectFrom('case_incident')
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .where('administration', '=', administration)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(total);
};

/** Since when a case stands still; undefined while it does not. */
export const findStandstill = (db: Queryable, caseId: string) =>
  tables(db)
    .selectFrom('case_incident')
    .select('since')
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .orderBy('since')
    .executeTakeFirst();
