import { appendAudit, type Actor } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, isoOf, type Locale } from '@irisflow/foundation';
import { lockCounter, takePlace } from '../counters/places.ts';
import {
  type AppointmentChange,
  type AppointmentRow,
  insertAppointment,
  lockAppointment,
  updateAppointment,
} from '../storage/appointments.ts';
import type { Surroundings } from '../surroundings.ts';
import type { CounterView } from '../views/counter.ts';
import { slotOf } from './view-appointments.ts';

/** Who comes to a counter, when and what for. */
export interface NewAppointment {
  readonly actor: Actor;
  readonly bookedBy: string;
  readonly isDesk: boolean;
  readonly counterId: string;
  /** Epoch milliseconds. */
  readonly from: number;
  readonly personId: string | null;
  readonly name: string;
  readonly phone: string | null;
  readonly language: Locale;
  readonly procedureKey: string | null;
  readonly caseId: string | null;
}

export const unknownAppointment = (id: string) =>
  new CaseworkError('NOT_FOUND', `Expected an appointment ${id}, but there is none`);

const requireOffered = (counter: CounterView, { procedureKey, language }: NewAppointment): void => {
  const isOffered = procedureKey === null ? counter.takesOther : counter.procedures.includes(procedureKey);
  const pointer = isOffered ? '/language' : '/procedureKey';
  if (isOffered && counter.languages.includes(language)) return;
  throw new CaseworkError('INPUT_INVALID', `Expected something that counter ${counter.id} offers`, {
    errors: [{ pointer, keyword: 'enum' }],
  });
};

export const noteAppointment = (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, action, row }: { readonly actor: Actor; readonly action: string; readonly row: AppointmentRow },
) =>
  appendAudit(surroundings, tx, {
    actor,
    action: `appointment.${action}`,
    object: `appointment:${row.id}`,
    administration: row.administration,
    detail: { counter: row.counter_id, from: isoOf(slotOf(row).from), case: row.case_id },
  });

/** Books a time that is free at this moment; the mail that confirms it goes by itself. */
export const book = async (
  surroundings: Surroundings,
  tx: Queryable,
  wanted: NewAppointment,
): Promise<AppointmentRow> => {
  const { clock, random } = surroundings;
  const { actor, isDesk } = wanted;
  const counter = await lockCounter(tx, wanted.counterId);
  requireOffered(counter, wanted);
  const now = clock.now();
  const slot = await takePlace(tx, { counter, now, isDesk }, wanted.from);
  const row: AppointmentRow = {
    id: random.id(),
    administration: counter.administration,
    counter_id: counter.id,
    person_id: wanted.personId,
    name: wanted.name,
    phone: wanted.phone,
    language: wanted.language,
    procedure_key: wanted.procedureKey,
    case_id: wanted.caseId,
    starts_at: isoOf(slot.from),
    ends_at: isoOf(slot.until),
    state: 'booked',
    reason: null,
    moves: 0,
    contact_id: null,
    booked_by: wanted.bookedBy,
    booked_at: isoOf(now),
    mail: 'confirmation',
    mail_due: isoOf(now),
    mail_tries: 0,
  };
  await insertAppointment(tx, row);
  await noteAppointment(surroundings, tx, { actor, action: 'booked', row });
  return row;
};

/** Locks an appointment that is still to come, when it is the actor's to change. */
export const lockUpcoming = async (
  { clock }: Surroundings,
  tx: Queryable,
  { id, isTheirs }: { readonly id: string; readonly isTheirs: (row: AppointmentRow) => boolean },
): Promise<AppointmentRow> => {
  const row = await lockAppointment(tx, id);
  if (row === undefined || !isTheirs(row)) throw unknownAppointment(id);
  if (row.state === 'booked' && slotOf(row).from > clock.now()) return row;
  throw new CaseworkError('APPOINTMENT_OVER', `Expected appointment ${id} to come, but it is ${row.state} or past`);
};

interface Changed {
  readonly actor: Actor;
  readonly row: AppointmentRow;
}

const change = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, row, action, values }: Changed & { readonly action: string; readonly values: Omit<AppointmentChange, 'id'> },
): Promise<AppointmentRow> => {
  await updateAppointment(tx, { id: row.id, ...values });
  const changed = { ...row, ...values };
  await noteAppointment(surroundings, tx, { actor, action, row: changed });
  return changed;
};

/** Moves an appointment to another free time of its counter. */
export const move = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, row, from, isDesk }: Changed & { readonly from: number; readonly isDesk: boolean },
): Promise<AppointmentRow> => {
  const now = surroundings.clock.now();
  const counter = await lockCounter(tx, row.counter_id);
  const slot = await takePlace(tx, { counter, now, isDesk, given: slotOf(row) }, from);
  const values = {
    starts_at: isoOf(slot.from),
    ends_at: isoOf(slot.until),
    moves: row.moves + 1,
    mail: 'confirmation',
    mail_due: isoOf(now),
    mail_tries: 0,
  } as const;
  return change(surroundings, tx, { actor, row, action: 'moved', values });
};

/** Gives the place back; where an office says why, whoever was to come is told. */
export const cancel = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, row, reason }: Changed & { readonly reason: string | null },
): Promise<AppointmentRow> => {
  const told = { mail: 'cancellation', mail_due: isoOf(surroundings.clock.now()), reason } as const;
  const values = {
    state: 'canceled',
    mail_tries: 0,
    ...(reason === null ? { mail: null, mail_due: null } : told),
  } as const;
  return change(surroundings, tx, { actor, row, action: 'canceled', values });
};
