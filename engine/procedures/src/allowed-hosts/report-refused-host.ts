import { requireConnector, appendAudit } from '@irisflow/access';
import type { UseCase } from '../surroundings.ts';

/** Audits that a connector was kept from a host. */
export const reportRefusedHost: UseCase<{ host: string }, Record<string, never>> = async (
  surroundings,
  caller,
  { host },
) => {
  const actor = requireConnector(caller);
  const { connector: connectorType, case: sealed, work } = actor;
  await surroundings.database.transaction((tx) =>
    appendAudit(surroundings, tx, {
      actor,
      action: 'host.refused',
      object: `case:${sealed.caseId}`,
      administration: sealed.administration,
      outcome: 'refused',
      detail: { connectorType, host: host.slice(0, 300), ...work },
    }),
  );
  return {};
};
