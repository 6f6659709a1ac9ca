import { addDays, type Calendar, createCalendar, dayOf, instantAt, timeOf } from '@irisflow/calendar';
import { type Queryable, takeNamedLock } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { listTaken } from '../storage/appointments.ts';
import { findCounter, listClosuresOf } from '../storage/counters.ts';
import type { CounterView } from '../views/counter.ts';
import { type Slot, slotsOn, weekdayFrom1 } from './opening-hours.ts';

export const requireCounter = async (db: Queryable, id: string): Promise<CounterView> => {
  const counter = await findCounter(db, id);
  if (counter !== undefined) return counter;
  throw new CaseworkError('NOT_FOUND', `Expected a counter ${id}, but there is none`);
};

/** On which days a counter is closed whatever its hours say. */
export const calendarOfCounter = async (db: Queryable, counterId: string): Promise<Calendar> =>
  createCalendar(await listClosuresOf(db, counterId));

/** Midnight in Brussels. */
export const beginningOf = (day: string): number => instantAt(day, '00:00') ?? Date.parse(`${day}T00:00:00Z`);

const DAY_MS = 24 * 3_600_000;

const meets = (one: Slot, other: Slot): boolean => one.from < other.until && other.from < one.until;

const isWithin = ({ hours }: CounterView, { from, until }: Slot): boolean => {
  const day = dayOf(from);
  return (
    dayOf(until) === day &&
    hours.some((open) => open.weekday === weekdayFrom1(day) && open.from <= timeOf(from) && timeOf(until) <= open.to)
  );
};

/** Of times that were booked, in their order, which the counter cannot keep: it is closed then, or receives fewer at once. */
export const misfitsAmong = (
  { calendar, counter }: { readonly calendar: Calendar; readonly counter: CounterView },
  booked: readonly Slot[],
): readonly Slot[] => {
  let kept: readonly Slot[] = [];
  return booked.filter((slot) => {
    kept = kept.filter((one) => meets(one, slot));
    const fits = !calendar.isClosed(dayOf(slot.from)) && isWithin(counter, slot) && kept.length < counter.desks;
    if (fits) kept = [...kept, slot];
    return !fits;
  });
};

/** Who books, as far as it says how late they may. */
export interface Booking {
  readonly counter: CounterView;
  readonly now: number;
  /** A desk books the next minute; whoever books themselves, so many hours ahead. */
  readonly isDesk: boolean;
  /** Their own time, which they give back for another one. */
  readonly given?: Slot;
}

export interface FreeDay {
  readonly day: string;
  readonly isClosed: boolean;
  readonly slots: readonly Slot[];
}

export const lastDayOf = ({ counter, now }: Booking): string => addDays(dayOf(now), counter.daysAhead);

const byDay = (slots: readonly Slot[]): ReadonlyMap<string, readonly Slot[]> => {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) {
    const day = dayOf(slot.from);
    const known = days.get(day);
    if (known === undefined) days.set(day, [slot]);
    else known.push(slot);
  }
  return days;
};

const withoutOne = (slots: readonly Slot[], given: Slot | undefined): readonly Slot[] => {
  const place = slots.findIndex(({ from, until }) => from === given?.from && until === given.until);
  return place === -1 ? slots : slots.toSpliced(place, 1);
};

/** The free times of a counter from one day to another, both included. */
export const freeDays = async (
  db: Queryable,
  booking: Booking,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<FreeDay[]> => {
  const { counter, now, isDesk, given } = booking;
  const calendar = await calendarOfCounter(db, counter.id);
  const bounds = { from: beginningOf(from), until: beginningOf(addDays(to, 1)) };
  const taken = byDay(withoutOne(await listTaken(db, { counterId: counter.id, ...bounds }), given));
  const earliest = isDesk ? now : now + counter.hoursBefore * 3_600_000;
  const days: FreeDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const isClosed = calendar.isClosed(day);
    const ofDay = taken.get(day) ?? [];
    const isFree = (slot: Slot): boolean =>
      slot.from >= earliest && ofDay.filter((one) => meets(one, slot)).length < counter.desks;
    const slots = isClosed || !counter.isOpen || day > lastDayOf(booking) ? [] : slotsOn(counter, day).filter(isFree);
    days.push({ day, isClosed, slots });
  }
  return days;
};

/** Whoever asks for times of the same counter waits until this transaction ends. */
export const lockPlaces = (tx: Queryable, counterId: string): Promise<void> =>
  takeNamedLock(tx, `places of counter ${counterId}`);

/** A counter as it is while nobody else books at it, changes it or closes it. */
export const lockCounter = async (tx: Queryable, counterId: string): Promise<CounterView> => {
  await lockPlaces(tx, counterId);
  return requireCounter(tx, counterId);
};

/** Takes a time that is free at a locked counter; of two who want the last place, one gets it. */
export const takePlace = async (tx: Queryable, booking: Booking, from: number): Promise<Slot> => {
  const { now, counter } = booking;
  // Days that no calendar counts are not looked into.
  const isNear = from >= now - DAY_MS && from < now + (counter.daysAhead + 2) * DAY_MS;
  const day = dayOf(isNear ? from : now);
  const [found] = await freeDays(tx, booking, { from: day, to: day });
  const slot = found?.slots.find((one) => one.from === from);
  if (slot !== undefined) return slot;
  throw new CaseworkError(
    'APPOINTMENT_TAKEN',
    `Expected a free time at counter ${booking.counter.id}, but ${new Date(from).toISOString()} is none`,
  );
};
