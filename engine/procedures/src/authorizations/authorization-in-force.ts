import type { Queryable } from '@irisflow/database';
import { findStandingAuthorization, type AuthorizationRow, type SourceOfProcedure } from '../storage/authorizations.ts';
import type { Surroundings } from '../surroundings.ts';
import { dayOf } from '@irisflow/calendar';

/** By which a procedure may ask a source today; null when it may not. */
export const authorizationInForce = async (
  { clock }: Pick<Surroundings, 'clock'>,
  db: Queryable,
  wanted: SourceOfProcedure,
): Promise<AuthorizationRow | null> => {
  const row = await findStandingAuthorization(db, wanted);
  if (row === undefined) return null;
  return row.valid_on === null || row.valid_on >= dayOf(clock.now()) ? row : null;
};
