import { actingFor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { lockCase, recordOpening, requireClerkCase } from '@irisflow/casework';
import { acceptSubmission } from '@irisflow/forms/server';
import { CaseworkError, type FormData, requireReason } from '@irisflow/foundation';
import { lockInspection } from '../storage/inspections.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { AskedInspection, InspectionOutcome, InspectionView } from '../views/inspection.ts';
import { type Inspecting, lockInspecting, unknownInspection } from './asked-inspection.ts';
import { endInspection } from './end-inspection.ts';
import { type OfInspection, reread } from './inspect.ts';
import { reportForm, viewInspections } from './view-inspections.ts';

export interface InspectionReport extends OfInspection {
  readonly outcome: InspectionOutcome;
  readonly data: FormData;
}

/** The same rules on the server; where nobody could look nothing has to be answered, but what is answered has to fit. */
const acceptReport = async (
  given: Surroundings,
  { inspection, row }: Inspecting,
  { outcome, data }: InspectionReport,
): Promise<FormData> => {
  const form = await reportForm(given, row, inspection);
  const context = { audience: 'agent', today: dayOf(given.clock.now()) } as const;
  const accepted = acceptSubmission(form, data, { prefilled: {}, context });
  const errors = accepted.errors.filter(({ keyword }) => outcome !== 'notSeen' || keyword !== 'required');
  const [first] = errors;
  if (first === undefined) return accepted.data;
  throw new CaseworkError('FORM_INVALID', `Expected valid answers, but ${first.pointer} is not: ${first.keyword}`, {
    errors,
  });
};

/** Reports an inspection, once. */
export const reportInspection: UseCase<InspectionReport, AskedInspection> = async (given, actor, report) => {
  const surroundings = actingFor(given, actor, 'opinions');
  const view = await surroundings.database.transaction(async (tx) => {
    const found = await lockInspecting(surroundings, tx, actor, report.inspectionId);
    const { clerk, row, inspection } = found;
    const answers = await acceptReport(given, found, report);
    const end = { state: 'reported', endedBy: clerk.person.id, outcome: report.outcome, report: answers } as const;
    await endInspection(surroundings, tx, { actor, row, inspection, end });
    await recordOpening(surroundings, tx, { clerk, row, category: 'inspection' });
    return reread(given, tx, found);
  });
  given.outboxBell.ring();
  return view;
};

export interface InspectionWithdrawal {
  readonly caseId: string;
  readonly inspectionId: string;
  readonly reason: string;
}

/** Has something inspected no longer; the process goes on with the word that it was withdrawn. */
export const withdrawInspection: UseCase<InspectionWithdrawal, InspectionView[]> = async (
  surroundings,
  actor,
  input,
) => {
  const { caseId, inspectionId } = input;
  const reason = requireReason(input.reason);
  const views = await surroundings.database.transaction(async (tx) => {
    const { clerk, row } = await requireClerkCase(tx, actor, caseId);
    await lockCase(tx, caseId);
    const inspection = await lockInspection(tx, inspectionId);
    if (inspection?.case_id !== caseId) throw unknownInspection(inspectionId);
    if (inspection.state !== 'asked')
      throw new CaseworkError(
        'INSPECTION_ENDED',
        `Expected an inspection that is asked, but it is ${inspection.state}`,
      );
    const end = { state: 'withdrawn', endedBy: clerk.person.id, reason } as const;
    await endInspection(surroundings, tx, { actor, row, inspection, end });
    await recordOpening(surroundings, tx, { clerk, row });
    return viewInspections(surroundings, tx, row);
  });
  surroundings.outboxBell.ring();
  return views;
};
