import { sql, type Queryable } from '@irisflow/database';
import { isoOf, jsonOf, type LocalizedText } from '@irisflow/foundation';
import type { Cents } from '../amount.ts';
import type { ReceivableFilter, ReceivableKind } from '../views/money.ts';
import { tables } from './tables.ts';

/** A receivable with what the books say of it. */
export interface Receivable {
  readonly id: string;
  readonly administration: string;
  readonly caseId: string | null;
  readonly procedureKey: string;
  readonly personId: string | null;
  /** By which name they were known when it was asked; null once the time to keep it is over. */
  readonly debtor: string | null;
  readonly kind: ReceivableKind;
  readonly label: LocalizedText;
  readonly legalReference: string;
  readonly communication: string;
  readonly dueOn: string;
  /** Since when it is in dispute; null where it is not. */
  readonly disputedOn: string | null;
  readonly askedAt: Date | string;
  /** Days overdue after which it is reminded of; null where it is not. */
  readonly reminderDays: number | null;
  /** Days after the reminder on which the formal notice follows; null where none does. */
  readonly noticeDays: number | null;
  readonly charged: Cents;
  readonly rest: Cents;
  readonly writtenOff: Cents;
  readonly refund: Cents;
}

interface Read extends Omit<Receivable, 'charged' | 'rest' | 'writtenOff' | 'refund'> {
  readonly charged: string;
  readonly rest: string;
  readonly writtenOff: string;
  readonly refund: string;
}

const receivableOf = ({ charged, rest, writtenOff, refund, ...row }: Read): Receivable => ({
  ...row,
  charged: BigInt(charged),
  rest: BigInt(rest),
  writtenOff: BigInt(writtenOff),
  refund: BigInt(refund),
});

/** Begins with the sums, which lists are ordered by. */
const receivables = (db: Queryable) =>
  tables(db)
    .selectFrom('receivable_balance as b')
    .innerJoin('receivable as r', 'r.id', 'b.receivable_id')
    .select([
      'r.id',
      'r.administration',
      'r.case_id as caseId',
      'r.procedure_key as procedureKey',
      'r.person_id as personId',
      'r.debtor',
      'r.kind',
      'r.label',
      'r.legal_reference as legalReference',
      'r.communication',
      'r.asked_at as askedAt',
      'r.reminder_days as reminderDays',
      'r.notice_days as noticeDays',
      'b.charged',
      'b.rest',
      'b.written_off as writtenOff',
      'b.refund',
    ])
    .select(sql<string>`b.due_on::text`.as('dueOn'))
    .select(sql<string | null>`b.disputed_on::text`.as('disputedOn'))
    .$castTo<Read>();

export type NewReceivable = Omit<
  Receivable,
  'disputedOn' | 'askedAt' | 'charged' | 'rest' | 'writtenOff' | 'refund'
> & {
  readonly askedAt: number;
  readonly askedBy: string;
};

