import { appendAudit, type Actor } from '@irisflow/access';
import {
  administrationName,
  type CaseRow,
  insertOutbox,
  insertTimelineEntry,
  showDocuments,
  touchCase,
} from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { nameOfAdministration } from '../opinions/end-opinion.ts';
import { endInspectionRow, type InspectionEnd, type InspectionRow } from '../storage/inspections.ts';
import type { Surroundings } from '../surroundings.ts';
import { inspectionTexts } from './inspection-texts.ts';

export interface InspectionEnding {
  readonly actor: Actor;
  readonly row: CaseRow;
  readonly inspection: InspectionRow;
  readonly end: Omit<InspectionEnd, 'id' | 'at'>;
}

/** What the process is told: a withdrawal too, for it waits; `none` where nobody reported in time. */
const outcomeFor = ({ state, outcome }: InspectionEnding['end']): string =>
  state === 'withdrawn' ? 'withdrawn' : (outcome ?? 'none');

/** Ends an inspection, in one transaction with its message to the process and its trace on the case. */
export const endInspection = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, row, inspection, end }: InspectionEnding,
): Promise<void> => {
  const at = surroundings.clock.now();
  const { id, key, label, due_on: dueOn, is_public: isPublic, report_documents: ids } = inspection;
  await endInspectionRow(tx, { ...end, id, at });
  if (isPublic && end.state === 'reported' && ids.length > 0) await showDocuments(tx, { caseId: row.id, ids });
  await insertTimelineEntry(tx, {
    caseId: row.id,
    administration: row.administration,
    at,
    kind: `inspection.${end.state}`,
    text: inspectionTexts[end.state](label),
    actor:
      end.state === 'reported' ? await nameOfAdministration(tx, inspection.asked_administration) : administrationName,
    visibleToApplicant: isPublic,
  });
  const outcome = outcomeFor(end);
  await insertOutbox(tx, {
    caseId: row.id,
    at,
    message: {
      kind: 'publishMessage',
      name: 'inspection.reported',
      key: id,
      variables: {
        inspection: { inspectionId: id, key, outcome, dueOn, answers: end.report ?? null, caseId: row.id },
      },
    },
  });
  await touchCase(tx, { id: row.id, at });
  await appendAudit(surroundings, tx, {
    actor,
    action: `inspection.${end.state}`,
    object: `case:${row.id}`,
    administration: row.administration,
    detail: { inspection: id, outcome },
  });
};
