import { actingFor, appendAudit } from '@irisflow/access';
import {
  type Bytes,
  defaultFileRules,
  deleteCaseDocument,
  type DocumentReference,
  insertDocument,
  listCaseDocuments,
  readContent,
  recordOpening,
  storeContent,
  typedFileName,
} from '@irisflow/casework';
import { CaseworkError } from '@irisflow/foundation';
import { noteProgress } from '../storage/inspections.ts';
import type { UseCase } from '../surroundings.ts';
import { lockInspecting, readingOf, requireInspecting } from './asked-inspection.ts';
import type { OfInspection } from './inspect.ts';

/** Of photos and documents that go with a report. */
const inspectionCategory = 'inspection';
/** Of one report: nobody needs more, and no file of a case bears more. */
const MAX_FILES = 40;

export interface OfDocument extends OfInspection {
  readonly documentId: string;
}

const unknown = ({ documentId }: OfDocument): CaseworkError =>
  new CaseworkError('NOT_FOUND', `Expected a document of this inspection, but ${documentId.slice(0, 80)} is none`);

/** Adds a photo or a document to my report, at once: what was taken on site is not lost with the phone. */
export const addInspectionDocument: UseCase<
  OfInspection & { readonly name: string; readonly content: Bytes },
  DocumentReference
> = async (given, actor, { inspectionId, name, content }) => {
  const surroundings = actingFor(given, actor, 'opinions');
  const { database, clock, random } = surroundings;
  await requireInspecting(database, actor, inspectionId);
  const stored = await storeContent(surroundings, { content, rules: defaultFileRules });
  const reference = { id: random.id(), name: typedFileName(name, stored.mediaType), ...stored };
  await database.transaction(async (tx) => {
    const { clerk, row, inspection } = await lockInspecting(surroundings, tx, actor, inspectionId);
    const documents = [...inspection.report_documents, reference.id];
    if (documents.length > MAX_FILES)
      throw new CaseworkError('DOCUMENT_LIMIT', `Expected at most ${MAX_FILES} files, but there are ${MAX_FILES}`);
    await insertDocument(tx, {
      ...reference,
      administration: row.administration,
      draftId: null,
      caseId: row.id,
      pointer: null,
      origin: 'agent',
      category: inspectionCategory,
      // Until the report with which it goes is given, where that is public.
      visibleToApplicant: false,
      at: clock.now(),
      by: clerk.person.id,
    });
    await noteProgress(tx, inspectionId, { documents });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'document.added',
      object: `document:${reference.id}`,
      administration: row.administration,
      detail: { case: row.id, sha256: stored.sha256, inspection: inspectionId },
    });
  });
  return reference;
};

/** Takes a photo or a document out of my report again, before it is given. */
export const removeInspectionDocument: UseCase<OfDocument, void> = async (given, actor, input) => {
  const surroundings = actingFor(given, actor, 'opinions');
  await surroundings.database.transaction(async (tx) => {
    const { row, inspection } = await lockInspecting(surroundings, tx, actor, input.inspectionId);
    const { report_documents: documents } = inspection;
    if (!documents.includes(input.documentId)) throw unknown(input);
    await deleteCaseDocument(tx, { caseId: row.id, documentId: input.documentId });
    await noteProgress(tx, inspection.id, { documents: documents.filter((id) => id !== input.documentId) });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'document.removed',
      object: `document:${input.documentId}`,
      administration: row.administration,
      detail: { case: row.id, inspection: inspection.id },
    });
  });
};

/** Reads a document that was handed to me, or one of the report. */
export const downloadInspectionDocument: UseCase<
  OfDocument,
  {
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly sha256: string;
    readonly content: AsyncIterable<Uint8Array>;
  }
> = async (given, actor, input) => {
  const surroundings = actingFor(given, actor, 'opinions');
  const document = await surroundings.database.transaction(async (tx) => {
    const found = await requireInspecting(tx, actor, input.inspectionId);
    const { clerk, row, inspection } = found;
    // A question that was taken back takes back what came with it.
    const shown = inspection.state === 'withdrawn' ? [] : [...inspection.documents, ...inspection.report_documents];
    const one = shown.includes(input.documentId)
      ? (await listCaseDocuments(tx, row.id)).find(({ id }) => id === input.documentId)
      : undefined;
    if (one === undefined) throw unknown(input);
    await recordOpening(surroundings, tx, { clerk, row, category: 'inspection' });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'document.read',
      object: `document:${one.id}`,
      administration: row.administration,
      detail: { case: row.id, sha256: one.sha256, ...readingOf(found) },
    });
    return one;
  });
  const { name, media_type: mediaType, size, sha256 } = document;
  return { name, mediaType, size, sha256, content: readContent(surroundings, sha256) };
};
