import { requireStaff } from '@irisflow/access';
import { listAuthorizationRows } from '../storage/authorizations.ts';
import type { UseCase } from '../surroundings.ts';
import type { SourceAuthorizationView } from '../views/authorization.ts';
import { viewAuthorization } from './view-authorization.ts';

/** The authorizations of the administrator's administration, also those that ended, the newest first. */
export const listAuthorizations: UseCase<Record<string, never>, SourceAuthorizationView[]> = async (
  { database },
  actor,
) => {
  const { administration } = requireStaff(actor, ['administrator']);
  return (await listAuthorizationRows(database, administration)).map(viewAuthorization);
};
