import { instantOf } from '@irisflow/foundation';
import type { ConsultationRow } from '../storage/consultations.ts';
import type { ConsultationView } from '../views/case.ts';
import { consultationOutcome } from './consultation-outcome.ts';

/** Who consulted: the service, not the clerk. */
export const viewConsultation = (row: ConsultationRow): ConsultationView => ({
  id: row.id,
  at: instantOf(row.at),
  source: row.source,
  purpose: row.purpose,
  legalBasis: row.legal_basis,
  reason: row.reason,
  by: row.administration_name,
  outcome: consultationOutcome(row.outcome),
  caseId: row.case_id,
  reference: row.reference,
});

/** The same for the person asked about: a case that is not theirs stays unnamed. */
export const viewConsultationForSubject = (
  row: ConsultationRow,
  { partyId }: { partyId: string },
): ConsultationView => {
  const view = viewConsultation(row);
  return row.case_id === null || row.person_id === partyId ? view : { ...view, caseId: null, reference: null };
};
