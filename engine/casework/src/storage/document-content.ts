import type { Queryable, Row } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { ContentVerdict } from './content-verdicts.ts';

export const insertUpload = (db: Queryable, { id, at }: { id: string; at: number }) =>
  db.query('insert into casework.document_upload (id, started_at) values ($1, $2)', [id, isoOf(at)]);

export const insertChunk = (
  db: Queryable,
  { uploadId, ordinal, bytes }: { uploadId: string; ordinal: number; bytes: Uint8Array },
) =>
  db.query('insert into casework.document_chunk (upload_id, ordinal, bytes) values ($1, $2, $3)', [
    uploadId,
    ordinal,
    bytes,
  ]);

export const deleteUpload = (db: Queryable, id: string) =>
  db.query('delete from casework.document_upload where id = $1', [id]);

/** Makes an upload the content with this hash; answers false when that content is already there. */
export const insertContent = async (
  db: Queryable,
  { sha256, uploadId, size, verdict }: { sha256: string; uploadId: string; size: number; verdict: ContentVerdict },
): Promise<boolean> => {
  const rows = await db.query(
    `insert into casework.document_content (sha256, upload_id, size, verdict) values ($1, $2, $3, $4)
     on conflict (sha256) do nothing returning sha256`,
    [sha256, uploadId, size, verdict],
  );
  return rows.length > 0;
};

interface ChunkRow extends Row {
  bytes: Uint8Array;
}

export const readChunk = async (
  db: Queryable,
  { sha256, ordinal }: { sha256: string; ordinal: number },
): Promise<Uint8Array | null> => {
  const rows = await db.query<ChunkRow>(
    `select c.bytes from casework.document_chunk c
       join casework.document_content k on k.upload_id = c.upload_id
      where k.sha256 = $1 and c.ordinal = $2`,
    [sha256, ordinal],
  );
  return rows[0]?.bytes ?? null;
};

/** Removes uploads that never became content and content that no document names, both older than `before`. */
export const sweepContent = async (db: Queryable, before: number): Promise<void> => {
  await db.query(
    `delete from casework.document_content k
      using casework.document_upload u
      where u.id = k.upload_id and u.started_at < $1
        and not exists (select from casework.document d where d.sha256 = k.sha256)`,
    [isoOf(before)],
  );
  await db.query(
    `delete from casework.document_upload u
      where u.started_at < $1 and not exists (select from casework.document_content k where k.upload_id = u.id)`,
    [isoOf(before)],
  );
};

/** Hashes of the content of every file of a case. */
export const contentOfCase = async (db: Queryable, caseId: string): Promise<string[]> => {
  const rows = await db.query<{ sha256: string }>(
    `select distinct sha256 from casework.document
      where case_id = $1 or draft_id in (select d.id from casework.application_draft d where d.case_id = $1)`,
    [caseId],
  );
  return rows.map(({ sha256 }) => sha256);
};

/** Takes away content that no document names any more. */
export const dropContent = async (db: Queryable, hashes: readonly string[]): Promise<void> => {
  const dropped = await db.query<{ upload_id: string }>(
    `delete from casework.document_content k where k.sha256 = any($1::text[])
        and not exists (select from casework.document d where d.sha256 = k.sha256) returning k.upload_id`,
    [hashes],
  );
  await db.query('delete from casework.document_upload where id = any($1::text[])', [
    dropped.map(({ upload_id: id }) => id),
  ]);
};
