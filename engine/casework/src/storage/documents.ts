import type { Queryable, Row } from '@irisflow/database';
import type { FileChecks } from '../documents/check-files.ts';
import { fileCheckOf } from '../documents/check-files.ts';
import type { ContentVerdict } from './content-verdicts.ts';
import type { DocumentReference } from '../views/application.ts';
import type { CaseDocument } from '../views/case.ts';
import { instantOf, isoOf } from '@irisflow/foundation';

export interface DocumentRow extends Row {
  id: string;
  administration: string;
  draft_id: string | null;
  case_id: string | null;
  pointer: string | null;
  name: string;
  media_type: string;
  size: number;
  sha256: string;
  origin: CaseDocument['origin'];
  category: string;
  visible_to_applicant: boolean;
  added_at: Date | string;
  added_by: string;
  verdict: ContentVerdict;
}

/** Of documents that are copies of the whole file. */
export const copyCategory = 'fileCopy';

const columns = `id, administration, draft_id, case_id, pointer, name, media_type, size, sha256, origin, category,
       visible_to_applicant, added_at, added_by,
       (select k.verdict from casework.document_content k where k.sha256 = document.sha256) as verdict`;

export interface NewDocument {
  readonly id: string;
  readonly administration: string;
  readonly draftId: string | null;
  readonly caseId: string | null;
  readonly pointer: string | null;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly origin: CaseDocument['origin'];
  readonly category: string;
  readonly visibleToApplicant: boolean;
  readonly at: number;
  readonly by: string;
}

export const insertDocument = (db: Queryable, document: NewDocument) =>
  db.query(
    `insert into casework.document (id, administration, draft_id, case_id, pointer, name, media_type, size, sha256,
       origin, category, visible_to_applicant, added_at, added_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      document.id,
      document.administration,
      document.draftId,
      document.caseId,
      document.pointer,
      document.name,
      document.mediaType,
      document.size,
      document.sha256,
      document.origin,
      document.category,
      document.visibleToApplicant,
      isoOf(document.at),
      document.by,
    ],
  );

/** From now on the applicant reads these documents of a case too. */
export const showDocuments = (db: Queryable, { caseId, ids }: { caseId: string; ids: readonly string[] }) =>
  db.query('update casework.document set visible_to_applicant = true where case_id = $1 and id = any($2::text[])', [
    caseId,
    ids,
  ]);

export const listDraftDocuments = (db: Queryable, draftId: string): Promise<DocumentRow[]> =>
  db.query<DocumentRow>(`select ${columns} from casework.document where draft_id = $1 order by added_at, id`, [
    draftId,
  ]);

export const listCaseDocuments = (db: Queryable, caseId: string): Promise<DocumentRow[]> =>
  db.query<DocumentRow>(`select ${columns} from casework.document where case_id = $1 order by added_at, id`, [caseId]);

export const findCaseDocument = async (
  db: Queryable,
  { caseId, documentId }: { caseId: string; documentId: string },
): Promise<DocumentRow | undefined> => {
  const rows = await db.query<DocumentRow>(`select ${columns} from casework.document where id = $1 and case_id = $2`, [
    documentId,
    caseId,
  ]);
  return rows[0];
};

export const deleteDraftDocument = async (
  db: Queryable,
  { draftId, documentId }: { draftId: string; documentId: string },
): Promise<boolean> => {
  const rows = await db.query(
    'delete from casework.document where id = $1 and draft_id = $2 and case_id is null returning id',
    [documentId, draftId],
  );
  return rows.length > 0;
};

export const deleteCaseDocument = (db: Queryable, { caseId, documentId }: { caseId: string; documentId: string }) =>
  db.query('delete from casework.document where id = $1 and case_id = $2', [documentId, caseId]);

export const deleteDraftDocuments = (db: Queryable, draftId: string) =>
  db.query('delete from casework.document where draft_id = $1 and case_id is null', [draftId]);

/** Gives the documents that a submission refers to to its case, and drops the others. */
export const moveDocumentsToCase = async (
  db: Queryable,
  { draftId, caseId, documentIds }: { draftId: string; caseId: string; documentIds: readonly string[] },
): Promise<void> => {
  await db.query('update casework.document set case_id = $2 where draft_id = $1 and id = any($3::text[])', [
    draftId,
    caseId,
    documentIds,
  ]);
  await deleteDraftDocuments(db, draftId);
};

export const documentReference = (row: DocumentRow): DocumentReference => ({
  id: row.id,
  name: row.name,
  mediaType: row.media_type,
  size: row.size,
  sha256: row.sha256,
});

export const viewDocument = (checks: FileChecks, row: DocumentRow): CaseDocument => ({
  id: row.id,
  name: row.name,
  mediaType: row.media_type,
  size: row.size,
  sha256: row.sha256,
  origin: row.origin,
  category: row.category,
  addedAt: instantOf(row.added_at),
  visibleToApplicant: row.visible_to_applicant,
  check: fileCheckOf(checks, row.verdict),
});
