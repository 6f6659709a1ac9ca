import { CaseworkError } from '@irisflow/foundation';
import type { Queryable } from '@irisflow/database';
import { nationalNumber } from '@irisflow/identifiers';
import { listIdentifiers } from '../storage/identifiers.ts';
import type { Surroundings } from '../surroundings.ts';

/** What whoever gives a mandate says. */
export interface MandateWish {
  /** Whom it is for, as the mandator knows them. */
  readonly mandatee: string;
  /** Their national number: only who proves to have it may use the mandate. */
  readonly nationalNumber: string;
  /** Keys of procedures; null for all of them. */
  readonly procedures: readonly string[] | null;
  readonly mayDelegate: boolean;
  /** Days as `YYYY-MM-DD`; the last one may be left open. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

const refuse = (detail: string): never => {
  throw new CaseworkError('INPUT_INVALID', detail);
};

const requireDays = ({ validFrom, validTo }: MandateWish, today: string): void => {
  if (validFrom < today) refuse(`Expected a first day from ${today} on, but found ${validFrom}`);
  if (validTo !== null && validTo < validFrom) refuse(`Expected a last day from ${validFrom} on, but found ${validTo}`);
};

const requireScope = ({ procedures, mayDelegate }: MandateWish): void => {
  if (procedures?.length === 0) refuse('Expected at least one procedure, but found none');
  if (mayDelegate && procedures !== null)
    refuse('Expected a mandate for everything to be passed on, but it is for a few');
};

/** Whose number it is does not show: a mandate for somebody whom nobody knows yet waits for them. */
const indexOf = async (
  { numbers }: Surroundings,
  db: Queryable,
  { wish, mandatorId }: { wish: MandateWish; mandatorId: string },
): Promise<string> => {
  const checked = nationalNumber.check(wish.nationalNumber);
  if (!checked.ok) return refuse(`Expected a national number, but it is refused: ${checked.refusal.code}`);
  const index = numbers.index(checked.value);
  const own = await listIdentifiers(db, mandatorId);
  if (own.some((row) => row.number_index === index)) return refuse('Expected somebody else, but it is the mandator');
  return index;
};

/** The blind index of whom a mandate is for, once everything about it was found right. */
export const checkWish = async (
  surroundings: Surroundings,
  db: Queryable,
  { wish, mandatorId, today }: { wish: MandateWish; mandatorId: string; today: string },
): Promise<string> => {
  requireDays(wish, today);
  requireScope(wish);
  return indexOf(surroundings, db, { wish, mandatorId });
};
