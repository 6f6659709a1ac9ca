import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { findRetirement, shareRetirement } from '../storage/retirements.ts';
import type { Surroundings } from '../surroundings.ts';

export interface Beginning {
  readonly key: string;
  /** The day on which it came in, where that is not today. */
  readonly receivedOn?: string | null;
}

type Clocked = Pick<Surroundings, 'clock'>;

const beginsOn = ({ clock }: Clocked, { receivedOn }: Beginning): string => receivedOn ?? dayOf(clock.now());

/** Whether nobody begins a case of a procedure on the day on which this one came in. */
export const isRetired = async (surroundings: Clocked, db: Queryable, beginning: Beginning): Promise<boolean> => {
  const row = await findRetirement(db, beginning.key);
  return row !== undefined && beginsOn(surroundings, beginning) >= row.closes_on;
};

/**
 * Refuses to begin a case of a procedure that has ended. Within a transaction nobody ends it until that is over: what is
 * begun was begun before.
 */
export const refuseRetired = async (surroundings: Clocked, tx: Queryable, beginning: Beginning): Promise<void> => {
  const { key } = beginning;
  await shareRetirement(tx, key);
  if (!(await isRetired(surroundings, tx, beginning))) return;
  throw new CaseworkError('PROCEDURE_RETIRED', `Expected ${key} to take new cases, but it has ended`);
};

/** Refuses to file what was begun before, once the last day for it is over. */
export const refuseTooLate = async (surroundings: Clocked, tx: Queryable, beginning: Beginning): Promise<void> => {
  const { key } = beginning;
  await shareRetirement(tx, key);
  const row = await findRetirement(tx, key);
  if (row === undefined || beginsOn(surroundings, beginning) <= row.drafts_until) return;
  throw new CaseworkError(
    'DRAFT_TOO_LATE',
    `Expected an application of ${key} to be filed until ${row.drafts_until}, but that day is over`,
  );
};
