import { isVisible } from '../views/text.ts';
import { CaseworkError } from './casework-error.ts';

interface Wanted {
  /** What is said, in a sentence: `a reason`. */
  readonly what: string;
  /** Where it stands in the request, as a JSON pointer. */
  readonly pointer: string;
  /** Characters. */
  readonly most: number;
}

/** What somebody has to say, as it stays on record: without blanks around it, and refused where it says nothing or too much. */
export const requireSaid = (given: string, { what, pointer, most }: Wanted): string => {
  const said = given.trim();
  const isSaid = isVisible(said);
  if (isSaid && said.length <= most) return said;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected ${what} of 1 to ${most} characters, but found ${isSaid ? said.length : 'none'}`,
    { errors: [{ pointer, keyword: 'required' }] },
  );
};

/** Why somebody did something. */
export const requireReason = (given: string, most = 500): string =>
  requireSaid(given, { what: 'a reason', pointer: '/reason', most });
