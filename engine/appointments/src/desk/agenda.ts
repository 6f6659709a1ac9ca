import { type Actor, appendAudit, type Clerk, requireClerk } from '@irisflow/access';
import { addDays, dayOf, daysBetween } from '@irisflow/calendar';
import { actingAs, upsertPartyOpening } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { unknownAppointment } from '../booking/book.ts';
import { slotOf, viewAppointments } from '../booking/view-appointments.ts';
import { requireOwnCounter } from '../counters/keep-counters.ts';
import { beginningOf, calendarOfCounter, misfitsAmong } from '../counters/places.ts';
import {
  type AppointmentRow,
  findAppointment,
  listAppointmentsAt,
  listTaken,
  lockAppointment,
} from '../storage/appointments.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { Slot } from '../counters/opening-hours.ts';
import type { Agenda, DeskAppointment, Misfits, OfAppointment } from '../views/appointment.ts';
import type { CounterView } from '../views/counter.ts';

interface DeskRows {
  readonly counter: CounterView;
  /** Of one counter, in their order: whether each fits depends on those before it. */
  readonly rows: readonly AppointmentRow[];
  /** Between which instants they are, where what the reader does not see counts as well. */
  readonly within?: { readonly from: number; readonly until: number };
}

const keyOf = ({ from, until }: Slot): string => `${from} ${until}`;

/** Times that were booked besides some: by people whom the reader must not know of, and whose places are taken none the less. */
const besides = (taken: readonly Slot[], seen: readonly Slot[]): readonly Slot[] => {
  const left = new Map<string, number>();
  for (const slot of seen) left.set(keyOf(slot), (left.get(keyOf(slot)) ?? 0) + 1);
  return taken.filter((slot) => {
    const count = left.get(keyOf(slot)) ?? 0;
    left.set(keyOf(slot), count - 1);
    return count <= 0;
  });
};

/** The same as the desk sees them, and how many more, whom the reader does not see, the counter cannot keep. */
const viewDesk = async (
  surroundings: Surroundings,
  db: Queryable,
  { counter, rows, within }: DeskRows,
): Promise<{ readonly views: readonly DeskAppointment[]; readonly hidden: number }> => {
  const calendar = await calendarOfCounter(db, counter.id);
  const slots = new Map(rows.filter(({ state }) => state !== 'canceled').map((row) => [slotOf(row), row.id]));
  const taken = within === undefined ? [] : await listTaken(db, { counterId: counter.id, ...within });
  const all = [...besides(taken, [...slots.keys()]), ...slots.keys()].toSorted((one, other) => one.from - other.from);
  const lost = misfitsAmong({ calendar, counter }, all);
  const misfits = new Set(lost.map((slot) => slots.get(slot)));
  const views = await viewAppointments(surroundings, db, rows);
  return {
    views: rows.flatMap((row, place) => {
      const view = views[place];
      if (view === undefined) return [];
      const { name, phone, person_id: personId, contact_id: contactId } = row;
      return [{ ...view, name, phone, personId, contactId, fits: !misfits.has(row.id) }];
    }),
    hidden: lost.filter((slot) => !slots.has(slot)).length,
  };
};

const MOST_DAYS = 20 * 366;

const requireNear = ({ clock }: Surroundings, day: string): void => {
  if (Math.abs(daysBetween(dayOf(clock.now()), day)) <= MOST_DAYS) return;
  throw new CaseworkError('INPUT_INVALID', `Expected a day within twenty years, but found ${day}`);
};

export interface DayOfCounter {
  readonly counterId: string;
  readonly day: string;
}

