import {
  CalendarDate,
  extend,
  Instant,
  Locale,
  LocalizedText,
  nullable,
  oneOf,
  OpaqueId,
  Ordinal,
} from '@irisflow/foundation';
import { Type, type Static } from 'typebox';
import { CounterView } from './counter.ts';

export const AppointmentState = oneOf(['booked', 'arrived', 'served', 'missed', 'canceled']);
export type AppointmentState = Static<typeof AppointmentState>;

/** Which appointment is meant. */
export interface OfAppointment {
  readonly appointmentId: string;
}

/** An hour at a counter, as whoever booked it sees it. */
export const AppointmentView = Type.Object({
  id: OpaqueId,
  counter: Type.Object({ id: OpaqueId, name: LocalizedText, address: LocalizedText }),
  /** What it is for; null for something else. */
  procedure: nullable(Type.Object({ key: Type.String(), title: LocalizedText })),
  caseId: nullable(OpaqueId),
  from: Instant,
  until: Instant,
  language: Locale,
  state: AppointmentState,
  /** Why the office canceled it. */
  reason: nullable(Type.String()),
  moves: Ordinal,
  /** Whether they may still move it or give it back. */
  mayChange: Type.Boolean(),
});
export type AppointmentView = Static<typeof AppointmentView>;

/** The same as the desk sees it. */
export const DeskAppointment = extend(AppointmentView, {
  name: Type.String(),
  phone: nullable(Type.String()),
  /** Their party, where they are known. */
  personId: nullable(OpaqueId),
  contactId: nullable(OpaqueId),
  /** Whether the counter is open then, as its hours and closures are now. */
  fits: Type.Boolean(),
});
export type DeskAppointment = Static<typeof DeskAppointment>;

/** Who comes to a counter on a day. */
export const Agenda = Type.Object({
  counter: CounterView,
  day: CalendarDate,
  isClosed: Type.Boolean(),
  appointments: Type.Array(DeskAppointment),
});
export type Agenda = Static<typeof Agenda>;

/** Appointments to come that a counter cannot keep. */
export const Misfits = Type.Object({
  appointments: Type.Array(DeskAppointment),
  /** How many more there are, of cases and people that the reader does not see: somebody else moves these. */
  hidden: Type.Integer({ minimum: 0 }),
});
export type Misfits = Static<typeof Misfits>;
