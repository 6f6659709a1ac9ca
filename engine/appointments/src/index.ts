export { appointmentsRoom } from './appointments-room.ts';
export { erasePastAppointments, KEPT_APPOINTMENT_DAYS } from './erase-past.ts';
export { tellOfAppointments } from './mails/tell-of-appointments.ts';
export { appointmentsMigrations } from './storage/migrations.ts';
export type { AppointmentsTables } from './storage/tables.gen.ts';
export { Agenda, AppointmentState, AppointmentView, DeskAppointment, Misfits } from './views/appointment.ts';
export { CounterSettings, CounterView, FreeHours } from './views/counter.ts';
export { appointmentWalls } from './walls/appointment-walls.ts';
