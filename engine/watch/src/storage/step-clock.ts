import type { Queryable, Row } from '@irisflow/database';

interface ClockRow extends Row {
  read_until: Date | string;
  counted_at: Date | string;
}

const find = async (db: Queryable): Promise<ClockRow | undefined> =>
  (await db.query<ClockRow>('select read_until, counted_at from casework.step_clock', []))[0];

/** Until when what began in the engine is known; from the first publication on, before anybody looked. */
export const readUntil = async (db: Queryable, now: string): Promise<number> => {
  await db.query(
    `insert into casework.step_clock (read_until, counted_at)
     select date_trunc('milliseconds', coalesce(min(published_at), $1::timestamptz)), $1::timestamptz from casework.procedure_version
     on conflict do nothing`,
    [now],
  );
  const row = await find(db);
  return new Date(row?.read_until ?? now).getTime();
};

/** Moves on, unless another round did it meanwhile. */
export const moveOn = async (
  db: Queryable,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<boolean> => {
  const moved = await db.query(
    'update casework.step_clock set read_until = $2::timestamptz where read_until = $1::timestamptz returning id',
    [from, to],
  );
  return moved.length > 0;
};

export const noteCounted = async (db: Queryable, at: string): Promise<void> => {
  await db.query('update casework.step_clock set counted_at = $1::timestamptz', [at]);
};

/** When steps were counted last; null before the first time. */
export const lastCounted = async (db: Queryable): Promise<string | null> => {
  const row = await find(db);
  return row === undefined ? null : new Date(row.counted_at).toISOString();
};
