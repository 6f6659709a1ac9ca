import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';

/** What is known of the bytes of a file; `made`: the platform wrote them itself. */
export type ContentVerdict = 'made' | 'unchecked' | 'clean' | 'infected';

/** Of content that is there; undefined where there is none, or none that may be seen. */
export const findVerdict = async (db: Queryable, sha256: string): Promise<ContentVerdict | undefined> => {
  const rows = await db.query<{ verdict: ContentVerdict }>(
    'select verdict from casework.document_content where sha256 = $1',
    [sha256],
  );
  return rows[0]?.verdict;
};

export interface FoundVerdict {
  readonly sha256: string;
  /** Null where nothing was found in it. */
  readonly threat: string | null;
  readonly at: number;
}

/** Notes what the scanner said of content that nobody had checked. */
export const noteVerdict = (db: Queryable, { sha256, threat, at }: FoundVerdict) =>
  db.query(
    `update casework.document_content set verdict = $2, threat = $3, checked_at = $4
      where sha256 = $1 and verdict = 'unchecked'`,
    [sha256, threat === null ? 'clean' : 'infected', threat, isoOf(at)],
  );

/** Hashes of content that nobody checked, in the order of their hashes from one on. */
export const listUnchecked = async (
  db: Queryable,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<string[]> => {
  const rows = await db.query<{ sha256: string }>(
    `select sha256 from casework.document_content where verdict = 'unchecked' and sha256 > $1 order by sha256 limit $2`,
    [after, limit],
  );
  return rows.map(({ sha256 }) => sha256);
};

/** Takes away the bytes of content; that it was there, and what it held, stays. */
export const eraseBytes = (db: Queryable, sha256: string) =>
  db.query(
    `delete from casework.document_chunk c using casework.document_content k
      where k.upload_id = c.upload_id and k.sha256 = $1`,
    [sha256],
  );

/** Who has documents with this content: for the trace that each of them gets. */
export const listHolders = (db: Queryable, sha256: string) =>
  db.query<{ id: string; administration: string; case_id: string | null }>(
    'select id, administration, case_id from casework.document where sha256 = $1 order by id',
    [sha256],
  );
