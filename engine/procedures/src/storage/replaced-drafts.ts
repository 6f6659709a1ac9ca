import type { Queryable } from '@irisflow/database';
import type { FolderFile } from '../folder-limits.ts';
import { isoOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface ReplacedDraft {
  readonly key: string;
  readonly revision: number;
  readonly administration: string;
  readonly basedOn: number | null;
  readonly files: readonly FolderFile[];
  readonly at: number;
  readonly by: string;
}

/** How many drafts of a procedure are kept after they were replaced. */
const KEPT = 10;

export const insertReplacedDraft = async (db: Queryable, draft: ReplacedDraft): Promise<void> => {
  await tables(db)
    .insertInto('replaced_draft')
    .values({
      procedure_key: draft.key,
      revision: draft.revision,
      administration: draft.administration,
      based_on: draft.basedOn,
      files: JSON.stringify(draft.files),
      replaced_at: isoOf(draft.at),
      replaced_by: draft.by,
    })
    .execute();
  const kept = tables(db)
    .selectFrom('replaced_draft')
    .select('revision')
    .where('procedure_key', '=', draft.key)
    .orderBy('revision', 'desc')
    .limit(KEPT);
  await tables(db)
    .deleteFrom('replaced_draft')
    .where('procedure_key', '=', draft.key)
    .where('revision', 'not in', kept)
    .execute();
};

/** The draft that was replaced last. */
export const findLastReplacedDraft = async (
  db: Queryable,
  key: string,
): Promise<Pick<ReplacedDraft, 'revision' | 'basedOn' | 'files'> | undefined> => {
  const row = await tables(db)
    .selectFrom('replaced_draft')
    .select(['revision', 'based_on', 'files'])
    .where('procedure_key', '=', key)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { revision: row.revision, basedOn: row.based_on, files: row.files as FolderFile[] };
};
