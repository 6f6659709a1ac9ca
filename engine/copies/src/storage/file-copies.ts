import type { Queryable, Selectable } from '@irisflow/database';
import { isoOf, jsonOf, type Locale } from '@irisflow/foundation';
import type { CopyAudience } from '../content/answer-blocks.ts';
import type { FileContent } from '../content/describe-file.ts';
import type { CopyPiece } from '../content/pieces.ts';
import type { CopiesTables } from './tables.gen.ts';
import { tables } from './tables.ts';

export type CopyRow = Omit<
  Selectable<CopiesTables['file_copy']>,
  'audience' | 'language' | 'content' | 'pieces' | 'state'
> & {
  readonly audience: CopyAudience;
  readonly language: Locale;
  readonly content: FileContent;
  readonly pieces: readonly CopyPiece[];
  readonly state: 'waiting' | 'ready' | 'failed';
};

export interface NewCopy {
  readonly id: string;
  readonly caseId: string;
  readonly administration: string;
  readonly audience: CopyAudience;
  readonly recipient: string | null;
  readonly reason: string | null;
  readonly handedOver: boolean;
  readonly madeBy: string;
  readonly at: number;
  readonly language: Locale;
  readonly content: FileContent;
  readonly pieces: readonly CopyPiece[];
}

export const insertCopy = async (db: Queryable, copy: NewCopy): Promise<void> => {
  await tables(db)
    .insertInto('file_copy')
    .values({
      id: copy.id,
      case_id: copy.caseId,
      administration: copy.administration,
      audience: copy.audience,
      recipient: copy.recipient,
      reason: copy.reason,
      handed_over: copy.handedOver,
      made_by: copy.madeBy,
      asked_at: isoOf(copy.at),
      language: copy.language,
      content: jsonOf(copy.content),
      pieces: jsonOf(copy.pieces),
      state: 'waiting',
      next_at: isoOf(copy.at),
    })
    .execute();
};

/** Copies of a case, the newest first. */
export const listCopies = (db: Queryable, caseId: string): Promise<CopyRow[]> =>
  tables(db)
    .selectFrom('file_copy')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .$castTo<CopyRow>()
    .execute();

/**
 * Takes the next copy that is to be made and keeps it for a while: when this process dies, another takes it after that.
 */
export const takeDueCopy = (
  db: Queryable,
  { at, keepMs }: { readonly at: number; readonly keepMs: number },
): Promise<CopyRow | undefined> =>
  tables(db)
    .updateTable('file_copy')
    .set((is) => ({ next_at: isoOf(at + keepMs), attempts: is('attempts', '+', 1) }))
    .where('id', '=', (is) =>
      is
        .selectFrom('file_copy')
        .select('id')
        .where('state', '=', 'waiting')
        .where('next_at', '<=', isoOf(at))
        .orderBy('next_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .$castTo<CopyRow>()
    .executeTakeFirst();

export const finishCopy = async (
  db: Queryable,
  { id, documentId, pages, at }: { id: string; documentId: string; pages: number; at: number },
): Promise<void> => {
  await tables(db)
    .updateTable('file_copy')
    .set({ state: 'ready', document_id: documentId, pages, ready_at: isoOf(at) })
    .where('id', '=', id)
    .execute();
};

export const failCopy = async (db: Queryable, id: string): Promise<void> => {
  await tables(db).updateTable('file_copy').set({ state: 'failed' }).where('id', '=', id).execute();
};

/** After a failure it is tried again at once, as the next of those that wait. */
export const retrySoon = async (db: Queryable, { id, at }: { id: string; at: number }): Promise<void> => {
  await tables(db)
    .updateTable('file_copy')
    .set({ next_at: isoOf(at) })
    .where('id', '=', id)
    .execute();
};