interface ReadAgenda {
  readonly actor: Actor;
  readonly clerk: Clerk;
  readonly counterId: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

const noteAgenda = (surroundings: Surroundings, tx: Queryable, { actor, clerk, counterId, detail }: ReadAgenda) =>
  appendAudit(surroundings, tx, {
    actor,
    action: 'agenda.read',
    object: `counter:${counterId}`,
    administration: clerk.administration,
    detail,
  });

/** A number is read with its appointment alone, which is on record for whoever it is of. */
const withoutPhone = (view: DeskAppointment): DeskAppointment => ({ ...view, phone: null });

/** Who comes to a counter of my administration on a day; that it was looked at is on record. */
export const getAgenda: UseCase<DayOfCounter, Agenda> = (surroundings, actor, { counterId, day }) =>
  surroundings.database.transaction(async (tx) => {
    const clerk = requireClerk(actor);
    const counter = await requireOwnCounter(tx, clerk, counterId);
    requireNear(surroundings, day);
    const bounds = { from: beginningOf(day), until: beginningOf(addDays(day, 1)) };
    const rows = await listAppointmentsAt(tx, { counterId, ...bounds });
    await noteAgenda(surroundings, tx, { actor, clerk, counterId, detail: { day, appointments: rows.length } });
    const isClosed = (await calendarOfCounter(tx, counterId)).isClosed(day);
    const { views } = await viewDesk(surroundings, tx, { counter, rows, within: bounds });
    return { counter, day, isClosed, appointments: views.map(withoutPhone) };
  });

/** As long ahead as anybody may have booked, in days. */
const LONGEST_DAYS = 181;

/** Appointments to come that the counter cannot keep as it is now, so that somebody moves or cancels them; on record as an agenda is. */
export const listMisfits: UseCase<{ readonly counterId: string }, Misfits> = (surroundings, actor, { counterId }) =>
  surroundings.database.transaction(async (tx) => {
    const clerk = requireClerk(actor);
    const counter = await requireOwnCounter(tx, clerk, counterId);
    const from = surroundings.clock.now();
    const within = { from, until: beginningOf(addDays(dayOf(from), LONGEST_DAYS)) };
    const rows = await listAppointmentsAt(tx, { counterId, ...within });
    const { views, hidden } = await viewDesk(surroundings, tx, { counter, rows, within });
    const appointments = views.filter(({ fits, state }) => state === 'booked' && !fits);
    await noteAgenda(surroundings, tx, { actor, clerk, counterId, detail: { misfits: appointments.length } });
    return { appointments: appointments.map(withoutPhone), hidden };
  });

export const viewForDesk = async (
  surroundings: Surroundings,
  tx: Queryable,
  { clerk, row }: { readonly clerk: Clerk; readonly row: AppointmentRow },
): Promise<DeskAppointment> => {
  const counter = await requireOwnCounter(tx, clerk, row.counter_id);
  const {
    views: [view],
  } = await viewDesk(surroundings, tx, { counter, rows: [row] });
  if (view === undefined) throw unknownAppointment(row.id);
  return view;
};

/** An appointment of the clerk's administration, locked until the transaction ends. */
export const lockOfOffice = async (tx: Queryable, actor: Actor, id: string) => {
  const clerk = requireClerk(actor);
  const row = await lockAppointment(tx, id);
  if (row?.administration !== clerk.administration) throw unknownAppointment(id);
  return { clerk, row };
};

/** One appointment; whoever it is of reads in their log that the office looked at it. */
export const getAppointment: UseCase<OfAppointment, DeskAppointment> = (surroundings, actor, { appointmentId: id }) =>
  surroundings.database.transaction(async (tx) => {
    const clerk = requireClerk(actor);
    const { administration, person } = clerk;
    const row = await findAppointment(tx, id);
    if (row?.administration !== administration) throw unknownAppointment(id);
    const at = surroundings.clock.now();
    if (row.person_id !== null)
      await upsertPartyOpening(tx, {
        id: surroundings.random.id(),
        administration,
        personId: row.person_id,
        actingAs: actingAs(person, ['supervisor', 'agent']),
        day: dayOf(at),
        at,
      });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'appointment.read',
      object: `appointment:${id}`,
      administration,
    });
    return viewForDesk(surroundings, tx, { clerk, row });
  });
