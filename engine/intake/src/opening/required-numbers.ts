import { CaseworkError } from '@irisflow/foundation';
import { enterpriseNumber, type Identifier, nationalNumber } from '@irisflow/identifiers';

const required =
  (identifier: Identifier, what: string) =>
  (written: string): string => {
    const checked = identifier.check(written);
    if (checked.ok) return checked.value;
    throw new CaseworkError('INPUT_INVALID', `Expected ${what} whose check digits fit, but found another one`);
  };

/** Eleven digits; what was found is not repeated, since it may be somebody's. */
export const requireNationalNumber = required(nationalNumber, 'a national number');

/** Ten digits. */
export const requireEnterpriseNumber = required(enterpriseNumber, 'an enterprise number');
