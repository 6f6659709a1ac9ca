import { instantOf } from '@irisflow/foundation';
import type { DeliveryRow } from '../storage/deliveries.ts';

/** What is told: that something happened to which case, and where to read it. Nothing of what the file says. */
export const messageOf = (
  { id, event, at, case_id: caseId, procedure_key: procedureKey }: DeliveryRow,
  publicUrl: string,
): string =>
  JSON.stringify({
    id,
    type: event,
    timestamp: instantOf(at),
    data: caseId === null ? {} : { caseId, procedureKey, url: `${publicUrl}/api/cases/${caseId}` },
  });
