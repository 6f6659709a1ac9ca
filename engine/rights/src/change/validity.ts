import { addDays, addMonths } from '@irisflow/calendar';
import { CaseworkError } from '@irisflow/foundation';
import type { RightDescription, RightEffect } from '@irisflow/procedures';
import type { RightStanding } from '../views/right.ts';

type Data = Readonly<Record<string, unknown>>;

/** The last day of what begins on a day, as its kind says; null for without end. */
export const lastDayOf = ({ validity }: RightDescription, from: string, data: Data): string | null => {
  if (validity === undefined) return null;
  if ('months' in validity) return addDays(addMonths(from, validity.months), -1);
  const day = data[validity.until];
  return typeof day === 'string' ? day : null;
};

/** The last day that a change of data says by itself; undefined where it says none. */
export const untilIn = ({ validity }: RightDescription, data: Data): string | undefined => {
  const day = validity !== undefined && 'until' in validity ? data[validity.until] : undefined;
  return typeof day === 'string' ? day : undefined;
};

export const requireDays = (from: string, to: string | null): void => {
  if (to === null || to >= from) return;
  throw new CaseworkError('INPUT_INVALID', `Expected a last day from ${from} on, but found ${to}`, {
    errors: [{ pointer: '/validTo', keyword: 'formatMinimum' }],
  });
};

interface Held {
  readonly effect: RightEffect;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Whether a right holds on a day. */
export const standingOf = ({ effect, validFrom, validTo }: Held, day: string): RightStanding => {
  if (effect === 'ended') return 'ended';
  if (validTo !== null && validTo < day) return 'over';
  if (validFrom > day) return 'notYet';
  return effect === 'active' ? 'valid' : 'suspended';
};
