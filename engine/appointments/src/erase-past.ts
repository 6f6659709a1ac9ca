import { isoOf } from '@irisflow/foundation';
import type { Surroundings } from './surroundings.ts';
import { tables } from './storage/tables.ts';

/** Days that an appointment without a case is kept after it was; with a case, it goes when the case goes. */
export const KEPT_DAYS = 90;

/** Erases who came without a case, once nobody has to know it any more. */
export const erasePastAppointments = async ({ database, clock }: Surroundings): Promise<void> => {
  await tables(database)
    .deleteFrom('appointment')
    .where('case_id', 'is', null)
    .where('ends_at', '<', isoOf(clock.now() - KEPT_DAYS * 24 * 3_600_000))
    .execute();
};
