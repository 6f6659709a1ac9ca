import { sql, type Queryable, type Selectable } from '@irisflow/database';
import { isoOf, type Locale } from '@irisflow/foundation';
import type { TransferState } from '../views/transfer.ts';
import type { LifecycleTables } from './tables.gen.ts';
import { tables } from './tables.ts';

export type TransferRow = Omit<Selectable<LifecycleTables['transfer']>, 'state' | 'due_on'> & {
  readonly state: TransferState;
  readonly due_on: string;
};

/** Days come as text: drivers would make instants of them. */
const transfers = (db: Queryable) =>
  tables(db)
    .selectFrom('transfer')
    .selectAll()
    .select(sql<string>`due_on::text`.as('due_on'));

export interface NewTransfer {
  readonly id: string;
  readonly caseId: string;
  readonly administration: string;
  readonly to: string;
  readonly reason: string;
  readonly documents: readonly string[];
  readonly withAnswers: boolean;
  readonly personId: string;
  readonly at: string;
  readonly dueOn: string;
}

export const insertTransfer = (db: Queryable, one: NewTransfer) =>
  tables(db)
    .insertInto('transfer')
    .values({
      id: one.id,
      case_id: one.caseId,
      administration: one.administration,
      to_administration: one.to,
      reason: one.reason,
      documents: [...one.documents],
      with_answers: one.withAnswers,
      state: 'proposed',
      proposed_by: one.personId,
      proposed_at: one.at,
      due_on: one.dueOn,
    })
    .execute();

/** How a case was sent on, the newest first. */
export const listTransfers = (db: Queryable, caseId: string): Promise<TransferRow[]> =>
  transfers(db)
    .where('case_id', '=', caseId)
    .orderBy('proposed_at', 'desc')
    .orderBy('id')
    .$castTo<TransferRow>()
    .execute();

export const findTransferTo = (db: Queryable, newCaseId: string): Promise<TransferRow | undefined> =>
  transfers(db).where('new_case_id', '=', newCaseId).$castTo<TransferRow>().executeTakeFirst();

/** Whoever decides one has its case locked before. */
export const findTransfer = (db: Queryable, id: string): Promise<TransferRow | undefined> =>
  transfers(db).where('id', '=', id).$castTo<TransferRow>().executeTakeFirst();

const MANY = 200;

/** What others send on to an administration: what waits first, the most urgent on top, then the newest. */
export const listReceived = (db: Queryable, administration: string): Promise<TransferRow[]> =>
  transfers(db)
    .where('to_administration', '=', administration)
    .where('state', '<>', 'withdrawn')
    .orderBy(sql`(state = 'proposed') desc`)
    .orderBy(sql`case when state = 'proposed' then due_on end`)
    .orderBy('proposed_at', 'desc')
    .orderBy('id')
    .limit(MANY)
    .$castTo<TransferRow>()
    .execute();

/** Those whose last day is over, the longest first. */
export const listTransfersToExpire = (
  db: Queryable,
  { today, limit }: { readonly today: string; readonly limit: number },
): Promise<TransferRow[]> =>
  transfers(db)
    .where('state', '=', 'proposed')
    .where('due_on', '<', today)
    .orderBy('transfer.due_on')
    .orderBy('id')
    .limit(limit)
    .$castTo<TransferRow>()
    .execute();

/** An accepted transfer of which somebody has to hear yet, with what of its case says who. */
export interface TransferToTell {
  readonly id: string;
  readonly case_id: string;
  readonly told: readonly string[];
  readonly person_id: string;
  readonly applicant_email: string | null;
  readonly applicant_email_verified: boolean;
  readonly language: Locale;
}

export const listTransfersToTell = (
  db: Queryable,
  { since, limit }: { readonly since: number; readonly limit: number },
): Promise<TransferToTell[]> =>
  tables(db)
    .selectFrom('transfer as t')
    .innerJoin('case_file as f', 'f.id', 't.case_id')
    .select(['t.id', 't.case_id', 't.told'])
    .select(['f.person_id', 'f.applicant_email', 'f.applicant_email_verified', 'f.language'])
    .where('t.state', '=', 'accepted')
    .where('t.notified_at', 'is', null)
    .where('t.decided_at', '>=', isoOf(since))
    .orderBy('t.decided_at')
    .limit(limit)
    .$castTo<TransferToTell>()
    .execute();

/** Somebody was told; they are not told again because somebody else could not be. */
export const noteToldOfTransfer = async (db: Queryable, { id, who }: { readonly id: string; readonly who: string }) => {
  await tables(db)
    .updateTable('transfer')
    .set({ told: sql<string[]>`told || ${who}::text` })
    .where('id', '=', id)
    .execute();
};

/** Everybody was told. */
export const markTransferTold = async (db: Queryable, { id, at }: { readonly id: string; readonly at: number }) => {
  await tables(db)
    .updateTable('transfer')
    .set({ notified_at: isoOf(at) })
    .where('id', '=', id)
    .execute();
};

export interface TransferEnd {
  readonly id: string;
  readonly state: Exclude<TransferState, 'proposed'>;
  /** Null where the clock does. */
  readonly by: string | null;
  readonly at: string;
  readonly refusal?: string;
  readonly newCaseId?: string;
}

/** Ends one that still waits; answers whether it did. */
export const endTransfer = async (db: Queryable, end: TransferEnd): Promise<boolean> => {
  const [row] = await tables(db)
    .updateTable('transfer')
    .set({
      state: end.state,
      decided_by: end.by,
      decided_at: end.at,
      refusal: end.refusal ?? null,
      new_case_id: end.newCaseId ?? null,
    })
    .where('id', '=', end.id)
    .where('state', '=', 'proposed')
    .returning('id')
    .execute();
  return row !== undefined;
};
