import { requireRole } from '@irisflow/access';
import { addDays, dayOf } from '@irisflow/calendar';
import { isoOf } from '@irisflow/foundation';
import { listCountersFor } from '../storage/counters.ts';
import type { UseCase } from '../surroundings.ts';
import type { CounterView, FreeHours } from '../views/counter.ts';
import { freeDays, lastDayOf, requireCounter } from './places.ts';

const DAYS_SHOWN = 7;

/** Counters to which one may come for a procedure; nobody has to sign in to see where they are. */
export const listCounters: UseCase<{ readonly procedureKey: string }, CounterView[]> = (
  { database },
  _actor,
  { procedureKey },
) => listCountersFor(database, procedureKey);

export interface HoursFrom {
  readonly counterId: string;
  /** The first day that is asked for; today where it is left out or over. */
  readonly from?: string;
}

/** The free times of a counter in a week from a day on, and the first day that has any. */
export const listFreeHours: UseCase<HoursFrom, FreeHours> = async (surroundings, actor, { counterId, from }) => {
  const { administration, roles } = requireRole(actor, ['citizen', 'agent', 'supervisor']);
  const { database, clock } = surroundings;
  const counter = await requireCounter(database, counterId);
  const now = clock.now();
  const isDesk = administration === counter.administration && !roles.every((role) => role === 'citizen');
  const booking = { counter, now, isDesk };
  const today = dayOf(now);
  const lastDay = lastDayOf(booking);
  const first = from === undefined || from < today ? today : from;
  if (first > lastDay) return { days: [], firstFree: null, lastDay };
  const days = await freeDays(database, booking, { from: first, to: lastDay });
  return {
    days: days
      .filter(({ day }) => day < addDays(first, DAYS_SHOWN))
      .map(({ slots, ...day }) => ({
        ...day,
        slots: slots.map((slot) => ({ from: isoOf(slot.from), until: isoOf(slot.until) })),
      })),
    firstFree: days.find(({ slots }) => slots.length > 0)?.day ?? null,
    lastDay,
  };
};
