import type { Queryable } from '@irisflow/database';
import type { Surroundings } from '../surroundings.ts';
import { findPerson } from '../storage/people.ts';

/** The national number of a person for a consultation or a process; null when none was ever given. */
export const nationalNumberOf = async (
  { numbers }: Surroundings,
  db: Queryable,
  personId: string,
): Promise<string | null> => {
  const row = await findPerson(db, personId);
  const sealed = row?.national_number_sealed ?? null;
  return sealed === null ? null : numbers.open(sealed, personId);
};
