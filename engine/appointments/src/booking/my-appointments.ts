import { type Actor, type Applying, requireApplying, requireApplyingFor } from '@irisflow/access';
import { calendarFile, dayOf, timeOf } from '@irisflow/calendar';
import { requireApplicantCase } from '@irisflow/casework';
import { type Queryable, takeNamedLock } from '@irisflow/database';
import { CaseworkError, type Locale } from '@irisflow/foundation';
import { Readable } from 'node:stream';
import { requireCounter } from '../counters/places.ts';
import {
  type AppointmentRow,
  countOpenOf,
  findAppointment,
  findSameVisit,
  listAppointmentsOf,
} from '../storage/appointments.ts';
import type { UseCase } from '../surroundings.ts';
import type { AppointmentView, OfAppointment } from '../views/appointment.ts';
import { book, cancel, lockUpcoming, move, unknownAppointment } from './book.ts';
import { slotOf, viewAppointment, viewAppointments } from './view-appointments.ts';

/** Whoever has as many before them gives one back first: hours are for everybody. */
export const MAX_OPEN = 3;

export interface BookMine {
  readonly counterId: string;
  /** ISO 8601. */
  readonly from: string;
  /** Null for something else than a procedure. */
  readonly procedureKey: string | null;
  /** The case that it is about. */
  readonly caseId: string | null;
  /** In which they are received. */
  readonly language: Locale;
  readonly phone: string | null;
}

/** For whom somebody books; under a mandate for a few procedures, for those alone. */
const applyingFor = (actor: Actor, procedureKey: string | null): Applying => {
  const applying = requireApplying(actor);
  if (procedureKey !== null) return requireApplyingFor(actor, procedureKey);
  if (applying.acting === null || applying.acting.procedures === null) return applying;
  throw new CaseworkError('OUT_OF_MANDATE', 'Expected a mandate for everything, but it is for a few procedures');
};

const requireFew = async (tx: Queryable, personId: string, now: number): Promise<void> => {
  const open = await countOpenOf(tx, { personId, now });
  if (open < MAX_OPEN) return;
  throw new CaseworkError(
    'APPOINTMENT_LIMIT',
    `Expected at most ${MAX_OPEN} appointments to come, but there are ${open}`,
  );
};

const requireSameProcedure = async (tx: Queryable, actor: Actor, { caseId, procedureKey }: BookMine): Promise<void> => {
  if (caseId === null) return;
  const { row } = await requireApplicantCase(tx, actor, caseId);
  if (row.procedure_key === procedureKey) return;
  throw new CaseworkError('INPUT_INVALID', `Expected the procedure of case ${caseId}, but found another one`, {
    errors: [{ pointer: '/procedureKey', keyword: 'enum' }],
  });
};

/** Books a time for myself, or for whom I act for. */
export const bookMine: UseCase<BookMine, AppointmentView> = async (surroundings, actor, wanted) => {
  const { person, partyId, acting } = applyingFor(actor, wanted.procedureKey);
  const { database, clock } = surroundings;
  return database.transaction(async (tx) => {
    await requireSameProcedure(tx, actor, wanted);
    await takeNamedLock(tx, `appointments of ${partyId}`);
    const from = Date.parse(wanted.from);
    // Whoever pressed twice has it once: the other places are for others.
    const visit = { ...wanted, from, personId: partyId, name: acting?.party.name ?? person.name };
    const same = await findSameVisit(tx, { ...visit, bookedBy: person.id });
    if (same !== undefined) return viewAppointment(surroundings, tx, same);
    await requireFew(tx, partyId, clock.now());
    const row = await book(surroundings, tx, {
      ...visit,
      actor,
      bookedBy: person.id,
      isDesk: false,
    });
    return viewAppointment(surroundings, tx, row);
  });
};

/** Whether an appointment is of whom somebody applies for, in what they may. */
const isOf =
  ({ partyId, acting }: Applying) =>
  ({ person_id: personId, procedure_key: key }: AppointmentRow): boolean =>
    personId === partyId && (acting?.procedures?.includes(key ?? '') ?? true);

/** My appointments, those to come and those that were, the latest first. */
export const listMine: UseCase<Record<string, never>, AppointmentView[]> = async (surroundings, actor) => {
  const applying = requireApplying(actor);
  const rows = await listAppointmentsOf(surroundings.database, applying.partyId);
  return viewAppointments(surroundings, surroundings.database, rows.filter(isOf(applying)));
};

export const moveMine: UseCase<OfAppointment & { readonly from: string }, AppointmentView> = (
  surroundings,
  actor,
  { appointmentId: id, from },
) =>
  surroundings.database.transaction(async (tx) => {
    const row = await lockUpcoming(surroundings, tx, { id, isTheirs: isOf(requireApplying(actor)) });
    const moved = await move(surroundings, tx, { actor, row, from: Date.parse(from), isDesk: false });
    return viewAppointment(surroundings, tx, moved);
  });

export const cancelMine: UseCase<OfAppointment, AppointmentView> = (surroundings, actor, { appointmentId: id }) =>
  surroundings.database.transaction(async (tx) => {
    const row = await lockUpcoming(surroundings, tx, { id, isTheirs: isOf(requireApplying(actor)) });
    return viewAppointment(surroundings, tx, await cancel(surroundings, tx, { actor, row, reason: null }));
  });

const titles: Readonly<Record<Locale, string>> = { fr: 'Rendez-vous', nl: 'Afspraak', en: 'Appointment' };

/** An appointment of mine as a file for my calendar. */
export const downloadMine: UseCase<
  OfAppointment & { readonly language: Locale },
  { readonly name: string; readonly mediaType: string; readonly size: number; readonly content: Readable }
> = async ({ database, clock, publicUrl }, actor, { appointmentId: id, language }) => {
  const applying = requireApplying(actor);
  const row = await findAppointment(database, id);
  if (row === undefined || !isOf(applying)(row) || row.state === 'canceled') throw unknownAppointment(id);
  const counter = await requireCounter(database, row.counter_id);
  const { from, until } = slotOf(row);
  const text = calendarFile({
    uid: `${row.id}@irisflow`,
    sequence: row.moves,
    from,
    until,
    title: `${titles[language]} - ${counter.name[language]}`,
    place: counter.address[language],
    description: `${publicUrl}/${language}/my/appointments`,
    stamp: clock.now(),
  });
  const bytes = Buffer.from(text, 'utf8');
  const name = `${dayOf(from)}-${timeOf(from).replace(':', '')}.ics`;
  return { name, mediaType: 'text/calendar', size: bytes.length, content: Readable.from([bytes]) };
};
