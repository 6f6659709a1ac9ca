import { actingFor, appendAudit } from '@irisflow/access';
import {
  type Bytes,
  defaultFileRules,
  type DocumentReference,
  insertDocument,
  listCaseDocuments,
  readContent,
  recordOpening,
  storeContent,
  typedFileName,
} from '@irisflow/casework';
import { CaseworkError } from '@irisflow/foundation';
import type { UseCase } from '../surroundings.ts';
import { lockAsked, readingOf, requireAnswerable, requireAsked } from './asked-access.ts';

/** Of documents that go with an answer. */
export const opinionCategory = 'opinion';
/** Of one case by one person: nobody needs more for an answer. */
const MAX_FILES = 20;

export interface OpinionUpload {
  readonly opinionId: string;
  readonly name: string;
  readonly content: Bytes;
}

/** Adds a file that goes with my answer to the file of the case. */
export const addOpinionDocument: UseCase<OpinionUpload, DocumentReference> = async (
  given,
  actor,
  { opinionId, name, content },
) => {
  const surroundings = actingFor(given, actor, 'opinions');
  const { database, clock, random } = surroundings;
  requireAnswerable(surroundings, await requireAsked(database, actor, opinionId));
  const stored = await storeContent(surroundings, { content, rules: defaultFileRules });
  const reference = { id: random.id(), name: typedFileName(name, stored.mediaType), ...stored };
  await database.transaction(async (tx) => {
    const found = await lockAsked(tx, actor, opinionId);
    requireAnswerable(surroundings, found);
    const { clerk, row } = found;
    const own = (await listCaseDocuments(tx, row.id)).filter((one) => one.added_by === clerk.person.id);
    if (own.length >= MAX_FILES)
      throw new CaseworkError('DOCUMENT_LIMIT', `Expected at most ${MAX_FILES} files, but there are ${own.length}`);
    await insertDocument(tx, {
      ...reference,
      administration: row.administration,
      draftId: null,
      caseId: row.id,
      pointer: null,
      origin: 'agent',
      category: opinionCategory,
      // Until the answer with which it goes is given, where that is public.
      visibleToApplicant: false,
      at: clock.now(),
      by: clerk.person.id,
    });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'document.added',
      object: `document:${reference.id}`,
      administration: row.administration,
      detail: { case: row.id, sha256: stored.sha256, opinion: opinionId },
    });
  });
  return reference;
};

/** Reads a document that was handed to me, or that went with an answer. */
export const downloadOpinionDocument: UseCase<
  { readonly opinionId: string; readonly documentId: string },
  {
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly sha256: string;
    readonly content: AsyncIterable<Uint8Array>;
  }
> = async (given, actor, { opinionId, documentId }) => {
  const surroundings = actingFor(given, actor, 'opinions');
  const document = await surroundings.database.transaction(async (tx) => {
    const asked = await requireAsked(tx, actor, opinionId);
    const { clerk, row, opinion } = asked;
    // A question that was taken back takes back what came with it.
    const isOfOpinion =
      opinion.state !== 'withdrawn' && [...opinion.documents, ...opinion.answer_documents].includes(documentId);
    const found = isOfOpinion ? (await listCaseDocuments(tx, row.id)).find(({ id }) => id === documentId) : undefined;
    if (found === undefined)
      throw new CaseworkError(
        'NOT_FOUND',
        `Expected a document that was handed over, but ${documentId.slice(0, 80)} is none`,
      );
    await recordOpening(surroundings, tx, { clerk, row, category: 'opinion' });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'document.read',
      object: `document:${found.id}`,
      administration: row.administration,
      detail: { case: row.id, sha256: found.sha256, ...readingOf(asked) },
    });
    return found;
  });
  const { name, media_type: mediaType, size, sha256 } = document;
  return { name, mediaType, size, sha256, content: readContent(surroundings, sha256) };
};
