import type { Queryable } from '@irisflow/database';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import {
  endIdentifier,
  findCurrentIdentifier,
  insertIdentifier,
  isCanceledNumber,
  listIdentifiers,
} from '../storage/identifiers.ts';
import type { Surroundings } from '../surroundings.ts';

/** The national number of a party for a consultation or a process; null when none was ever given. */
export const numberOfParty = async (
  { numbers }: Surroundings,
  db: Queryable,
  partyId: string,
): Promise<string | null> => {
  const row = await findCurrentIdentifier(db, partyId);
  return row === undefined ? null : numbers.open(row.number_sealed, partyId);
};

/** Writes the number that somebody vouches for; the one before was replaced by it and still finds them. Answers whether it was. */
export const noteNumber = async (
  { numbers, clock }: Surroundings,
  tx: Queryable,
  { partyId, digits }: { readonly partyId: string; readonly digits: string },
): Promise<boolean> => {
  const index = numbers.index(digits);
  const known = await findCurrentIdentifier(tx, partyId);
  if (known?.number_index === index) return false;
  const wasCanceled = (await listIdentifiers(tx, partyId)).some(
    (one) => one.number_index === index && one.state === 'canceled',
  );
  if (wasCanceled) return false;
  const at = isoOf(clock.now());
  if (known !== undefined) await endIdentifier(tx, { partyId, index: known.number_index, state: 'replaced', at });
  await insertIdentifier(tx, { partyId, sealed: numbers.seal(digits, partyId), index, at });
  return known !== undefined;
};

/** Nothing new begins with a number that was canceled; whoever it was of is still found by it. */
export const refuseCanceledNumber = async ({ numbers }: Surroundings, db: Queryable, digits: string): Promise<void> => {
  if (await isCanceledNumber(db, numbers.index(digits)))
    throw new CaseworkError('NUMBER_CANCELED', 'Expected a national number that counts, but it was canceled', {
      errors: [{ pointer: '/nationalNumber', keyword: 'canceled' }],
    });
};
