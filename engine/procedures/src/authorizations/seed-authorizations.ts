import type { UseCase } from '../surroundings.ts';
import { grantAuthorization } from './grant-authorization.ts';
import { listAuthorizedSources } from '../storage/authorizations.ts';
import { requireMachine } from '@irisflow/access';

/**
 * Grants a published procedure what its folder asks for, as its operator who seeds it has decided. A source that ever had
 * an authorization is left alone: what an administrator revoked stays revoked.
 */
export const seedAuthorizations: UseCase<{ key: string }, void> = async (surroundings, actor, { key }) => {
  requireMachine(actor);
  const { database, library } = surroundings;
  const { description } = await library.latest(database, key);
  const known = await listAuthorizedSources(database, key);
  for (const { key: sourceKey, purpose, legalBasis, fields = [] } of description.sources) {
    if (known.includes(sourceKey)) continue;
    await grantAuthorization(surroundings, actor, { procedureKey: key, sourceKey, purpose, legalBasis, fields });
  }
};
