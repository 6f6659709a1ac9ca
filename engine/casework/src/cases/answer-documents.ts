import type { Queryable } from '@irisflow/database';
import { appendAudit } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { defaultFileRules } from '../documents/file-rules.ts';
import { storeContent, type Bytes } from '../documents/store-content.ts';
import { typedFileName } from '../documents/typed-file-name.ts';
import { listInformationRequests, lockInformationRequest } from '../storage/case-parts.ts';
import { deleteCaseDocument, insertDocument, listCaseDocuments } from '../storage/documents.ts';
import type { UseCase } from '../surroundings.ts';
import type { DocumentReference } from '../views/application.ts';
import { lockSharedCase, requireSharedCase } from './case-access.ts';
import type { Wanted } from './case-documents.ts';
import { hasEnded } from './case-view.ts';
import { answerCategory, isWaiting, pointerTo, type Place } from './waiting-files.ts';

export interface Upload extends Partial<Place> {
  readonly caseId: string;
  readonly name: string;
  readonly content: Bytes;
}

/** Where the file belongs; null when the sender does not say what it answers. */
const placeOf = async (tx: Queryable, { caseId, requestId, item }: Upload): Promise<string | null> => {
  if (requestId === undefined || item === undefined) return null;
  const request = await lockInformationRequest(tx, { caseId, requestId });
  if (request?.items.some(({ key }) => key === item) !== true)
    throw new CaseworkError('INPUT_INVALID', 'Expected a file for what was asked, but found one for something else');
  if (request.state !== 'open')
    throw new CaseworkError('REQUEST_ENDED', `Expected an open request, but ${requestId} is ${request.state}`);
  return pointerTo({ requestId, item });
};

/** Adds a file with which the applicant will answer an information request. */
export const addMyDocument: UseCase<Upload, DocumentReference> = async (surroundings, actor, upload) => {
  const { database, clock, random } = surroundings;
  await requireSharedCase(surroundings, database, actor, upload.caseId);
  const stored = await storeContent(surroundings, { content: upload.content, rules: defaultFileRules });
  const reference = { id: random.id(), name: typedFileName(upload.name, stored.mediaType), ...stored };
  await database.transaction(async (tx) => {
    const { person, row } = await lockSharedCase(surroundings, tx, actor, upload.caseId);
    if (hasEnded(row)) throw new CaseworkError('CASE_ENDED', `Expected an open case, but ${row.id} is ${row.status}`);
    const there = (await listCaseDocuments(tx, row.id)).filter(({ category }) => category === answerCategory);
    if (there.length >= defaultFileRules.maxCount)
      throw new CaseworkError(
        'DOCUMENT_LIMIT',
        `Expected at most ${defaultFileRules.maxCount} files, but there are ${there.length}`,
      );
    await insertDocument(tx, {
      ...reference,
      administration: row.administration,
      draftId: null,
      caseId: row.id,
      pointer: await placeOf(tx, upload),
      origin: 'applicant',
      category: answerCategory,
      visibleToApplicant: true,
      at: clock.now(),
      by: person.id,
    });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'document.added',
      object: `document:${reference.id}`,
      administration: row.administration,
      detail: { case: row.id, sha256: stored.sha256 },
    });
  });
  return reference;
};

/** Takes back a file that was chosen for an answer; what was sent stays. */
export const removeMyDocument: UseCase<Wanted, void> = async (surroundings, actor, { caseId, documentId }) => {
  await surroundings.database.transaction(async (tx) => {
    const { row } = await lockSharedCase(surroundings, tx, actor, caseId);
    const found = (await listCaseDocuments(tx, row.id)).find(({ id }) => id === documentId);
    if (found === undefined || !isWaiting(found, await listInformationRequests(tx, row.id)))
      throw new CaseworkError('NOT_FOUND', `Expected a file ${documentId} that waits to be sent, but there is none`);
    await deleteCaseDocument(tx, { caseId: row.id, documentId });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'document.removed',
      object: `document:${documentId}`,
      administration: row.administration,
    });
  });
};
