import { type RawBuilder, sql, type Queryable } from '@irisflow/database';
import { isoOf, jsonOf } from '@irisflow/foundation';
import type { ReminderStep } from '../views/money.ts';
import { tables } from './tables.ts';

/** What a process hears of money, as decimal text: `number(payment.rest)` makes a number of it. */
export interface PaymentNews {
  readonly receivableId: string;
  /** What came in, was taken back or is not asked any more; what was asked where nothing did. */
  readonly amount: string;
  /** What is left to pay. */
  readonly rest: string;
  readonly day: string;
  /** How far an overdue one has come. */
  readonly step?: ReminderStep;
  /** When a plan falls of which a part was missed. */
  readonly fallsOn?: string;
}

export type NewsName =
  | 'payment.received'
  | 'payment.lowered'
  | 'payment.reversed'
  | 'payment.overdue'
  | 'payment.missed';

export interface News {
  readonly id: string;
  readonly receivableId: string;
  readonly administration: string;
  readonly caseId: string;
  readonly name: NewsName;
  readonly payment: PaymentNews;
}

export type NewNews = Omit<News, 'id'> & {
  readonly planId?: string | null;
  /** On which day the next step is due. */
  readonly nextOn?: string | null;
};

/** What was said already is not said again. By hand: the database makes the key. */
export const insertNews = async (tx: Queryable, news: NewNews, at: number): Promise<void> => {
  const { receivableId, administration, caseId, name, planId = null, nextOn = null, payment } = news;
  const { step = null } = payment;
  await tx.query(
    `insert into casework.receivable_news (receivable_id, administration, case_id, name, plan_id, payment, at, step, day, next_on)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10) on conflict do nothing`,
    [
      receivableId,
      administration,
      caseId,
      name,
      planId,
      jsonOf(payment),
      isoOf(at),
      step,
      step === null ? null : payment.day,
      nextOn,
    ],
  );
};

/** That money came in, many times at once. By hand: the database makes the keys. */
export const insertReceived = async (
  tx: Queryable,
  all: readonly Pick<NewNews, 'receivableId' | 'administration' | 'caseId' | 'payment'>[],
  at: number,
): Promise<void> => {
  if (all.length === 0) return;
  await tx.query(
    `insert into casework.receivable_news (receivable_id, administration, case_id, name, payment, at)
     select x.receivable_id, x.administration, x.case_id, 'payment.received', x.payment::jsonb, $5
       from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as x (receivable_id, administration, case_id, payment)`,
    [
      all.map(({ receivableId }) => receivableId),
      all.map(({ administration }) => administration),
      all.map(({ caseId }) => caseId),
      all.map(({ payment }) => jsonOf(payment)),
      isoOf(at),
    ],
  );
};

/** The next ones that nobody was told, in their order; another process takes others, and what a dispute holds waits for its end. */
export const takeNews = (tx: Queryable, limit: number): Promise<News[]> =>
  tables(tx)
    .selectFrom('receivable_news')
    .select(['id', 'receivable_id as receivableId', 'administration', 'case_id as caseId', 'name', 'payment'])
    .where('told_at', 'is', null)
    .where('is_held', '=', false)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .$castTo<News>()
    .execute();

export const markTold = async (tx: Queryable, ids: readonly string[], at: number): Promise<void> => {
  if (ids.length === 0) return;
  await tables(tx)
    .updateTable('receivable_news')
    .set({ told_at: isoOf(at) })
    .where('id', 'in', [...ids])
    .execute();
};

export interface Late {
  readonly id: string;
  readonly administration: string;
}

const isUntold = sql<boolean>`not exists (select from casework.receivable_news n
  where n.receivable_id = b.receivable_id and n.name = 'payment.overdue')`;

