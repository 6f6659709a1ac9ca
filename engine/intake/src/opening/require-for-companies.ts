import { CaseworkError } from '@irisflow/foundation';
import type { PublishedProcedure } from '@irisflow/procedures';

/** A procedure for people has no answer for a company. One that nobody files is the office's to open, for whom it concerns. */
export const requireForCompanies = ({ key, description: { audience } }: PublishedProcedure): void => {
  if (audience.length === 0 || audience.includes('company')) return;
  throw new CaseworkError(
    'WRONG_AUDIENCE',
    `Expected ${audience.join(' or ')} as applicant of ${key}, but found company`,
  );
};
