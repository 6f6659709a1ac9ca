import { appendAudit } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { defaultFileRules } from '../documents/file-rules.ts';
import { storeContent, type Bytes } from '../documents/store-content.ts';
import { typedFileName } from '../documents/typed-file-name.ts';
import { touchCase } from '../storage/cases.ts';
import { insertDocument, listCaseDocuments } from '../storage/documents.ts';
import { insertTimelineEntry } from '../storage/timeline.ts';
import type { UseCase } from '../surroundings.ts';
import type { DocumentReference } from '../views/application.ts';
import type { ClerkDocumentKind } from '../views/case.ts';
import { administrationName } from './actor-names.ts';
import { requireClerkCase } from './case-access.ts';
import { recordOpening } from './record-opening.ts';
import { timelineText } from './timeline-texts.ts';

const MAX_DOCUMENTS = 200;

export interface ClerkUpload {
  readonly caseId: string;
  readonly kind: ClerkDocumentKind;
  /** Who reads it: the office alone, or the applicant too. */
  readonly shownTo: 'office' | 'applicant';
  readonly name: string;
  readonly content: Bytes;
}

/** Adds what a clerk has to the file of a case; the applicant is told of what is shown to them, and of nothing else. */
export const addCaseDocument: UseCase<ClerkUpload, DocumentReference> = async (surroundings, actor, upload) => {
  const { database, clock, random } = surroundings;
  const { caseId, kind } = upload;
  await requireClerkCase(database, actor, caseId);
  const stored = await storeContent(surroundings, { content: upload.content, rules: defaultFileRules });
  const reference = { id: random.id(), name: typedFileName(upload.name, stored.mediaType), ...stored };
  const visibleToApplicant = upload.shownTo === 'applicant';
  const at = clock.now();
  await database.transaction(async (tx) => {
    const { clerk, row } = await requireClerkCase(tx, actor, caseId);
    const { administration } = row;
    const there = (await listCaseDocuments(tx, caseId)).filter(({ origin }) => origin === 'agent').length;
    if (there >= MAX_DOCUMENTS)
      throw new CaseworkError('DOCUMENT_LIMIT', `Expected at most ${MAX_DOCUMENTS} files, but there are ${there}`);
    await insertDocument(tx, {
      ...reference,
      administration,
      draftId: null,
      caseId,
      pointer: null,
      origin: 'agent',
      category: kind,
      visibleToApplicant,
      at,
      by: clerk.person.id,
    });
    await insertTimelineEntry(tx, {
      caseId,
      administration,
      at,
      kind: 'documentAdded',
      text: timelineText('documentAdded'),
      actor: administrationName,
      visibleToApplicant,
      documentId: reference.id,
    });
    await touchCase(tx, { id: caseId, at });
    await recordOpening(surroundings, tx, { clerk, row });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'document.added',
      object: `document:${reference.id}`,
      administration,
      detail: { case: caseId, sha256: stored.sha256, kind, shownTo: upload.shownTo },
    });
  });
  return reference;
};
