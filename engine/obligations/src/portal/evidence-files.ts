import { appendAudit } from '@irisflow/access';
import {
  type Bytes,
  deleteCaseDocument,
  type DocumentReference,
  keepFile,
  listCaseDocuments,
  requireRoomFor,
} from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import type { OfOccurrence } from '../desk/clerk-occurrence.ts';
import { formOf } from '../plan/declared.ts';
import { changeOccurrence } from '../storage/occurrences.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { Whole } from '../views/view-whole.ts';
import { lockAnswerable, requireHeldOccurrence } from './held-occurrence.ts';

/** Of documents that go with an answer. */
const category = 'obligation';

export interface Upload extends OfOccurrence {
  /** JSON pointer of the field of the form. */
  readonly pointer: string;
  readonly name: string;
  readonly content: Bytes;
}

/** What the form says about files at a place; a place that takes none is refused. */
const rulesAt = async (surroundings: Surroundings, { obligation }: Whole, pointer: string) => {
  const { controls } = await formOf(surroundings, surroundings.database, obligation);
  const file = controls.find((control) => control.pointer === pointer)?.file;
  if (file !== undefined) return file;
  throw new CaseworkError('INPUT_INVALID', `Expected a field that takes files, but ${pointer.slice(0, 100)} does not`);
};

/** The files of an occurrence. */
export const filesOf = async (tx: Queryable, { row, occurrence }: Pick<Whole, 'row' | 'occurrence'>) =>
  (await listCaseDocuments(tx, row.id)).filter(({ id }) => occurrence.documents.includes(id));

/** Adds a file to my answer, checked against the rules of its field by real type and size. */
export const addEvidence: UseCase<Upload, DocumentReference> = async (surroundings, actor, upload) => {
  const { occurrenceId, pointer, name, content } = upload;
  const rules = await rulesAt(
    surroundings,
    await surroundings.database.transaction((tx) => requireHeldOccurrence(surroundings, tx, actor, occurrenceId)),
    pointer,
  );
  return keepFile(surroundings, actor, { name, content, rules }, async (tx, { id }) => {
    const found = await lockAnswerable(surroundings, tx, actor, occurrenceId);
    const { row, occurrence, personId } = found;
    requireRoomFor(
      (await filesOf(tx, found)).filter((one) => one.pointer === pointer),
      rules.maxCount,
    );
    await changeOccurrence(tx, occurrence.id, { documents: [...occurrence.documents, id] });
    return {
      administration: row.administration,
      of: { caseId: row.id },
      pointer,
      origin: 'applicant',
      category,
      visibleToApplicant: true,
      by: personId,
      detail: { occurrence: occurrence.id },
    };
  });
};

/** Takes a file out of my answer again, before it is sent. */
export const removeEvidence: UseCase<OfOccurrence & { readonly documentId: string }, void> = async (
  surroundings,
  actor,
  { occurrenceId, documentId },
) => {
  await surroundings.database.transaction(async (tx) => {
    const { row, occurrence } = await lockAnswerable(surroundings, tx, actor, occurrenceId);
    if (!occurrence.documents.includes(documentId))
      throw new CaseworkError(
        'NOT_FOUND',
        `Expected a file ${documentId.slice(0, 80)} of the answer, but there is none`,
      );
    await deleteCaseDocument(tx, { caseId: row.id, documentId });
    await changeOccurrence(tx, occurrence.id, { documents: occurrence.documents.filter((id) => id !== documentId) });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'document.removed',
      object: `document:${documentId}`,
      administration: row.administration,
    });
  });
};
