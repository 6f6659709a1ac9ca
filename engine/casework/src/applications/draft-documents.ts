import { appendAudit, personOf } from '@irisflow/access';
import type { FileRules } from '../documents/file-rules.ts';
import { keepFile, requireRoomFor } from '../documents/keep-file.ts';
import type { Bytes } from '../documents/store-content.ts';
import { CaseworkError } from '@irisflow/foundation';
import type { ApplicationRow } from '../storage/applications.ts';
import { deleteDraftDocument, listDraftDocuments } from '../storage/documents.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { DocumentReference } from '../views/application.ts';
import { applicationForm } from './application-form.ts';
import { lockFillable, requireApplication, requireOpen } from './fillable-application.ts';
import { scanCategory, scanPointer, scanRules } from './scans.ts';

/** What the form says about files at a place; a place that takes none is refused. The paper itself has rules of its own. */
const rulesAt = async (
  { library, database }: Surroundings,
  row: ApplicationRow,
  pointer: string,
): Promise<FileRules> => {
  if (pointer === scanPointer && row.opened_by !== null) return scanRules;
  const procedure = await library.version(database, row.procedure_key, row.procedure_version);
  const control = applicationForm(procedure).controls.find((candidate) => candidate.pointer === pointer);
  if (control?.file !== undefined) return control.file;
  throw new CaseworkError('INPUT_INVALID', `Expected a field that takes files, but ${pointer.slice(0, 100)} does not`);
};

export interface Upload {
  readonly draftId: string;
  /** JSON pointer of the file field; empty, the whole form, for the scan of one on paper. */
  readonly pointer: string;
  readonly name: string;
  readonly content: Bytes;
}

/** Adds a file to an application, checked against the rules of its field by real type and size. */
export const addDocument: UseCase<Upload, DocumentReference> = async (surroundings, actor, upload) => {
  const { draftId, pointer, name, content } = upload;
  const row = await requireApplication(surroundings.database, actor, draftId);
  const rules = await rulesAt(surroundings, row, pointer);
  return keepFile(surroundings, actor, { name, content, rules }, async (tx) => {
    const { administration } = requireOpen(await lockFillable(tx, actor, draftId));
    requireRoomFor(
      (await listDraftDocuments(tx, row.id)).filter((one) => one.pointer === pointer),
      rules.maxCount,
    );
    return {
      administration,
      of: { draftId },
      pointer,
      origin: row.opened_by === null ? 'applicant' : 'agent',
      category: pointer === scanPointer ? scanCategory : pointer.slice(1),
      visibleToApplicant: true,
      by: personOf(actor).id,
      detail: {},
    };
  });
};

export const removeDocument: UseCase<{ draftId: string; documentId: string }, void> = async (
  surroundings,
  actor,
  removal,
) => {
  await surroundings.database.transaction(async (tx) => {
    const row = requireOpen(await lockFillable(tx, actor, removal.draftId));
    if (!(await deleteDraftDocument(tx, removal)))
      throw new CaseworkError(
        'NOT_FOUND',
        `Expected document ${removal.documentId} in the application, but there is none`,
      );
    await appendAudit(surroundings, tx, {
      actor,
      action: 'document.removed',
      object: `document:${removal.documentId}`,
      administration: row.administration,
    });
  });
};
