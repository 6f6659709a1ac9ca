import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { findAdministration } from '../storage/administrations.ts';
import type { Role } from '../views/person.ts';

/** Which roles somebody gets, and where; without an administration they administer the platform. */
export interface Grant {
  readonly administration: string | null;
  readonly roles: readonly Role[];
  readonly groups: readonly string[];
}

const ofPlatform: readonly Role[] = ['administrator', 'citizen'];

/** Refuses roles that nobody could use: staff of no administration, or of one that is not there. */
export const requireSound = async (db: Queryable, { administration, roles, groups }: Grant): Promise<void> => {
  if (!roles.some((role) => role !== 'citizen'))
    throw new CaseworkError('INPUT_INVALID', 'Expected a role at the desk, but found none; remove the person instead');
  if (administration === null) {
    if (groups.length === 0 && roles.every((role) => ofPlatform.includes(role))) return;
    throw new CaseworkError(
      'INPUT_INVALID',
      'Expected an administrator of the platform to have no other role or group',
    );
  }
  if ((await findAdministration(db, administration)) === null)
    throw new CaseworkError('NOT_FOUND', `Expected an administration ${administration}, but there is none`);
};
