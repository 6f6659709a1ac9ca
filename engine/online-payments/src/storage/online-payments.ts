import { sql, type Queryable } from '@irisflow/database';
import { isoOf, type Locale } from '@irisflow/foundation';
import type { Cents } from '@irisflow/ledger';
import { tables } from './tables.ts';

export type State = 'begun' | 'open' | 'replaced' | 'paid' | 'refused' | 'abandoned' | 'expired';

/** That somebody went to pay a receivable on the provider's page. */
export interface OnlinePayment {
  readonly id: string;
  readonly administration: string;
  readonly receivableId: string;
  readonly amount: Cents;
  readonly locale: Locale;
  readonly state: State;
  readonly providerId: string | null;
  readonly page: string | null;
  readonly startedAt: Date | string;
  readonly expiresAt: Date | string;
  readonly asks: number;
}

interface Read extends Omit<OnlinePayment, 'amount'> {
  readonly amount: string;
}

const onlinePaymentOf = ({ amount, ...row }: Read): OnlinePayment => ({ ...row, amount: BigInt(amount) });

const all = (db: Queryable) =>
  tables(db)
    .selectFrom('online_payment as o')
    .select([
      'o.id',
      'o.administration',
      'o.receivable_id as receivableId',
      'o.amount',
      'o.locale',
      'o.state',
      'o.provider_id as providerId',
      'o.page',
      'o.started_at as startedAt',
      'o.expires_at as expiresAt',
      'o.asks',
    ])
    .$castTo<Read>();

export const findOnlinePayment = async (db: Queryable, id: string): Promise<OnlinePayment | undefined> => {
  const row = await all(db).where('o.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : onlinePaymentOf(row);
};

/** The one of a receivable that can still be paid and is offered to whoever wants to. */
export const findOffered = async (db: Queryable, receivableId: string): Promise<OnlinePayment | undefined> => {
  const row = await all(db)
    .where('o.receivable_id', '=', receivableId)
    .where('o.state', 'in', ['begun', 'open'])
    .executeTakeFirst();
  return row === undefined ? undefined : onlinePaymentOf(row);
};

/** The last one of a receivable that the provider knows. */
export const findLatest = async (db: Queryable, receivableId: string): Promise<OnlinePayment | undefined> => {
  const row = await all(db)
    .where('o.receivable_id', '=', receivableId)
    .where('o.provider_id', 'is not', null)
    .orderBy('o.started_at', 'desc')
    .orderBy('o.id')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : onlinePaymentOf(row);
};

export type NewOnlinePayment = Pick<OnlinePayment, 'id' | 'administration' | 'receivableId' | 'amount' | 'locale'> & {
  readonly startedAt: number;
  readonly expiresAt: number;
};

export const insertOnlinePayment = async (tx: Queryable, one: NewOnlinePayment): Promise<OnlinePayment> => {
  await tables(tx)
    .insertInto('online_payment')
    .values({
      id: one.id,
      administration: one.administration,
      receivable_id: one.receivableId,
      amount: String(one.amount),
      locale: one.locale,
      state: 'begun',
      provider_id: null,
      page: null,
      started_at: isoOf(one.startedAt),
      expires_at: isoOf(one.expiresAt),
      ask_at: null,
      asks: 0,
    })
    .execute();
  return {
    ...one,
    state: 'begun',
    providerId: null,
    page: null,
    startedAt: isoOf(one.startedAt),
    expiresAt: isoOf(one.expiresAt),
    asks: 0,
  };
};

/** No longer offered. One that the provider knows may still be paid, and is asked for. */
export const replace = async (tx: Queryable, { id, providerId }: OnlinePayment): Promise<void> => {
  await tables(tx)
    .updateTable('online_payment')
    .set({ state: providerId === null ? 'expired' : 'replaced', page: null })
    .where('id', '=', id)
    .execute();
};

export interface Created {
  readonly id: string;
  readonly providerId: string;
  readonly page: string;
  readonly askAt: number | null;
}

/** Notes what the provider created; of one that is offered no more, only under which key it may still be paid. */
export const noteCreated = async (tx: Queryable, { id, providerId, page, askAt }: Created): Promise<void> => {
  await tables(tx)
    .updateTable('online_payment')
    .set({
      provider_id: providerId,
      state: sql`case when state = 'begun' then 'open' else state end`,
      page: sql`case when state in ('begun', 'open') then ${page}::text end`,
      ask_at: askAt === null ? null : isoOf(askAt),
    })
    .where('id', '=', id)
    .where('provider_id', 'is', null)
    .execute();
};

/** Has the provider asked at once; answers whether there is such a payment. */
export const askAtOnce = async (
  db: Queryable,
  wanted: { readonly providerId: string } | { readonly receivableId: string },
  now: number,
): Promise<boolean> => {
  const update = tables(db)
    .updateTable('online_payment')
    .set({ ask_at: isoOf(now) });
  const rows =
    'providerId' in wanted
      ? await update.where('provider_id', '=', wanted.providerId).returning('id').execute()
      : // Whoever comes back asks of what is still open; of the rest the provider says when it changes.
        await update
          .where('receivable_id', '=', wanted.receivableId)
          .where('ask_at', 'is not', null)
          .returning('id')
          .execute();
  return rows.length > 0;
};

export interface ToAsk {
  readonly id: string;
  readonly providerId: string;
  /** Until when it is taken: another time by then says that somebody wants it asked again. */
  readonly until: string;
}

/** Those of which the provider is to be asked now, each taken by one process for as long as an answer may take. */
export const takeToAsk = async (
  db: Queryable,
  { now, limit, ...taking }: { readonly now: number; readonly until: number; readonly limit: number },
): Promise<ToAsk[]> => {
  const until = isoOf(taking.until);
  const rows = await tables(db)
    .updateTable('online_payment')
    .set({ ask_at: until })
    .where('id', 'in', (from) =>
      from
        .selectFrom('online_payment')
        .select('id')
        .where('ask_at', '<=', isoOf(now))
        .orderBy('ask_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'provider_id as providerId'])
    .$castTo<Omit<ToAsk, 'until'>>()
    .execute();
  return rows.map((row) => ({ ...row, until }));
};

export interface Noted extends Pick<ToAsk, 'id' | 'until'> {
  readonly state: State;
  /** When it is asked next; null where it is over. */
  readonly askAt: number | null;
}

/** Notes what a question brought. Who wanted it asked again meanwhile, because something changed, is not forgotten. */
export const noteAsked = async (tx: Queryable, { id, until, state, askAt }: Noted): Promise<void> => {
  const next = askAt === null ? null : isoOf(askAt);
  await tables(tx)
    .updateTable('online_payment')
    .set({
      state,
      ask_at: sql`case when ask_at = ${until}::timestamptz then ${next}::timestamptz else ask_at end`,
      asks: sql`asks + 1`,
      ...(askAt === null ? { page: null } : {}),
    })
    .where('id', '=', id)
    .execute();
};
