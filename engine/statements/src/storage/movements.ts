import type { Communication, Movement } from '@irisflow/bank-files';
import { sql, type Queryable } from '@irisflow/database';
import type { Misfit, Settled } from '@irisflow/payables';
import type { MovementState } from '../views/statement.ts';
import { tables } from './tables.ts';

interface Within {
  readonly statementId: string;
  readonly administration: string;
  readonly account: string;
}

const MOST_TEXT = 200;

/** On one line and without what no store keeps and no screen shows; one that is too long is cut. */
const plain = (text: string | null): string =>
  (text ?? '')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, MOST_TEXT);

const plainOrNull = (text: string | null): string | null => plain(text) || null;

const writtenOf = (communication: Communication | null): string => {
  if (communication === null) return '';
  if (communication.kind === 'structured') return communication.digits;
  return communication.kind === 'free' ? communication.text : communication.reference;
};

/** Keeps movements of a statement, many at once. */
export const insertMovements = async (
  tx: Queryable,
  { statementId, administration, account }: Within,
  movements: readonly Movement[],
): Promise<void> => {
  if (movements.length === 0) return;
  const column = <T>(of: (movement: Movement) => T): T[] => movements.map(of);
  await tx.query(
    `insert into casework.bank_movement (statement_id, administration, account, state, place, amount, booked_on, value_on,
       counterparty, counterparty_account, communication_kind, communication, bank_reference, end_to_end_id, return_reason, batch_reference)
     select $1, $2, $3, 'waiting', m.* from unnest($4::integer[], $5::bigint[], $6::date[], $7::date[], $8::text[], $9::text[],
       $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[]) as m`,
    [
      statementId,
      administration,
      account,
      column(({ place }) => place),
      column(({ cents }) => String(cents)),
      column(({ bookedOn }) => bookedOn),
      column(({ valueOn }) => valueOn),
      column(({ counterparty }) => plain(counterparty.name)),
      column(({ counterparty }) => plain(counterparty.account)),
      column(({ communication }) => communication?.kind ?? null),
      column(({ communication }) => plain(writtenOf(communication))),
      column(({ bankReference }) => plainOrNull(bankReference)),
      column(({ endToEndId }) => plainOrNull(endToEndId)),
      column(({ returnReason }) => plainOrNull(returnReason)),
      column(({ batchReference }) => plainOrNull(batchReference)),
    ],
  );
};

export interface MovementRow {
  readonly statementId: string;
  readonly administration: string;
  readonly account: string;
  readonly place: number;
  readonly amount: bigint;
  readonly bookedOn: string;
  readonly valueOn: string | null;
  readonly counterparty: string;
  readonly counterpartyAccount: string;
  readonly communicationKind: Communication['kind'] | null;
  readonly communication: string;
  readonly bankReference: string | null;
  readonly endToEndId: string | null;
  readonly returnReason: string | null;
  readonly batchReference: string | null;
  readonly state: MovementState;
  readonly paymentId: string | null;
  readonly batchId: string | null;
  readonly payableId: string | null;
  readonly misfit: Misfit | null;
}

const movements = (db: Queryable) =>
  tables(db)
    .selectFrom('bank_movement as m')
    .select([
      'm.statement_id as statementId',
      'm.administration',
      'm.account',
      'm.place',
      'm.amount',
      'm.counterparty',
      'm.counterparty_account as counterpartyAccount',
      'm.communication_kind as communicationKind',
      'm.communication',
      'm.bank_reference as bankReference',
      'm.end_to_end_id as endToEndId',
      'm.return_reason as returnReason',
      'm.batch_reference as batchReference',
      'm.state',
      'm.payment_id as paymentId',
      'm.batch_id as batchId',
      'm.payable_id as payableId',
      'm.misfit',
    ])
    .select([sql<string>`m.booked_on::text`.as('bookedOn'), sql<string | null>`m.value_on::text`.as('valueOn')])
    .$castTo<Omit<MovementRow, 'amount'> & { readonly amount: string }>();

const all = async (query: ReturnType<typeof movements>): Promise<MovementRow[]> =>
  (await query.execute()).map((row) => ({ ...row, amount: BigInt(row.amount) }));

