import { requireStaff, appendAudit } from '@irisflow/access';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import { removeAllowedHostRow } from '../storage/allowed-hosts.ts';
import type { UseCase } from '../surroundings.ts';

/** Takes a host off its list. Connectors learn it within seconds. */
export const removeAllowedHost: UseCase<{ allowedHostId: string }, void> = async (
  surroundings,
  actor,
  { allowedHostId: id },
) => {
  const { person, administration } = requireStaff(actor, ['administrator']);
  const { database, clock } = surroundings;
  await database.transaction(async (tx) => {
    const row = await removeAllowedHostRow(tx, { id, administration, at: isoOf(clock.now()), by: person.name });
    if (row === undefined)
      throw new CaseworkError('NOT_FOUND', `Expected an allowed host ${id}, but there is none to be seen`);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'allowedHost.removed',
      object: `allowedHost:${id}`,
      administration,
      detail: { connectorType: row.connector_type, host: row.host },
    });
  });
};