/** Answers false where another one has the same communication already. */
export const insertReceivable = async (tx: Queryable, one: NewReceivable): Promise<boolean> => {
  const row = await tables(tx)
    .insertInto('receivable')
    .values({
      id: one.id,
      administration: one.administration,
      case_id: one.caseId,
      procedure_key: one.procedureKey,
      person_id: one.personId,
      debtor: one.debtor,
      kind: one.kind,
      label: jsonOf(one.label),
      legal_reference: one.legalReference,
      communication: one.communication,
      due_on: one.dueOn,
      asked_at: isoOf(one.askedAt),
      asked_by: one.askedBy,
      reminder_days: one.reminderDays,
      notice_days: one.noticeDays,
    })
    .onConflict((on) => on.column('communication').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

export const findReceivable = async (db: Queryable, id: string): Promise<Receivable | undefined> => {
  const row = await receivables(db).where('r.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : receivableOf(row);
};

/** Under its twelve digits, within an administration. */
export const findByCommunication = async (
  db: Queryable,
  { administration, communication }: { readonly administration: string; readonly communication: string },
): Promise<Receivable | undefined> => {
  const row = await receivables(db)
    .where('r.communication', '=', communication)
    .where('r.administration', '=', administration)
    .executeTakeFirst();
  return row === undefined ? undefined : receivableOf(row);
};

/** Those with these keys, in whatever order. */
export const listReceivablesIn = async (db: Queryable, ids: readonly string[]): Promise<Receivable[]> => {
  if (ids.length === 0) return [];
  return (
    await receivables(db)
      .where('r.id', 'in', [...ids])
      .execute()
  ).map(receivableOf);
};

/** Of a case, the eldest first. */
export const listOfCase = async (db: Queryable, caseId: string): Promise<Receivable[]> =>
  (await receivables(db).where('r.case_id', '=', caseId).orderBy('r.asked_at').orderBy('r.id').execute()).map(
    receivableOf,
  );

const MANY = 200;

/** Of a party, the latest first. */
export const listOfParty = async (db: Queryable, personId: string): Promise<Receivable[]> =>
  (
    await receivables(db)
      .where('r.person_id', '=', personId)
      .orderBy('r.asked_at', 'desc')
      .orderBy('r.id')
      .limit(MANY)
      .execute()
  ).map(receivableOf);

export interface Wanted {
  readonly administration: string;
  readonly filter: ReceivableFilter;
  /** Folded, for the name of the debtor; null for any. */
  readonly words: string | null;
  /** Its twelve digits; null for any. */
  readonly communication: string | null;
  /** The day in Brussels. */
  readonly today: string;
}

const wantedOnes = (db: Queryable, { administration, filter, words, communication, today }: Wanted) => {
  let all = receivables(db).where('b.administration', '=', administration);
  if (communication !== null) all = all.where('r.communication', '=', communication);
  if (words !== null)
    all = all.where('r.id', 'in', sql<string>`(select id from casework.receivables_of_debtor(${words}))`);
  switch (filter) {
    case 'open':
      return all.where('b.rest', '>', '0');
    case 'overdue':
      return all.where('b.rest', '>', '0').where('b.due_on', '<', today).where('b.disputed_on', 'is', null);
    case 'disputed':
      return all.where('b.disputed_on', 'is not', null);
    case 'refund':
      return all.where('b.refund', '>', '0');
    case 'all':
      return all;
  }
};

/** The first to fall due first; `after` is where the page before ended. */
export const listReceivables = async (
  db: Queryable,
  wanted: Wanted & { readonly limit: number; readonly after: { readonly sort: string; readonly id: string } | null },
): Promise<Receivable[]> => {
  const { after, limit } = wanted;
  const ordered = wantedOnes(db, wanted).orderBy('b.due_on').orderBy('b.receivable_id').limit(limit);
  const page =
    after === null
      ? ordered
      : ordered.where(sql<boolean>`(b.due_on, b.receivable_id) > (${after.sort}::date, ${after.id})`);
  return (await page.execute()).map(receivableOf);
};

/** How many there are, and what is open of them together. */
export const countReceivables = async (db: Queryable, wanted: Wanted): Promise<{ total: number; rest: Cents }> => {
  const row = await wantedOnes(db, wanted)
    .clearSelect()
    .select(({ fn }) => [fn.countAll<string>().as('total'), fn.sum<string | null>('b.rest').as('sum')])
    .$castTo<{ total: string; sum: string | null }>()
    .executeTakeFirst();
  return { total: Number(row?.total ?? 0), rest: BigInt(row?.sum ?? 0) };
};

/** Those whose day is over while they are in dispute: few, read by an index of their own. */
const countDisputedLate = async (
  db: Queryable,
  { administration, today }: Tallied,
): Promise<{ total: number; rest: Cents }> => {
  const row = await tables(db)
    .selectFrom('receivable_balance')
    .select(({ fn }) => [fn.countAll<string>().as('total'), fn.sum<string | null>('rest').as('rest')])
    .where('administration', '=', administration)
    .where('disputed_on', 'is not', null)
    .where('due_on', '<', today)
    .where('rest', '>', '0')
    .executeTakeFirst();
  return { total: Number(row?.total ?? 0), rest: BigInt(row?.rest ?? 0) };
};

type Tallied = Pick<Wanted, 'administration' | 'today'>;

/** The same for all of an administration, as the books keep it by due day: no receivable is read but what is disputed. */
export const tallyReceivables = async (
  db: Queryable,
  { administration, filter, today }: Tallied & { readonly filter: Exclude<ReceivableFilter, 'disputed'> },
): Promise<{ total: number; rest: Cents }> => {
  const counted = { all: 'receivables', open: 'open', overdue: 'open', refund: 'refunds' } as const;
  let days = tables(db).selectFrom('receivable_tally').where('administration', '=', administration);
  if (filter === 'overdue') days = days.where('due_on', '<', today);
  const row = await days
    .select(({ fn }) => [fn.sum<string | null>(counted[filter]).as('total'), fn.sum<string | null>('rest').as('rest')])
    .executeTakeFirst();
  const resting =
    filter === 'overdue' ? await countDisputedLate(db, { administration, today }) : { total: 0, rest: 0n };
  return {
    total: Number(row?.total ?? 0) - resting.total,
    // A receivable has something left or something to give back.
    rest: filter === 'refund' ? 0n : BigInt(row?.rest ?? 0) - resting.rest,
  };
};

/** Those under one of these communications, within an administration. */
export const listByCommunication = async (
  db: Queryable,
  { administration, communications }: { readonly administration: string; readonly communications: readonly string[] },
): Promise<Receivable[]> => {
  if (communications.length === 0) return [];
  const rows = await receivables(db)
    .where('r.communication', 'in', [...communications])
    .where('r.administration', '=', administration)
    .execute();
  return rows.map(receivableOf);
};

/** As the books have them now. */
export const rereadAll = async (db: Queryable, ids: readonly string[]): Promise<Receivable[]> =>
  ids.length === 0
    ? []
    : (
        await receivables(db)
          .where(sql<boolean>`r.id = any(${[...ids]}::text[])`)
          .execute()
      ).map(receivableOf);

const MANY_ALIKE = 50;

/** Open ones of which just so much is left, the first to fall due first. */
export const listWithRest = async (
  db: Queryable,
  { administration, rest }: { readonly administration: string; readonly rest: Cents },
): Promise<Receivable[]> =>
  (
    await receivables(db)
      .where('b.administration', '=', administration)
      .where('b.rest', '=', String(rest))
      .where('b.rest', '>', '0')
      .orderBy('b.receivable_id')
      .limit(MANY_ALIKE)
      .execute()
  ).map(receivableOf);
