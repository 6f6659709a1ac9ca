import { sql, type Queryable } from '@irisflow/database';
import { type FormData, isoOf, jsonOf, type LocalizedText } from '@irisflow/foundation';
import type { InspectionDraft, InspectionOutcome, InspectionState } from '../views/inspection.ts';
import type { WhoIsAsked } from './opinions.ts';
import { tables } from './tables.ts';

export interface InspectionRow {
  id: string;
  case_id: string;
  administration: string;
  key: string;
  label: LocalizedText;
  asked_administration: string;
  asked_group: string | null;
  asked_person: string | null;
  asked_name: LocalizedText;
  address: string;
  subject: string;
  documents: string[];
  is_public: boolean;
  asked_at: Date | string;
  asked_by: string | null;
  /** `YYYY-MM-DD`, as the other days. */
  due_on: string;
  visit_on: string | null;
  state: InspectionState;
  draft: InspectionDraft | null;
  outcome: InspectionOutcome | null;
  report: FormData | null;
  report_documents: string[];
  ended_at: Date | string | null;
  ended_by: string | null;
  reason: string | null;
}

const columns = [
  'i.id',
  'i.case_id',
  'i.administration',
  'i.key',
  'i.label',
  'i.asked_administration',
  'i.asked_group',
  'i.asked_person',
  'i.asked_name',
  'i.address',
  'i.subject',
  'i.documents',
  'i.is_public',
  'i.asked_at',
  'i.asked_by',
  'i.state',
  'i.draft',
  'i.outcome',
  'i.report',
  'i.report_documents',
  'i.ended_at',
  'i.ended_by',
  'i.reason',
] as const;

/** Days come as text: drivers would make instants of them. */
const inspections = (db: Queryable) =>
  tables(db)
    .selectFrom('inspection as i')
    .select(columns)
    .select([sql<string>`i.due_on::text`.as('due_on'), sql<string | null>`i.visit_on::text`.as('visit_on')]);

export type NewInspection = Pick<
  InspectionRow,
  | 'id'
  | 'case_id'
  | 'administration'
  | 'key'
  | 'label'
  | 'asked_administration'
  | 'asked_group'
  | 'asked_person'
  | 'asked_name'
  | 'address'
  | 'subject'
  | 'documents'
  | 'is_public'
  | 'asked_by'
  | 'due_on'
> & { readonly at: number };

export const insertInspection = (db: Queryable, { at, ...inspection }: NewInspection) =>
  tables(db)
    .insertInto('inspection')
    .values({
      ...inspection,
      label: jsonOf(inspection.label),
      asked_name: jsonOf(inspection.asked_name),
      asked_at: isoOf(at),
      state: 'asked',
      report_documents: [],
    })
    .execute();

/** The eldest first. */
export const listInspections = (db: Queryable, caseId: string): Promise<InspectionRow[]> =>
  inspections(db)
    .where('i.case_id', '=', caseId)
    .orderBy('i.asked_at')
    .orderBy('i.id')
    .$castTo<InspectionRow>()
    .execute();

export const findInspection = (db: Queryable, id: string): Promise<InspectionRow | undefined> =>
  inspections(db).where('i.id', '=', id).$castTo<InspectionRow>().executeTakeFirst();

/** Whoever changes an inspection has its case locked before. */
export const lockInspection = (db: Queryable, id: string): Promise<InspectionRow | undefined> =>
  inspections(db).where('i.id', '=', id).forUpdate().$castTo<InspectionRow>().executeTakeFirst();

/** What changes while it is asked. */
export interface InspectionProgress {
  readonly visitOn?: string | null;
  readonly draft?: InspectionDraft;
  readonly documents?: readonly string[];
}

export const noteProgress = (db: Queryable, id: string, { visitOn, draft, documents }: InspectionProgress) =>
  tables(db)
    .updateTable('inspection')
    .set({
      ...(visitOn !== undefined && { visit_on: visitOn }),
      ...(draft !== undefined && { draft: jsonOf(draft) }),
      ...(documents !== undefined && { report_documents: [...documents] }),
    })
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .execute();

export interface InspectionEnd {
  readonly id: string;
  readonly state: Exclude<InspectionState, 'asked'>;
  readonly at: number;
  readonly endedBy: string | null;
  readonly outcome?: InspectionOutcome;
  readonly report?: FormData;
  readonly reason?: string;
}

/** Ends an inspection that is still asked; what was written of a report that did not come is forgotten. */
export const endInspectionRow = (db: Queryable, end: InspectionEnd) =>
  tables(db)
    .updateTable('inspection')
    .set({
      state: end.state,
      draft: null,
      outcome: end.outcome ?? null,
      report: end.report === undefined ? null : jsonOf(end.report),
      ended_at: isoOf(end.at),
      ended_by: end.endedBy,
      reason: end.reason ?? null,
    })
    .where('id', '=', end.id)
    .where('state', '=', 'asked')
    .execute();

/** Those that are still asked although their last day is over. */
export const listInspectionsToEnd = (
  db: Queryable,
  { today, after, limit }: { readonly today: string; readonly after: string; readonly limit: number },
): Promise<{ id: string; case_id: string }[]> =>
  tables(db)
    .selectFrom('inspection as i')
    .select(['i.id', 'i.case_id'])
    .where('i.state', '=', 'asked')
    .where('i.due_on', '<', sql<Date>`${today}::date`)
    .where('i.id', '>', after)
    .orderBy('i.id')
    .limit(limit)
    .execute();

export interface AskedInspectionRow extends InspectionRow {
  reference: string;
  procedure_key: string;
  procedure_version: number;
}

/** What waits, the most urgent first; or what is over, the newest first. */
export const listAskedInspectionRows = (
  db: Queryable,
  { administration, personId, groups, seesAll }: WhoIsAsked,
  { isOpen, limit }: { readonly isOpen: boolean; readonly limit: number },
): Promise<AskedInspectionRow[]> => {
  const all = inspections(db)
    .innerJoin('case_file as f', 'f.id', 'i.case_id')
    .select(['f.reference', 'f.procedure_key', 'f.procedure_version'])
    .where('i.asked_administration', '=', administration)
    .limit(limit);
  const mine = seesAll
    ? all
    : all.where((one) =>
        one.or([
          one('i.asked_person', '=', personId),
          ...(groups.length === 0 ? [] : [one('i.asked_group', 'in', [...groups])]),
        ]),
      );
  const chosen = isOpen
    ? mine.where('i.state', '=', 'asked').where('f.closed_at', 'is', null).orderBy('i.due_on').orderBy('i.id')
    : mine.where('i.state', '!=', 'asked').orderBy('i.ended_at', 'desc').orderBy('i.id');
  return chosen.$castTo<AskedInspectionRow>().execute();
};
