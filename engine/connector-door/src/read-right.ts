import { requireConnector } from '@irisflow/access';
import { lockSealedCase } from '@irisflow/casework';
import { CaseworkError } from '@irisflow/foundation';
import { type ReadRight, readRight as read, type RightReading } from '@irisflow/rights';
import type { UseCase } from './surroundings.ts';

/** Reads a right of the applicant of the case, as on a day: one by its key, or the one of a kind that is not over. Nothing is kept of it. */
export const readRight: UseCase<RightReading, { readonly right: ReadRight | null }> = async (
  surroundings,
  actor,
  reading,
) => {
  const connector = requireConnector(actor);
  if ((reading.rightId === undefined) === (reading.kind === undefined))
    throw new CaseworkError(
      'INPUT_INVALID',
      'Expected the key of a right or a kind of right, but found both or neither',
    );
  return surroundings.database.transaction(async (tx) => {
    const row = await lockSealedCase(tx, connector);
    return { right: await read(surroundings, tx, { ...reading, row }) };
  });
};
