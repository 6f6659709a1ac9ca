import type { Closure } from '@irisflow/calendar';
import { type Queryable, type Row, sql } from '@irisflow/database';
import { jsonOf } from '@irisflow/foundation';
import type { CounterSettings, CounterView } from '../views/counter.ts';
import { tables } from './tables.ts';

/** Columns under the names of the view; the database checks what they hold. */
const counters = (db: Queryable) =>
  tables(db)
    .selectFrom('counter as c')
    .select([
      'c.id',
      'c.administration',
      'c.revision',
      'c.name',
      'c.address',
      'c.procedures',
      'c.takes_other as takesOther',
      'c.hours',
      'c.slot_minutes as slotMinutes',
      'c.desks',
      'c.days_ahead as daysAhead',
      'c.hours_before as hoursBefore',
      'c.languages',
      'c.is_open as isOpen',
    ])
    .$castTo<CounterView>();

export const listCountersOf = (db: Queryable, administration: string): Promise<CounterView[]> =>
  counters(db).where('c.administration', '=', administration).orderBy('c.id').execute();

/** Open counters to which one may come for a procedure. */
export const listCountersFor = (db: Queryable, procedureKey: string): Promise<CounterView[]> =>
  counters(db)
    .where('c.is_open', '=', true)
    .where(sql<boolean>`${procedureKey}::text = any(c.procedures)`)
    .orderBy('c.id')
    .execute();

export const findCounter = (db: Queryable, id: string): Promise<CounterView | undefined> =>
  counters(db).where('c.id', '=', id).executeTakeFirst();

const valuesOf = (settings: CounterSettings) => ({
  name: jsonOf(settings.name),
  address: jsonOf(settings.address),
  procedures: settings.procedures,
  takes_other: settings.takesOther,
  hours: jsonOf(settings.hours),
  slot_minutes: settings.slotMinutes,
  desks: settings.desks,
  days_ahead: settings.daysAhead,
  hours_before: settings.hoursBefore,
  languages: settings.languages,
  is_open: settings.isOpen,
});

interface KeptCounter {
  readonly id: string;
  readonly administration: string;
  readonly settings: CounterSettings;
}

export const insertCounter = (tx: Queryable, { id, administration, settings }: KeptCounter) =>
  tables(tx)
    .insertInto('counter')
    .values({ id, administration, revision: 1, ...valuesOf(settings) })
    .execute();

/** Answers whether it was still in the revision that was read. */
export const updateCounter = async (
  tx: Queryable,
  { id, revision, settings }: { readonly id: string; readonly revision: number; readonly settings: CounterSettings },
): Promise<boolean> => {
  const changed = await tables(tx)
    .updateTable('counter')
    .set({ ...valuesOf(settings), revision: sql<number>`revision + 1` })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
};

interface ClosureRow extends Row {
  recurs: Closure['recurs'];
  date: string | null;
  from_day: string;
  to_day: string | null;
}

/** On which days the office of a counter is closed beside the legal holidays; everybody may know. */
export const listClosuresOf = async (db: Queryable, counterId: string): Promise<Closure[]> => {
  const rows = await db.query<ClosureRow>('select * from casework.closures_of_counter($1)', [counterId]);
  return rows.map(({ recurs, date, from_day: from, to_day: to }) =>
    recurs === 'yearly' ? { recurs, date: date ?? '', from, to } : { recurs, from, to: to ?? from },
  );
};
