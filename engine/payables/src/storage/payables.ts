import { sql, type Queryable } from '@irisflow/database';
import { isoOf, jsonOf, type LocalizedText } from '@irisflow/foundation';
import type { Cents } from '@irisflow/ledger';
import type { PayableFilter, PayeeVerification } from '../views/payables.ts';
import { tables } from './tables.ts';

export type Outcome = 'canceled' | 'executed' | 'rejected';

/** An order with where it stands. */
export interface Payable {
  readonly id: string;
  readonly administration: string;
  readonly caseId: string | null;
  readonly procedureKey: string;
  readonly personId: string | null;
  /** By which name they were known when it was ordered; null once the time to keep it is over, as the account. */
  readonly payee: string | null;
  readonly iban: string | null;
  readonly label: LocalizedText;
  readonly communication: string;
  readonly amount: Cents;
  readonly dueOn: string;
  readonly receivableId: string | null;
  readonly rightId: string | null;
  readonly orderedAt: Date | string;
  readonly batchId: string | null;
  readonly endToEndId: string;
  readonly bankStatus: string | null;
  readonly verification: PayeeVerification | null;
  readonly outcome: Outcome | null;
  readonly outcomeOn: string | null;
  readonly outcomeReason: string | null;
  /** When a statement said that it left the account; null before. */
  readonly debitedOn: string | null;
  /** When a statement said that it came back; null before. */
  readonly returnedOn: string | null;
  /** That its batch is released. */
  readonly isReleased: boolean;
  /** Since when it is held back; null where it is not. */
  readonly heldOn: string | null;
}

type Read = Omit<Payable, 'amount'> & { readonly amount: string };

const payableOf = ({ amount, ...row }: Read): Payable => ({ ...row, amount: BigInt(amount) });

const payables = (db: Queryable) =>
  tables(db)
    .selectFrom('payable as p')
    .select([
      'p.id',
      'p.administration',
      'p.case_id as caseId',
      'p.procedure_key as procedureKey',
      'p.person_id as personId',
      'p.payee',
      'p.iban',
      'p.label',
      'p.communication',
      'p.amount',
      'p.receivable_id as receivableId',
      'p.right_id as rightId',
      'p.ordered_at as orderedAt',
      'p.batch_id as batchId',
      'p.end_to_end_id as endToEndId',
      'p.bank_status as bankStatus',
      'p.verification',
      'p.outcome',
      'p.outcome_reason as outcomeReason',
    ])
    .select(sql<string>`p.due_on::text`.as('dueOn'))
    .select(sql<string | null>`p.outcome_on::text`.as('outcomeOn'))
    .select(sql<string | null>`p.debited_on::text`.as('debitedOn'))
    .select(sql<string | null>`p.returned_on::text`.as('returnedOn'))
    .select(sql<boolean>`p.released_on is not null`.as('isReleased'))
    .select(
      sql<
        string | null
      >`(select min(h.since_on)::text from casework.payable_hold h where h.payable_id = p.id and h.ended_on is null)`.as(
        'heldOn',
      ),
    )
    .$castTo<Read>();

export type NewPayable = Pick<
  Payable,
  | 'id'
  | 'administration'
  | 'caseId'
  | 'procedureKey'
  | 'personId'
  | 'label'
  | 'communication'
  | 'amount'
  | 'dueOn'
  | 'receivableId'
  | 'rightId'
  | 'endToEndId'
> & { readonly payee: string; readonly iban: string; readonly orderedAt: number; readonly orderedBy: string };

export const insertPayable = async (tx: Queryable, one: NewPayable): Promise<void> => {
  await tables(tx)
    .insertInto('payable')
    .values({
      id: one.id,
      administration: one.administration,
      case_id: one.caseId,
      procedure_key: one.procedureKey,
      person_id: one.personId,
      payee: one.payee,
      iban: one.iban,
      label: jsonOf(one.label),
      communication: one.communication,
      amount: String(one.amount),
      due_on: one.dueOn,
      receivable_id: one.receivableId,
      right_id: one.rightId,
      ordered_at: isoOf(one.orderedAt),
      ordered_by: one.orderedBy,
      end_to_end_id: one.endToEndId,
    })
    .execute();
};

