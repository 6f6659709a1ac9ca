import type { Queryable } from '@irisflow/database';
import { appendAudit } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { defaultFileRules } from '../documents/file-rules.ts';
import { keepFile, requireRoomFor } from '../documents/keep-file.ts';
import type { Bytes } from '../documents/store-content.ts';
import { listInformationRequests, lockInformationRequest } from '../storage/case-parts.ts';
import { deleteCaseDocument, listCaseDocuments } from '../storage/documents.ts';
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
  const { caseId, name, content } = upload;
  await requireSharedCase(surroundings, surroundings.database, actor, caseId);
  return keepFile(surroundings, actor, { name, content, rules: defaultFileRules }, async (tx) => {
    const { person, row } = await lockSharedCase(surroundings, tx, actor, caseId);
    if (hasEnded(row)) throw new CaseworkError('CASE_ENDED', `Expected an open case, but ${row.id} is ${row.status}`);
    const there = (await listCaseDocuments(tx, row.id)).filter(({ category }) => category === answerCategory);
    requireRoomFor(there, defaultFileRules.maxCount);
    return {
      administration: row.administration,
      of: { caseId },
      pointer: await placeOf(tx, upload),
      origin: 'applicant',
      category: answerCategory,
      visibleToApplicant: true,
      by: person.id,
      detail: {},
    };
  });
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
