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

/** What cannot stand in one line: breaks, marks that nobody sees, marks that turn the direction of words. */
const notInLine = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** The same in one line, as it stands in a letter or a list: nobody writes lines of their own below what others wrote. */
export const requireLine = (given: string, wanted: Wanted): string => {
  const said = requireSaid(given, wanted);
  const found = notInLine.exec(said);
  if (found === null) return said;
  const { what, pointer } = wanted;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).padStart(4, '0').toUpperCase();
  throw new CaseworkError('INPUT_INVALID', `Expected ${what} in one line, but found U+${code}`, {
    errors: [{ pointer, keyword: 'pattern' }],
  });
};

/** Why somebody did something. */
export const requireReason = (given: string, most = 500): string =>
  requireSaid(given, { what: 'a reason', pointer: '/reason', most });
