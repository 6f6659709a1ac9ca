import { appendAudit, type Actor, type Clerk, requireCorrector, requireStaff } from '@irisflow/access';
import { ownProcedure } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, isVisible, locales } from '@irisflow/foundation';
import { listTaken } from '../storage/appointments.ts';
import { insertCounter, listCountersOf, updateCounter } from '../storage/counters.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { CounterSettings, CounterView } from '../views/counter.ts';
import { hoursClash, type Slot } from './opening-hours.ts';
import { calendarOfCounter, lockPlaces, misfitsAmong, requireCounter } from './places.ts';

const MOST_COUNTERS = 100;
const MOST_LENGTH = 300;
/** As long ahead as anybody may have booked. */
const LONGEST_MS = 181 * 24 * 3_600_000;

const refuse = (pointer: string, keyword: string, detail: string): never => {
  throw new CaseworkError('INPUT_INVALID', detail, { errors: [{ pointer: `/settings${pointer}`, keyword }] });
};

const requireTexts = (settings: CounterSettings): void => {
  for (const field of ['name', 'address'] as const)
    for (const locale of locales) {
      const text = settings[field][locale];
      if (!isVisible(text) || text.length > MOST_LENGTH)
        refuse(`/${field}/${locale}`, 'required', `Expected a ${field} of 1 to ${MOST_LENGTH} characters in ${locale}`);
    }
};

const requireSettings = async (surroundings: Surroundings, { administration }: Clerk, settings: CounterSettings) => {
  requireTexts(settings);
  if (hoursClash(settings))
    refuse('/hours', 'hours', 'Expected hours that end after a visit at the earliest and do not meet, but some do');
  if (!settings.takesOther && settings.procedures.length === 0)
    refuse('/procedures', 'required', 'Expected something for which one may come, but there is nothing');
  for (const key of settings.procedures) await ownProcedure(surroundings, administration, key);
};

/** A counter of the actor's administration; those of others are none of theirs. */
export const requireOwnCounter = async (db: Queryable, { administration }: Clerk, id: string): Promise<CounterView> => {
  const counter = await requireCounter(db, id);
  if (counter.administration === administration) return counter;
  throw new CaseworkError('NOT_FOUND', `Expected a counter ${id} of ${administration}, but there is none`);
};

/** The counters of my administration, closed ones too. */
export const listOfficeCounters: UseCase<Record<string, never>, CounterView[]> = ({ database }, actor) =>
  listCountersOf(database, requireStaff(actor, ['agent', 'supervisor', 'administrator']).administration);

const note = (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, action, counter }: { readonly actor: Actor; readonly action: string; readonly counter: CounterView },
) =>
  appendAudit(surroundings, tx, {
    actor,
    action,
    object: `counter:${counter.id}`,
    administration: counter.administration,
    detail: { name: counter.name, hours: counter.hours, slotMinutes: counter.slotMinutes, desks: counter.desks },
  });

export const addCounter: UseCase<{ readonly settings: CounterSettings }, CounterView> = async (
  surroundings,
  actor,
  { settings },
) => {
  const clerk = requireCorrector(actor);
  const { administration } = clerk;
  await requireSettings(surroundings, clerk, settings);
  const id = surroundings.random.id();
  return surroundings.database.transaction(async (tx) => {
    if ((await listCountersOf(tx, administration)).length >= MOST_COUNTERS)
      refuse('', 'tooMany', `Expected at most ${MOST_COUNTERS} counters, but there are as many already`);
    await insertCounter(tx, { id, administration, settings });
    const counter = await requireCounter(tx, id);
    await note(surroundings, tx, { actor, action: 'counter.added', counter });
    return counter;
  });
};

/** Times that were booked and that a counter with these settings cannot keep. */
const misfitsOf = async ({ clock }: Surroundings, db: Queryable, counter: CounterView): Promise<readonly Slot[]> => {
  const now = clock.now();
  const booked = await listTaken(db, { counterId: counter.id, from: now, until: now + LONGEST_MS });
  const calendar = await calendarOfCounter(db, counter.id);
  return misfitsAmong(
    { calendar, counter },
    booked.toSorted((one, other) => one.from - other.from),
  );
};

export interface OfCounter {
  readonly counterId: string;
  readonly settings: CounterSettings;
}

/** The booked times that a change would leave without a place: when they are, and not whose. */
export const previewCounter: UseCase<OfCounter, { from: string; until: string }[]> = async (
  surroundings,
  actor,
  { counterId, settings },
) => {
  const { database } = surroundings;
  const counter = await requireOwnCounter(database, requireCorrector(actor), counterId);
  const misfits = await misfitsOf(surroundings, database, { ...counter, ...settings });
  return misfits.map(({ from, until }) => ({
    from: new Date(from).toISOString(),
    until: new Date(until).toISOString(),
  }));
};

export interface ChangeCounter extends OfCounter {
  readonly revision: number;
  /** How many booked times whoever changes it knows to be left without a place. */
  readonly misfits: number;
}

/** Changes a counter. Bookings stay; those that it cannot keep any more must be known to whoever changes it. */
export const changeCounter: UseCase<ChangeCounter, CounterView> = async (surroundings, actor, wanted) => {
  const clerk = requireCorrector(actor);
  const { counterId: id, revision, settings } = wanted;
  await requireSettings(surroundings, clerk, settings);
  return surroundings.database.transaction(async (tx) => {
    await lockPlaces(tx, id);
    const counter = await requireOwnCounter(tx, clerk, id);
    const left = (await misfitsOf(surroundings, tx, { ...counter, ...settings })).length;
    if (left > wanted.misfits)
      throw new CaseworkError(
        'COUNTER_BOOKINGS_LEFT',
        `Expected at most ${wanted.misfits} bookings that lose their place, but there are ${left}`,
      );
    if (!(await updateCounter(tx, { id, revision, settings })))
      throw new CaseworkError('STALE_REVISION', `Expected revision ${counter.revision}, but found ${revision}`);
    const changed = await requireCounter(tx, id);
    await note(surroundings, tx, { actor, action: 'counter.changed', counter: changed });
    return changed;
  });
};