/** Of which something is left although its day is over, that is in no dispute, of which no plan holds, and nobody was told; those without a case wait for nobody. */
export const listLate = async (
  db: Queryable,
  { today, limit }: { readonly today: string; readonly limit: number },
): Promise<Late[]> =>
  tables(db)
    .selectFrom('receivable_balance as b')
    .innerJoin('receivable as r', 'r.id', 'b.receivable_id')
    .select(['b.receivable_id as id', 'b.administration'])
    .where('b.rest', '>', '0')
    .where('b.due_on', '<', today)
    .where('b.disputed_on', 'is', null)
    .where('r.case_id', 'is not', null)
    .where(isUntold)
    .where(
      sql<boolean>`not exists (select from casework.installment_plan i
        where i.receivable_id = b.receivable_id and i.fallen_on is null)`,
    )
    .orderBy('b.due_on')
    .orderBy('b.receivable_id')
    .limit(limit)
    .execute();

/** A step that is due after another one was told. */
export interface DueStep extends Late {
  /** The word that was left of the step before. */
  readonly newsId: string;
  readonly planId: string | null;
  readonly after: ReminderStep;
}

/** Steps whose day has come, whatever became of the receivable meanwhile; in a dispute no day comes. */
export const listDueSteps = (
  db: Queryable,
  { today, limit }: { readonly today: string; readonly limit: number },
): Promise<DueStep[]> =>
  tables(db)
    .selectFrom('receivable_news as n')
    .innerJoin('receivable_balance as b', 'b.receivable_id', 'n.receivable_id')
    .select(['n.id as newsId', 'n.receivable_id as id', 'n.administration', 'n.plan_id as planId', 'n.step as after'])
    .where(sql<boolean>`n.next_on <= ${today}::date`)
    .where('b.disputed_on', 'is', null)
    .orderBy('n.next_on')
    .orderBy('n.id')
    .limit(limit)
    .$castTo<DueStep>()
    .execute();

/** Answers false where another process has taken the step already. */
export const takeStep = async (tx: Queryable, newsId: string): Promise<boolean> => {
  const row = await tables(tx)
    .updateTable('receivable_news')
    .set({ next_on: null })
    .where('id', '=', newsId)
    .where('next_on', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

/** What was told of a receivable that is overdue, in its order. */
export const listSteps = async (
  db: Queryable,
  receivableId: string,
): Promise<{ readonly step: ReminderStep; readonly day: string }[]> =>
  tables(db)
    .selectFrom('receivable_news')
    .select('step')
    .select(sql<string>`day::text`.as('day'))
    .where('receivable_id', '=', receivableId)
    .where('step', 'is not', null)
    .orderBy('id')
    .$castTo<{ step: ReminderStep; day: string }>()
    .execute();

export interface Missed extends Late {
  readonly planId: string;
}

/** Plans that hold of debts in no dispute, of which a part is late. */
const missing = (
  db: Queryable,
  { today, limit }: { readonly today: string; readonly limit: number },
  part: RawBuilder<boolean>,
) =>
  tables(db)
    .selectFrom('installment_plan as i')
    .innerJoin('receivable_balance as b', 'b.receivable_id', 'i.receivable_id')
    .select(['i.id as planId', 'b.receivable_id as id', 'b.administration'])
    .where('i.fallen_on', 'is', null)
    .where('b.rest', '>', '0')
    .where('b.disputed_on', 'is', null)
    .where(
      sql<boolean>`exists (select from casework.installment p where p.plan_id = i.id and p.due_on < ${today}::date
        and p.paid_by_then > b.charged - b.written_off - b.rest and ${part})`,
    )
    .orderBy('i.id')
    .limit(limit);

/** Plans of which a part was not paid in time, nor in the days that were left after the warning. */
export const listMissed = (
  db: Queryable,
  page: { readonly today: string; readonly limit: number },
): Promise<Missed[]> =>
  missing(db, page, sql<boolean>`(i.grace_days is null or p.warned_on + i.grace_days < ${page.today}::date)`).execute();

/** Plans with days after a missed part, of which one is late of which nobody was warned. */
export const listUnwarned = (
  db: Queryable,
  page: { readonly today: string; readonly limit: number },
): Promise<Missed[]> => missing(db, page, sql<boolean>`(i.grace_days is not null and p.warned_on is null)`).execute();