export const findPayable = async (db: Queryable, id: string): Promise<Payable | undefined> => {
  const row = await payables(db).where('p.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : payableOf(row);
};

/** By EndToEndId, within an administration. */
export const findByEndToEndId = async (
  db: Queryable,
  { administration, endToEndId }: { readonly administration: string; readonly endToEndId: string },
): Promise<Payable | undefined> => {
  const row = await payables(db)
    .where('p.end_to_end_id', '=', endToEndId)
    .where('p.administration', '=', administration)
    .executeTakeFirst();
  return row === undefined ? undefined : payableOf(row);
};

/** Of a case, the eldest first. */
export const listOfCase = async (db: Queryable, caseId: string): Promise<Payable[]> =>
  (await payables(db).where('p.case_id', '=', caseId).orderBy('p.ordered_at').orderBy('p.id').execute()).map(payableOf);

const MANY = 200;

/** Of a party, the latest first. */
export const listOfParty = async (db: Queryable, personId: string): Promise<Payable[]> =>
  (
    await payables(db)
      .where('p.person_id', '=', personId)
      .orderBy('p.ordered_at', 'desc')
      .orderBy('p.id')
      .limit(MANY)
      .execute()
  ).map(payableOf);

/** All of a batch, in an order that stays. */
export const listOfBatch = async (db: Queryable, batchId: string): Promise<Payable[]> =>
  (await payables(db).where('p.batch_id', '=', batchId).orderBy('p.id').execute()).map(payableOf);

export interface Wanted {
  readonly administration: string;
  readonly filter: PayableFilter;
  /** Of one batch alone. */
  readonly batchId?: string;
  /** Folded, for the name of the payee; null for any. */
  readonly words: string | null;
  /** Due by this day; for what waits to be gathered. */
  readonly until: string;
  /** Who would gather it, as the orders name people. */
  readonly by: string;
}

/**
 * What somebody may gather: what processes ordered, and of what was ordered by hand their own, so that a colleague who ordered none of
 * it releases it. What somebody ordered who keeps the books no more is anybody's.
 */
const mayGather = (by: string) => sql<boolean>`(p.ordered_by not like 'person:%' or p.ordered_by = ${by}
  or not exists (select from casework.person q where 'person:' || q.id = p.ordered_by
       and q.administration = p.administration and 'accountant' = any(q.roles)))`;

/** What is attacked does not leave. */
const isFree = sql<boolean>`not exists (select from casework.payable_hold h where h.payable_id = p.id and h.ended_on is null)`;

const wantedOnes = (db: Queryable, { administration, filter, batchId, words, until, by }: Wanted) => {
  let all = payables(db).where('p.administration', '=', administration);
  if (batchId !== undefined) all = all.where('p.batch_id', '=', batchId);
  if (words !== null)
    all = all.where(sql<boolean>`casework.has_words(casework.folded(p.payee), casework.words_of(${words}))`);
  switch (filter) {
    case 'due':
      return all
        .where('p.batch_id', 'is', null)
        .where('p.outcome', 'is', null)
        .where('p.due_on', '<=', until)
        .where(isFree)
        .where(mayGather(by));
    case 'ordered':
      return all.where('p.batch_id', 'is', null).where('p.outcome', 'is', null);
    case 'released':
      return all.where('p.batch_id', 'is not', null).where('p.outcome', 'is', null);
    case 'executed':
    case 'rejected':
      return all.where('p.outcome', '=', filter);
    case 'all':
      return all;
  }
};

/** The first to fall due first; `after` is where the page before ended. */
export const listPayables = async (
  db: Queryable,
  wanted: Wanted & { readonly limit: number; readonly after: { readonly sort: string; readonly id: string } | null },
): Promise<Payable[]> => {
  const { after, limit } = wanted;
  const ordered = wantedOnes(db, wanted).orderBy('p.due_on').orderBy('p.id').limit(limit);
  const page =
    after === null ? ordered : ordered.where(sql<boolean>`(p.due_on, p.id) > (${after.sort}::date, ${after.id})`);
  return (await page.execute()).map(payableOf);
};

/** How many there are, and what they come to together. */
export const countPayables = async (db: Queryable, wanted: Wanted): Promise<{ total: number; amount: Cents }> => {
  const row = await wantedOnes(db, wanted)
    .clearSelect()
    .select(({ fn }) => [fn.countAll<string>().as('total'), fn.sum<string | null>('p.amount').as('sum')])
    .$castTo<{ total: string; sum: string | null }>()
    .executeTakeFirst();
  return { total: Number(row?.total ?? 0), amount: BigInt(row?.sum ?? 0) };
};

/** Puts what is due and somebody may gather into a batch, the first to fall due first; answers how many. */
export const gatherDue = async (
  tx: Queryable,
  { batchId, limit, ...due }: Omit<Wanted, 'filter' | 'batchId'> & { readonly batchId: string; readonly limit: number },
): Promise<number> => {
  const ids = wantedOnes(tx, { ...due, filter: 'due' })
    .clearSelect()
    .select('p.id')
    .orderBy('p.due_on')
    .orderBy('p.id')
    .limit(limit);
  const gathered = await tables(tx)
    .updateTable('payable')
    .set({ batch_id: batchId })
    .where('id', 'in', ids.$castTo<{ id: string }>())
    .returning('id')
    .execute();
  return gathered.length;
};

/** The people who ordered something of a batch by hand. */
export const listOrderers = async (tx: Queryable, batchId: string): Promise<string[]> => {
  const rows = await tables(tx)
    .selectFrom('payable')
    .select('ordered_by')
    .distinct()
    .where('batch_id', '=', batchId)
    .where('ordered_by', 'like', 'person:%')
    .execute();
  return rows.map(({ ordered_by: by }) => by.slice('person:'.length));
};

/** Notes on each order of a batch that it is released. */
export const releaseAll = async (tx: Queryable, batchId: string, day: string): Promise<void> => {
  await tx.query('update casework.payable set released_on = $2::date where batch_id = $1', [batchId, day]);
};

/** Takes the orders of a batch out again. */
export const scatter = async (tx: Queryable, batchId: string): Promise<void> => {
  await tx.query('update casework.payable set batch_id = null where batch_id = $1', [batchId]);
};

/** What becomes of one order. */
export interface Ending {
  readonly id: string;
  readonly outcome: Outcome;
  readonly on: string;
  readonly reason: string | null;
  /** The word of the bank; null where it said none. */
  readonly bankStatus: string | null;
}

/** Ends orders that have not ended; answers how many. */
export const endPayables = async (tx: Queryable, endings: readonly Ending[]): Promise<number> =>
  (
    await tx.query(
      `update casework.payable p
          set outcome = x.outcome, outcome_on = x.day, outcome_reason = x.reason,
              bank_status = coalesce(x.status, p.bank_status)
         from unnest($1::text[], $2::text[], $3::date[], $4::text[], $5::text[]) as x (id, outcome, day, reason, status)
        where p.id = x.id and p.outcome is null
       returning p.id`,
      [
        endings.map(({ id }) => id),
        endings.map(({ outcome }) => outcome),
        endings.map(({ on }) => on),
        endings.map(({ reason }) => reason),
        endings.map(({ bankStatus }) => bankStatus),
      ],
    )
  ).length;

/** What a bank said of an order that does not end it. */
export interface Word {
  readonly id: string;
  readonly bankStatus: string | null;
  readonly verification: PayeeVerification | null;
}

export const noteWords = async (tx: Queryable, words: readonly Word[]): Promise<void> => {
  if (words.length === 0) return;
  await tx.query(
    `update casework.payable p
        set bank_status = coalesce(x.status, p.bank_status), verification = coalesce(x.verification, p.verification)
       from unnest($1::text[], $2::text[], $3::text[]) as x (id, status, verification)
      where p.id = x.id`,
    [
      words.map(({ id }) => id),
      words.map(({ bankStatus }) => bankStatus),
      words.map(({ verification }) => verification),
    ],
  );
};

/** Notes of orders that a statement said that they left the account. */
export const noteDebited = async (tx: Queryable, ids: readonly string[], day: string): Promise<void> => {
  await tx.query('update casework.payable set debited_on = $2::date where id = any($1::text[])', [[...ids], day]);
};

/** What was executed came back. */
export const returnRow = async (
  tx: Queryable,
  { id, on, reason }: { readonly id: string; readonly on: string; readonly reason: string },
): Promise<void> => {
  await tx.query(
    `update casework.payable set outcome = 'rejected', outcome_on = $2::date, outcome_reason = $3, returned_on = $2::date
      where id = $1 and outcome = 'executed'`,
    [id, on, reason],
  );
};