/** The next ones of a statement that are not booked, in their order. */
export const listToBook = (tx: Queryable, statementId: string, limit: number): Promise<MovementRow[]> =>
  all(
    movements(tx)
      .where('m.statement_id', '=', statementId)
      .where('m.state', '=', 'waiting')
      .orderBy('m.place')
      .limit(limit),
  );

export interface Outcome {
  readonly place: number;
  readonly state: Exclude<MovementState, 'waiting'>;
  readonly paymentId: string | null;
  /** The batch or the order of ours that it names, and why it does not fit where that is so. */
  readonly settled?: Settled;
}

/** Notes what the books made of movements, many at once. */
export const noteOutcomes = async (tx: Queryable, statementId: string, outcomes: readonly Outcome[]): Promise<void> => {
  if (outcomes.length === 0) return;
  await tx.query(
    `update casework.bank_movement m set state = o.state, payment_id = o.payment_id, batch_id = o.batch_id, payable_id = o.payable_id, misfit = o.misfit
       from unnest($2::integer[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
            as o (place, state, payment_id, batch_id, payable_id, misfit)
      where m.statement_id = $1 and m.place = o.place`,
    [
      statementId,
      outcomes.map(({ place }) => place),
      outcomes.map(({ state }) => state),
      outcomes.map(({ paymentId }) => paymentId),
      outcomes.map(({ settled }) => settled?.batchId ?? null),
      outcomes.map(({ settled }) => settled?.payableId ?? null),
      outcomes.map(({ settled }) => settled?.misfit ?? null),
    ],
  );
};

const MANY = 10;

/** Payments that a movement may take back: of the same account and amount, by something that the bank says of both. */
export const listTakenBack = async (tx: Queryable, movement: MovementRow): Promise<MovementRow[]> => {
  const { administration, account, amount, endToEndId, bankReference, communication, communicationKind } = movement;
  const named = [
    ...(endToEndId === null ? [] : [{ column: 'end_to_end_id', value: endToEndId } as const]),
    ...(bankReference === null ? [] : [{ column: 'bank_reference', value: bankReference } as const]),
    ...(communicationKind === 'structured' ? [{ column: 'communication', value: communication } as const] : []),
  ];
  const found = new Map<string, MovementRow>();
  for (const { column, value } of named) {
    let query = movements(tx)
      .where('m.administration', '=', administration)
      .where(`m.${column}`, '=', value)
      .where('m.amount', '>', '0')
      .where('m.account', '=', account)
      .where('m.amount', '=', String(-amount))
      .where('m.payment_id', 'is not', null)
      .where(
        sql<boolean>`not exists (select from casework.bank_movement t where t.payment_id = m.payment_id and t.amount < 0)`,
      )
      .limit(MANY);
    if (column === 'communication') query = query.where('m.communication_kind', '=', 'structured');
    for (const one of await all(query)) found.set(one.paymentId ?? '', one);
  }
  return [...found.values()];
};

export interface WantedMovements {
  readonly statementId: string;
  readonly state: MovementState | null;
  /** Folded; null for any. */
  readonly words: string | null;
}

const wanted = (db: Queryable, { statementId, state, words }: WantedMovements) => {
  let query = movements(db).where('m.statement_id', '=', statementId);
  if (state !== null) query = query.where('m.state', '=', state);
  if (words === null) return query;
  return query.where(
    sql<boolean>`casework.has_words(casework.folded(m.counterparty || ' ' || m.counterparty_account || ' ' || m.communication), casework.words_of(${words}))`,
  );
};

/** In the order of the statement; `after` is the place at which the page before ended. */
export const listMovementRows = (
  db: Queryable,
  { after, limit, ...rest }: WantedMovements & { readonly after: number; readonly limit: number },
): Promise<MovementRow[]> => all(wanted(db, rest).where('m.place', '>', after).orderBy('m.place').limit(limit));

export const countMovements = async (db: Queryable, one: WantedMovements): Promise<number> => {
  const row = await wanted(db, one)
    .clearSelect()
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .executeTakeFirst();
  return Number(row?.total ?? 0);
};

/** How many there are of each outcome. */
export const countByState = async (db: Queryable, statementId: string): Promise<Map<MovementState, number>> => {
  const rows = await tables(db)
    .selectFrom('bank_movement')
    .select(['state', ({ fn }) => fn.countAll<string>().as('total')])
    .where('statement_id', '=', statementId)
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, total }) => [state as MovementState, Number(total)]));
};
