import { deletePastWithoutCase } from './storage/appointments.ts';
import type { Surroundings } from './surroundings.ts';

/** Days that an appointment without a case is kept after it was; with a case, it goes when the case goes. */
export const KEPT_APPOINTMENT_DAYS = 90;

/** Erases who came without a case, once nobody has to know it any more. */
export const erasePastAppointments = ({ database, clock }: Surroundings): Promise<void> =>
  deletePastWithoutCase(database, clock.now() - KEPT_APPOINTMENT_DAYS * 24 * 3_600_000);
