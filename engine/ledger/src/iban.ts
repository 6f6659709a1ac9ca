import { CaseworkError } from '@irisflow/foundation';
import { iban } from '@irisflow/identifiers';

/** An account as it is kept, of how it was written; refuses one that takes no payments in euros. */
export const requireIban = (written: string): string => {
  const checked = iban.check(written);
  if (checked.ok) return checked.value;
  const { code } = checked.refusal;
  throw new CaseworkError('INPUT_INVALID', `Expected an account that takes euro payments, but found ${code}`, {
    errors: [{ pointer: '/iban', keyword: code }],
  });
};
