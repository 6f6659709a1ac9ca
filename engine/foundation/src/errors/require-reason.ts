import { isVisible } from '../views/text.ts';
import { CaseworkError } from './casework-error.ts';

/** Why somebody did something, as it stays on record: without blanks around it, and refused where it says nothing or too much. */
export const requireReason = (given: string, most = 500): string => {
  const reason = given.trim();
  if (isVisible(reason) && reason.length <= most) return reason;
  throw new CaseworkError('INPUT_INVALID', `Expected a reason of 1 to ${most} characters, but found ${reason.length}`, {
    errors: [{ pointer: '/reason', keyword: 'required' }],
  });
interface Wanted {
  /** What is said, in a sentence: `a reason`. */
  readonly what: string;
  /** Where it stands in the request, as a JSON pointer. */
  readonly pointer: string;
  /** Characters. */
  readonly most: number;
}

/** Marks without a shape of their own: a text of nothing else says nothing. */
const shapeless = /[\s\p{Cf}]/gu;

/** What somebody has to say, as it stays on record: without blanks around it, and refused where it says nothing or too much. */
export const requireSaid = (given: string, { what, pointer, most }: Wanted): string => {
  const said = given.trim();
  const isSaid = said.replaceAll(shapeless, '') !== '';
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
