import { requireStaff, appendAudit } from '@irisflow/access';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import { findAuthorization, revokeAuthorizationRow } from '../storage/authorizations.ts';
import type { UseCase } from '../surroundings.ts';
import type { SourceAuthorizationView } from '../views/authorization.ts';
import { viewAuthorization } from './view-authorization.ts';

/** Ends an authorization at once, for running cases too. Revoking what has ended changes nothing. */
export const revokeAuthorization: UseCase<{ authorizationId: string }, SourceAuthorizationView> = async (
  surroundings,
  actor,
  { authorizationId: id },
) => {
  const { person, administration } = requireStaff(actor, ['administrator']);
  const { database, clock } = surroundings;
  return database.transaction(async (tx) => {
    const before = await findAuthorization(tx, { id, administration });
    if (before === undefined)
      throw new CaseworkError('NOT_FOUND', `Expected an authorization ${id}, but there is none to be seen`);
    if (before.revoked_at !== null) return viewAuthorization(before);
    const at = isoOf(clock.now());
    await revokeAuthorizationRow(tx, { id, at, by: person.name });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'authorization.revoked',
      object: `authorization:${id}`,
      administration,
      detail: { procedure: before.procedure_key, source: before.source_key },
    });
    return viewAuthorization({ ...before, revoked_at: at, revoked_by: person.name });
  });
};
