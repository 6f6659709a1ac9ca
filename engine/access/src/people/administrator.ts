import { requireRole, type Actor } from '../actor.ts';
import { CaseworkError } from '@irisflow/foundation';

/** Who administers, and how far: `administration` is null for administrators of the platform, who reach all. */
export interface Administrator {
  readonly personId: string | null;
  readonly administration: string | null;
}

/** Somebody who administers people, or the platform itself at its start; refused otherwise. */
export const requireAdministrator = (actor: Actor): Administrator => {
  if (actor.kind === 'job') return { personId: null, administration: null };
  const { id, administration } = requireRole(actor, ['administrator']);
  return { personId: id, administration };
};

/** An administrator of the platform; refused otherwise. */
export const requirePlatformAdministrator = (actor: Actor): Administrator => {
  const administrator = requireAdministrator(actor);
  if (administrator.administration === null) return administrator;
  throw new CaseworkError(
    'FORBIDDEN',
    `Expected an administrator of the platform, but found one of ${administrator.administration}`,
  );
};

/** Other administrations do not exist for the administrator of one. */
export const requireReach = (administrator: Administrator, administration: string | null): void => {
  if (administrator.administration === null || administrator.administration === administration) return;
  throw new CaseworkError('NOT_FOUND', `Expected something of ${administrator.administration}, but it is not`);
};
