import { type Queryable, type Row } from '@irisflow/database';
import { isoOf, type Locale } from '@irisflow/foundation';
import type { Slot } from '../counters/opening-hours.ts';
import type { AppointmentState } from '../views/appointment.ts';
import { tables } from './tables.ts';

export type AppointmentMail = 'confirmation' | 'reminder' | 'cancellation';

export interface AppointmentRow extends Row {
  readonly id: string;
  readonly administration: string;
  readonly counter_id: string;
  readonly person_id: string | null;
  readonly name: string;
  readonly phone: string | null;
  readonly language: Locale;
  readonly procedure_key: string | null;
  readonly case_id: string | null;
  readonly starts_at: Date | string;
  readonly ends_at: Date | string;
  readonly state: AppointmentState;
  readonly reason: string | null;
  readonly moves: number;
  readonly contact_id: string | null;
  readonly booked_by: string;
  readonly booked_at: Date | string;
  readonly mail: AppointmentMail | null;
  readonly mail_due: Date | string | null;
  readonly mail_tries: number;
}

const MANY = 500;

const appointments = (db: Queryable) =>
  tables(db).selectFrom('appointment as a').selectAll('a').$castTo<AppointmentRow>();

export const findAppointment = (db: Queryable, id: string): Promise<AppointmentRow | undefined> =>
  appointments(db).where('a.id', '=', id).executeTakeFirst();

/** The same, locked until the transaction ends. */
export const lockAppointment = (db: Queryable, id: string): Promise<AppointmentRow | undefined> =>
  appointments(db).where('a.id', '=', id).forUpdate().executeTakeFirst();

/** Of a party, the next ones last. */
export const listAppointmentsOf = (db: Queryable, personId: string): Promise<AppointmentRow[]> =>
  appointments(db).where('a.person_id', '=', personId).orderBy('a.starts_at', 'desc').limit(MANY).execute();

/** Those of a counter that begin between two instants, in their order; without an end, the first ones. */
export const listAppointmentsAt = (
  db: Queryable,
  { counterId, from, until }: { readonly counterId: string; readonly from: number; readonly until: number },
): Promise<AppointmentRow[]> =>
  appointments(db)
    .where('a.counter_id', '=', counterId)
    .where('a.starts_at', '>=', isoOf(from))
    .where('a.starts_at', '<', isoOf(until))
    .orderBy('a.starts_at')
    .orderBy('a.id')
    .execute();

export interface SameVisit {
  readonly personId: string | null;
  readonly name: string;
  readonly phone: string | null;
  readonly bookedBy: string;
  readonly counterId: string;
  readonly from: number;
  readonly procedureKey: string | null;
  readonly caseId: string | null;
}

/**
 * What is booked for a party at that very time for that very thing. Of a name alone it is the same only where the same clerk
 * noted it with the same number: two people may have one name.
 */
export const findSameVisit = (
  db: Queryable,
  { personId, name, phone, bookedBy, counterId, from, procedureKey, caseId }: SameVisit,
): Promise<AppointmentRow | undefined> =>
  appointments(db)
    .where((is) =>
      personId === null
        ? is.and([
            is('a.person_id', 'is', null),
            is('a.name', '=', name),
            is('a.phone', 'is not distinct from', phone),
            is('a.booked_by', '=', bookedBy),
          ])
        : is('a.person_id', '=', personId),
    )
    .where('a.starts_at', '=', isoOf(from))
    .where('a.counter_id', '=', counterId)
    .where('a.procedure_key', 'is not distinct from', procedureKey)
    .where('a.case_id', 'is not distinct from', caseId)
    .where('a.state', '=', 'booked')
    .executeTakeFirst();

/** How many a party has before them. */
export const countOpenOf = async (
  db: Queryable,
  { personId, now }: { readonly personId: string; readonly now: number },
): Promise<number> => {
  const rows = await tables(db)
    .selectFrom('appointment')
    .select('id')
    .where('person_id', '=', personId)
    .where('state', '=', 'booked')
    .where('starts_at', '>', isoOf(now))
    .limit(MANY)
    .execute();
  return rows.length;
};

/** When somebody comes to a counter; told to everybody, and never who. */
export const listTaken = async (
  db: Queryable,
  { counterId, from, until }: { readonly counterId: string; readonly from: number; readonly until: number },
): Promise<Slot[]> => {
  const rows = await db.query<{ starts_at: Date | string; ends_at: Date | string }>(
    'select starts_at, ends_at from casework.taken_places($1, $2::timestamptz, $3::timestamptz)',
    [counterId, isoOf(from), isoOf(until)],
  );
  return rows.map(({ starts_at: start, ends_at: end }) => ({ from: +new Date(start), until: +new Date(end) }));
};

export const insertAppointment = async (tx: Queryable, row: AppointmentRow): Promise<void> => {
  await tables(tx).insertInto('appointment').values(row).execute();
};

export type AppointmentChange = Pick<AppointmentRow, 'id'> &
  Partial<Omit<AppointmentRow, 'id' | 'administration' | 'person_id' | 'name' | 'booked_by' | 'booked_at'>>;

export const updateAppointment = async (tx: Queryable, { id, ...values }: AppointmentChange): Promise<void> => {
  await tables(tx).updateTable('appointment').set(values).where('id', '=', id).execute();
};

/** Of those that are about no case, whatever ended before an instant. */
export const deletePastWithoutCase = async (db: Queryable, before: number): Promise<void> => {
  await tables(db)
    .deleteFrom('appointment')
    .where('case_id', 'is', null)
    .where('ends_at', '<', isoOf(before))
    .execute();
};
