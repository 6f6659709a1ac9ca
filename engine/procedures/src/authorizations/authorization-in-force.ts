import type { Queryable } from '@irisflow/database';
import { findStandingAuthorization, type AuthorizationRow, type SourceOfProcedure } from '../storage/authorizations.ts';
import type { Surroundings } from '../surroundings.ts';
import { dayOf } from '@irisflow/calendar';
import { isRightSource, rightSourceAnswer } from '../right-source-description.ts';
import { answersTo, findRightSource } from '../storage/right-sources.ts';

/** What of rights of another administration counts as long as that one offers it, and of that nothing more. */
const offered = async (
  db: Queryable,
  row: AuthorizationRow,
  { administration, sourceKey }: SourceOfProcedure,
): Promise<AuthorizationRow | null> => {
  const source = await findRightSource(db, sourceKey);
  if (source === undefined || !answersTo(source, administration)) return null;
  return { ...row, fields: [...rightSourceAnswer, ...row.fields.filter((field) => source.fields.includes(field))] };
};

/** By which a procedure may ask a source today; null when it may not. */
export const authorizationInForce = async (
  { clock }: Pick<Surroundings, 'clock'>,
  db: Queryable,
  wanted: SourceOfProcedure,
): Promise<AuthorizationRow | null> => {
  const row = await findStandingAuthorization(db, wanted);
  if (row === undefined) return null;
  if (row.valid_on !== null && row.valid_on < dayOf(clock.now())) return null;
  return isRightSource(wanted.sourceKey) ? offered(db, row, wanted) : row;
};
