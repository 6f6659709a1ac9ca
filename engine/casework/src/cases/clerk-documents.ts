import { keepClerkFile } from '../documents/keep-clerk-file.ts';
import type { Bytes } from '../documents/store-content.ts';
import { touchCase } from '../storage/cases.ts';
import { insertTimelineEntry } from '../storage/timeline.ts';
import type { UseCase } from '../surroundings.ts';
import type { DocumentReference } from '../views/application.ts';
import type { ClerkDocumentKind } from '../views/case.ts';
import { administrationName } from './actor-names.ts';
import { recordOpening } from './record-opening.ts';
import { timelineText } from './timeline-texts.ts';

export interface ClerkUpload {
  readonly caseId: string;
  readonly kind: ClerkDocumentKind;
  /** Who reads it: the office alone, or the applicant too. */
  readonly shownTo: 'office' | 'applicant';
  readonly name: string;
  readonly content: Bytes;
}

/** Adds what a clerk has to the file of a case; the applicant is told of what is shown to them, and of nothing else. */
export const addCaseDocument: UseCase<ClerkUpload, DocumentReference> = async (
  surroundings,
  actor,
  { caseId, kind, shownTo, name, content },
) => {
  const visibleToApplicant = shownTo === 'applicant';
  const file = { caseId, name, content, category: kind, visibleToApplicant, detail: { kind, shownTo } };
  return keepClerkFile(surroundings, actor, file, async (tx, { clerk, row, reference }) => {
    const at = surroundings.clock.now();
    await insertTimelineEntry(tx, {
      caseId,
      administration: row.administration,
      at,
      kind: 'documentAdded',
      text: timelineText('documentAdded'),
      actor: administrationName,
      visibleToApplicant,
      documentId: reference.id,
    });
    await touchCase(tx, { id: caseId, at });
    await recordOpening(surroundings, tx, { clerk, row });
  });
};
