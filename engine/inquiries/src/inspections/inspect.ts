import { actingFor, appendAudit, requireClerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { listCaseDocuments, recordOpening } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { whoIsAsked } from '../opinions/asked-access.ts';
import { officesOf } from '../opinions/view-opinions.ts';
import { findInspection, listAskedInspectionRows, noteProgress } from '../storage/inspections.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { AskedInspection, AskedInspectionSummary, InspectionDraft } from '../views/inspection.ts';
import {
  type Inspecting,
  isReportable,
  lockInspecting,
  readingOf,
  requireInspecting,
  unknownInspection,
} from './asked-inspection.ts';
import { reportForm, viewOrder, viewTold } from './view-inspections.ts';

/** Who has more has to work them off first. */
const SHOWN = 100;

export interface OfInspection {
  readonly inspectionId: string;
}

/** An inspection with what was handed over, and what is written of its report; `given` reads what is published. */
export const viewInspecting = async (
  given: Surroundings,
  tx: Queryable,
  found: Inspecting,
): Promise<AskedInspection> => {
  const { inspection, row } = found;
  const documents = await listCaseDocuments(tx, row.id);
  const office = await officesOf(tx, [inspection.administration]);
  const procedure = await given.library.version(given.database, row.procedure_key, row.procedure_version);
  return {
    ...viewTold(inspection, { file: row, documents, form: (await reportForm(given, row, inspection)).form }),
    ...viewOrder(inspection, inspection.state === 'withdrawn' ? [] : documents),
    reference: row.reference,
    procedure: procedure.description.title,
    from: office(inspection.administration),
    draft: inspection.draft,
    isOpen: isReportable(given, found),
  };
};

/** What I, my groups and, for supervisors, my administration are to inspect. */
export const listAskedInspections: UseCase<{ readonly isOpen: boolean }, AskedInspectionSummary[]> = async (
  given,
  actor,
  { isOpen },
) => {
  const who = whoIsAsked(requireClerk(actor));
  const { database } = actingFor(given, actor, 'opinions');
  const rows = await listAskedInspectionRows(database, who, { isOpen, limit: SHOWN });
  const office = await officesOf(
    database,
    rows.map(({ administration }) => administration),
  );
  const lines = rows.map(async (row): Promise<AskedInspectionSummary> => ({
    id: row.id,
    label: row.label,
    dueOn: row.due_on,
    visitOn: row.visit_on,
    state: row.state,
    outcome: row.outcome,
    address: row.address,
    reference: row.reference,
    procedure: (await given.library.version(given.database, row.procedure_key, row.procedure_version)).description
      .title,
    from: office(row.administration),
    of: row.asked_name,
  }));
  return Promise.all(lines);
};

/** What I am to inspect; that my office looked at what was handed over is on record, for the applicant too. */
export const getAskedInspection: UseCase<OfInspection, AskedInspection> = async (given, actor, { inspectionId }) => {
  const surroundings = actingFor(given, actor, 'opinions');
  return surroundings.database.transaction(async (tx) => {
    const found = await requireInspecting(tx, actor, inspectionId);
    const { clerk, row } = found;
    const view = await viewInspecting(given, tx, found);
    await recordOpening(surroundings, tx, { clerk, row, category: 'inspection' });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'inspection.read',
      object: `case:${row.id}`,
      administration: row.administration,
      detail: readingOf(found),
    });
    return view;
  });
};

/** The same inspection after a change. */
export const reread = async (given: Surroundings, tx: Queryable, found: Inspecting): Promise<AskedInspection> => {
  const inspection = await findInspection(tx, found.inspection.id);
  if (inspection === undefined) throw unknownInspection(found.inspection.id);
  return viewInspecting(given, tx, { ...found, inspection });
};

/** Says on which day I mean to go; null takes it back. */
export const planVisit: UseCase<OfInspection & { readonly visitOn: string | null }, AskedInspection> = async (
  given,
  actor,
  { inspectionId, visitOn },
) => {
  const surroundings = actingFor(given, actor, 'opinions');
  return surroundings.database.transaction(async (tx) => {
    const found = await lockInspecting(surroundings, tx, actor, inspectionId);
    const today = dayOf(surroundings.clock.now());
    const { due_on: dueOn } = found.inspection;
    if (visitOn !== null && (visitOn < today || visitOn > dueOn))
      throw new CaseworkError('INPUT_INVALID', `Expected a day from ${today} to ${dueOn}, but found ${visitOn}`, {
        errors: [{ pointer: '/visitOn', keyword: 'range' }],
      });
    await noteProgress(tx, inspectionId, { visitOn });
    return reread(given, tx, found);
  });
};

/** Keeps a report as far as it is written: whoever is asked goes on with it, on whatever device. */
export const saveInspectionDraft: UseCase<OfInspection & InspectionDraft, void> = async (
  given,
  actor,
  { inspectionId, data, outcome },
) => {
  const surroundings = actingFor(given, actor, 'opinions');
  await surroundings.database.transaction(async (tx) => {
    await lockInspecting(surroundings, tx, actor, inspectionId);
    await noteProgress(tx, inspectionId, { draft: { data, outcome } });
  });
};
