import { namesOf } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { type CaseRow, type DocumentRow, listCaseDocuments } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { type CompiledForm, settle } from '@irisflow/forms';
import { type FormData, instantOf, instantOrNull } from '@irisflow/foundation';
import { documentsOf, officesOf } from '../opinions/view-opinions.ts';
import { type InspectionRow, listInspections } from '../storage/inspections.ts';
import type { Surroundings } from '../surroundings.ts';
import type { InspectionState, InspectionView, SharedInspection } from '../views/inspection.ts';

export type InspectedFile = Pick<CaseRow, 'id' | 'closed_at' | 'procedure_key' | 'procedure_version'>;

/** A closed case has nothing inspected any more; the clock says so of the row when its last day is over. */
const stateOf = ({ state }: InspectionRow, { closed_at: closedAt }: InspectedFile): InspectionState =>
  state === 'asked' && closedAt !== null ? 'withdrawn' : state;

type Reading = Pick<Surroundings, 'database' | 'library'>;

/** The form by which an inspection is reported, of the version under which the case runs. */
export const reportForm = async (
  { database, library }: Reading,
  { procedure_key: key, procedure_version: version }: InspectedFile,
  inspection: Pick<InspectionRow, 'key'>,
): Promise<CompiledForm> => {
  const { description, forms } = await library.version(database, key, version);
  const form = forms.get(description.inspections?.find((one) => one.key === inspection.key)?.form ?? '');
  if (form === undefined) throw new Error(`Expected a form of the inspection ${inspection.key}, but there is none`);
  return form;
};

/** What was reported, as the applicant may read it: without the fields that are for clerks alone. */
export const sharedReport = (form: CompiledForm, report: FormData, endedAt: number): FormData =>
  settle(form, report, { audience: 'applicant', today: dayOf(endedAt) }).data;

/** What of an inspection everybody reads who reads it at all; `form` only where there is something to read in it. */
export const viewTold = (
  row: InspectionRow,
  {
    file,
    documents,
    form,
  }: { readonly file: InspectedFile; readonly documents: readonly DocumentRow[]; readonly form: unknown },
) => ({
  id: row.id,
  label: row.label,
  askedAt: instantOf(row.asked_at),
  dueOn: row.due_on,
  visitOn: row.visit_on,
  state: stateOf(row, file),
  address: row.address,
  outcome: row.outcome,
  form,
  report: row.report,
  reportDocuments: documentsOf(documents, row.report_documents),
  endedAt: instantOrNull(row.ended_at),
});

export const viewOrder = (row: InspectionRow, documents: readonly DocumentRow[]) => ({
  of: row.asked_name,
  subject: row.subject,
  documents: documentsOf(documents, row.documents),
  isPublic: row.is_public,
  reason: row.reason,
});

/** The inspections of a case as its office sees them. */
export const viewInspections = async (
  surroundings: Surroundings,
  db: Queryable,
  file: InspectedFile,
): Promise<InspectionView[]> => {
  const rows = await listInspections(db, file.id);
  if (rows.length === 0) return [];
  const documents = await listCaseDocuments(db, file.id);
  const people = rows.flatMap((row) => [row.asked_by, row.ended_by]).filter((id) => id !== null);
  const names = await namesOf(db, people);
  const office = await officesOf(
    db,
    rows.map((row) => row.asked_administration),
  );
  const views = rows.map(async (row): Promise<InspectionView> => {
    // What is being written is nobody's but theirs who write it.
    const shown = row.state === 'asked' ? { ...row, report_documents: [] } : row;
    const form = row.report === null ? null : (await reportForm(surroundings, file, row)).form;
    return {
      ...viewTold(shown, { file, documents, form }),
      ...viewOrder(row, documents),
      key: row.key,
      administration: office(row.asked_administration),
      isOtherAdministration: row.asked_administration !== row.administration,
      askedBy: row.asked_by === null ? null : (names.get(row.asked_by) ?? null),
      reportedBy: row.state === 'reported' && row.ended_by !== null ? (names.get(row.ended_by) ?? null) : null,
    };
  });
  return Promise.all(views);
};

/** What the applicant may read of the inspections of their case. */
export const viewSharedInspections = async (
  surroundings: Surroundings,
  db: Queryable,
  file: InspectedFile,
): Promise<SharedInspection[]> => {
  const rows = (await listInspections(db, file.id)).filter((row) => row.is_public);
  if (rows.length === 0) return [];
  const documents = (await listCaseDocuments(db, file.id)).filter((document) => document.visible_to_applicant);
  const office = await officesOf(
    db,
    rows.map((row) => row.asked_administration),
  );
  const views = rows.map(async (row) => {
    const form = row.report === null ? null : await reportForm(surroundings, file, row);
    const told = viewTold(row, { file, documents, form: form?.form ?? null });
    return {
      ...told,
      report:
        form === null || row.report === null ? null : sharedReport(form, row.report, Date.parse(told.endedAt ?? '')),
      administration: office(row.asked_administration),
    };
  });
  return Promise.all(views);
};
