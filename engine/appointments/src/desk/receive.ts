import type { Actor, Clerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { noteContact } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, type Locale } from '@irisflow/foundation';
import { writeContact } from '@irisflow/parties';
import { noteAppointment } from '../booking/book.ts';
import { slotOf, titleOf } from '../booking/view-appointments.ts';
import { calendarOfCounter } from '../counters/places.ts';
import { type AppointmentRow, updateAppointment } from '../storage/appointments.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { AppointmentState, DeskAppointment, OfAppointment } from '../views/appointment.ts';
import { lockOfOffice, viewForDesk } from './agenda.ts';

/** What a desk says of a visit; each can be taken back, a cancellation cannot. */
export type Reception = Exclude<AppointmentState, 'canceled'>;

const followUps: Readonly<Record<AppointmentState, readonly Reception[]>> = {
  booked: ['arrived', 'served', 'missed'],
  arrived: ['served', 'booked'],
  served: ['arrived'],
  missed: ['booked', 'arrived'],
  canceled: [],
};

const requireFollowUp = (row: AppointmentRow, state: Reception, now: number): void => {
  const { from } = slotOf(row);
  const isTime = state === 'missed' ? from <= now : dayOf(from) <= dayOf(now);
  if (followUps[row.state].includes(state) && (isTime || state === 'booked')) return;
  throw new CaseworkError(
    'APPOINTMENT_OVER',
    `Expected an appointment that can be ${state} now, but it is ${row.state} on ${dayOf(from)}`,
  );
};

/** Says that somebody arrived, was served, or did not come. */
export const receive: UseCase<OfAppointment & { readonly state: Reception }, DeskAppointment> = (
  surroundings,
  actor,
  { appointmentId, state },
) =>
  surroundings.database.transaction(async (tx) => {
    const { clerk, row } = await lockOfOffice(tx, actor, appointmentId);
    requireFollowUp(row, state, surroundings.clock.now());
    await updateAppointment(tx, { id: row.id, state });
    const changed = { ...row, state };
    await noteAppointment(surroundings, tx, { actor, action: state, row: changed });
    return viewForDesk(surroundings, tx, { clerk, row: changed });
  });

const otherSubject: Readonly<Record<Locale, string>> = {
  fr: 'Visite au guichet',
  nl: 'Bezoek aan het loket',
  en: 'Visit',
};

interface Visit {
  readonly actor: Actor;
  readonly clerk: Clerk;
  readonly row: AppointmentRow;
}

const writeVisit = async (surroundings: Surroundings, tx: Queryable, { actor, clerk, row }: Visit) => {
  const { language, procedure_key: key } = row;
  const subject = key === null ? otherSubject[language] : (await titleOf(surroundings, tx, key))[language];
  return writeContact(surroundings, tx, {
    actor,
    clerk,
    calendar: await calendarOfCounter(tx, row.counter_id),
    known: { personId: row.person_id, knownCaseId: row.case_id, caseId: null },
    note: {
      channel: 'visit',
      kind: 'question',
      language,
      firstName: '',
      lastName: row.name,
      phone: row.phone,
      email: null,
      subject,
      said: '',
      answer: '',
      followUp: '',
      followUpOn: null,
    },
  });
};

/** Turns a visit into a contact, in the file of the case that it is about; from there an application opens without retyping. */
export const noteVisit: UseCase<OfAppointment, { contactId: string }> = (surroundings, actor, { appointmentId }) =>
  surroundings.database.transaction(async (tx) => {
    const { clerk, row } = await lockOfOffice(tx, actor, appointmentId);
    if (row.contact_id !== null) return { contactId: row.contact_id };
    const at = surroundings.clock.now();
    if (row.state !== 'served') requireFollowUp(row, 'served', at);
    const { id: contactId } = await writeVisit(surroundings, tx, { actor, clerk, row });
    if (row.case_id !== null) await noteContact(tx, actor, { contactId, caseId: row.case_id, at });
    await updateAppointment(tx, { id: row.id, state: 'served', contact_id: contactId });
    await noteAppointment(surroundings, tx, { actor, action: 'served', row });
    return { contactId };
  });
