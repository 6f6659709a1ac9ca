import { actingFor } from '@irisflow/access';
import { type Bytes, type DocumentReference, listCaseDocuments } from '@irisflow/casework';
import { CaseworkError } from '@irisflow/foundation';
import { addFileOfAnswer, type AskedDocument, readAskedDocument } from '../asked-documents.ts';
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
  const { database } = surroundings;
  await requireAnswerable(surroundings, database, await requireAsked(database, actor, opinionId));
  return addFileOfAnswer(surroundings, actor, {
    kind: opinionCategory,
    id: opinionId,
    name,
    content,
    admit: async (tx) => {
      const found = await lockAsked(tx, actor, opinionId);
      await requireAnswerable(surroundings, tx, found);
      const { clerk, row } = found;
      const own = (await listCaseDocuments(tx, row.id)).filter((one) => one.added_by === clerk.person.id);
      if (own.length >= MAX_FILES)
        throw new CaseworkError('DOCUMENT_LIMIT', `Expected at most ${MAX_FILES} files, but there are ${own.length}`);
      return found;
    },
  });
};

/** Reads a document that was handed to me, or that went with an answer. */
export const downloadOpinionDocument: UseCase<
  { readonly opinionId: string; readonly documentId: string },
  AskedDocument
> = async (given, actor, { opinionId, documentId }) =>
  readAskedDocument(actingFor(given, actor, 'opinions'), actor, {
    kind: opinionCategory,
    documentId,
    shown: async (tx) => {
      const asked = await requireAsked(tx, actor, opinionId);
      const { state, documents, answer_documents: own } = asked.opinion;
      // A question that was taken back takes back what came with it.
      return { ...asked, documents: state === 'withdrawn' ? [] : [...documents, ...own], detail: readingOf(asked) };
    },
  });
