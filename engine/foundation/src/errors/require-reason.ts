import { isVisible } from '../views/text.ts';
import { CaseworkError } from './casework-error.ts';

/** Why somebody did something, as it stays on record: without blanks around it, and refused where it says nothing or too much. */
export const requireReason = (given: string, most = 500): string => {
  const reason = given.trim();
  if (isVisible(reason) && reason.length <= most) return reason;
  throw new CaseworkError('INPUT_INVALID', `Expected a reason of 1 to ${most} characters, but found ${reason.length}`, {
    errors: [{ pointer: '/reason', keyword: 'required' }],
  });
};
