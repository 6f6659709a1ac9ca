import { actingFor, appendAudit } from '@irisflow/access';
import { type Bytes, deleteCaseDocument, type DocumentReference } from '@irisflow/casework';
import { CaseworkError } from '@irisflow/foundation';
import { addFileOfAnswer, type AskedDocument, readAskedDocument } from '../asked-documents.ts';
import { noteProgress } from '../storage/inspections.ts';
import type { UseCase } from '../surroundings.ts';
import { lockInspecting, readingOf, requireInspecting } from './asked-inspection.ts';
import type { OfInspection } from './inspect.ts';

/** Of one report: nobody needs more, and no file of a case bears more. */
const MAX_FILES = 40;

export interface OfDocument extends OfInspection {
  readonly documentId: string;
}

/** Adds a photo or a document to my report, at once: what was taken on site is not lost with the phone. */
export const addInspectionDocument: UseCase<
  OfInspection & { readonly name: string; readonly content: Bytes },
  DocumentReference
> = async (given, actor, { inspectionId, name, content }) => {
  const surroundings = actingFor(given, actor, 'opinions');
  await requireInspecting(surroundings.database, actor, inspectionId);
  return addFileOfAnswer(surroundings, actor, {
    kind: 'inspection',
    id: inspectionId,
    name,
    content,
    admit: async (tx, documentId) => {
      const found = await lockInspecting(surroundings, tx, actor, inspectionId);
      const documents = [...found.inspection.report_documents, documentId];
      if (documents.length > MAX_FILES)
        throw new CaseworkError('DOCUMENT_LIMIT', `Expected at most ${MAX_FILES} files, but there are ${MAX_FILES}`);
      await noteProgress(tx, inspectionId, { documents });
      return found;
    },
  });
};

/** Takes a photo or a document out of my report again, before it is given. */
export const removeInspectionDocument: UseCase<OfDocument, void> = async (
  given,
  actor,
  { inspectionId, documentId },
) => {
  const surroundings = actingFor(given, actor, 'opinions');
  await surroundings.database.transaction(async (tx) => {
    const { row, inspection } = await lockInspecting(surroundings, tx, actor, inspectionId);
    const { report_documents: documents } = inspection;
    if (!documents.includes(documentId))
      throw new CaseworkError(
        'NOT_FOUND',
        `Expected a document of this inspection, but ${documentId.slice(0, 80)} is none`,
      );
    await deleteCaseDocument(tx, { caseId: row.id, documentId });
    await noteProgress(tx, inspection.id, { documents: documents.filter((id) => id !== documentId) });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'document.removed',
      object: `document:${documentId}`,
      administration: row.administration,
      detail: { case: row.id, inspection: inspection.id },
    });
  });
};

/** Reads a document that was handed to me, or one of the report. */
export const downloadInspectionDocument: UseCase<OfDocument, AskedDocument> = async (
  given,
  actor,
  { inspectionId, documentId },
) =>
  readAskedDocument(actingFor(given, actor, 'opinions'), actor, {
    kind: 'inspection',
    documentId,
    shown: async (tx) => {
      const found = await requireInspecting(tx, actor, inspectionId);
      const { state, documents, report_documents: own } = found.inspection;
      // A question that was taken back takes back what came with it.
      return { ...found, documents: state === 'withdrawn' ? [] : [...documents, ...own], detail: readingOf(found) };
    },
  });
