import { appendAudit, personOf } from '@irisflow/access';
import { typedFileName } from '../documents/typed-file-name.ts';
import type { FileRules } from '../documents/file-rules.ts';
import { storeContent, type Bytes } from '../documents/store-content.ts';
import { CaseworkError } from '@irisflow/foundation';
import type { ApplicationRow } from '../storage/applications.ts';
import { deleteDraftDocument, insertDocument, listDraftDocuments } from '../storage/documents.ts';
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
  const { database, clock, random } = surroundings;
  const row = await requireApplication(database, actor, upload.draftId);
  const rules = await rulesAt(surroundings, row, upload.pointer);
  const stored = await storeContent(surroundings, { content: upload.content, rules });
  const reference = { id: random.id(), name: typedFileName(upload.name, stored.mediaType), ...stored };
  await database.transaction(async (tx) => {
    const { administration } = requireOpen(await lockFillable(tx, actor, upload.draftId));
    const there = (await listDraftDocuments(tx, row.id)).filter(({ pointer }) => pointer === upload.pointer);
    if (there.length >= rules.maxCount)
      throw new CaseworkError(
        'DOCUMENT_LIMIT',
        `Expected at most ${rules.maxCount} files, but there are ${there.length}`,
      );
    await insertDocument(tx, {
      ...reference,
      administration,
      draftId: row.id,
      caseId: null,
      pointer: upload.pointer,
      origin: row.opened_by === null ? 'applicant' : 'agent',
      category: upload.pointer === scanPointer ? scanCategory : upload.pointer.slice(1),
      visibleToApplicant: true,
      at: clock.now(),
      by: personOf(actor).id,
    });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'document.added',
      object: `document:${reference.id}`,
      administration,
      detail: { application: row.id, sha256: stored.sha256 },
    });
  });
  return reference;
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
