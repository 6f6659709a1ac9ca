import { sql, type Queryable, type Selectable } from '@irisflow/database';
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

export interface TransferEnd {
  readonly id: string;
  readonly state: Exclude<TransferState, 'proposed'>;
  readonly by: string;
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
