import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf, type LocalizedText } from '@irisflow/foundation';
import type { Slot } from '../counters/opening-hours.ts';
import { requireCounter } from '../counters/places.ts';
import type { AppointmentRow } from '../storage/appointments.ts';
import type { Surroundings } from '../surroundings.ts';
import type { AppointmentView } from '../views/appointment.ts';
import type { CounterView } from '../views/counter.ts';

export const slotOf = ({ starts_at: start, ends_at: end }: AppointmentRow): Slot => ({
  from: +new Date(start),
  until: +new Date(end),
});

/** What a procedure is called now; its key where it is not published any more. */
export const titleOf = async ({ library }: Surroundings, db: Queryable, key: string): Promise<LocalizedText> =>
  library.latest(db, key).then(
    ({ description }) => description.title,
    (thrown: unknown) => {
      if (thrown instanceof CaseworkError && thrown.code === 'NOT_FOUND') return { fr: key, nl: key, en: key };
      throw thrown;
    },
  );

/** Appointments as whoever booked them sees them, each counter and procedure looked up once. */
export const viewAppointments = async (
  surroundings: Surroundings,
  db: Queryable,
  rows: readonly AppointmentRow[],
): Promise<AppointmentView[]> => {
  const counters = new Map<string, CounterView>();
  const titles = new Map<string, LocalizedText>();
  const now = surroundings.clock.now();
  const views: AppointmentView[] = [];
  for (const row of rows) {
    const counter = counters.get(row.counter_id) ?? (await requireCounter(db, row.counter_id));
    counters.set(row.counter_id, counter);
    const { procedure_key: key } = row;
    if (key !== null && !titles.has(key)) titles.set(key, await titleOf(surroundings, db, key));
    const title = key === null ? undefined : titles.get(key);
    views.push({
      id: row.id,
      counter: { id: counter.id, name: counter.name, address: counter.address },
      procedure: key === null || title === undefined ? null : { key, title },
      caseId: row.case_id,
      from: instantOf(row.starts_at),
      until: instantOf(row.ends_at),
      language: row.language,
      state: row.state,
      reason: row.reason,
      moves: row.moves,
      mayChange: row.state === 'booked' && slotOf(row).from > now,
    });
  }
  return views;
};

export const viewAppointment = async (
  surroundings: Surroundings,
  db: Queryable,
  row: AppointmentRow,
): Promise<AppointmentView> => {
  const [view] = await viewAppointments(surroundings, db, [row]);
  if (view !== undefined) return view;
  throw new Error(`Expected a view of appointment ${row.id}, but there is none`);
};
