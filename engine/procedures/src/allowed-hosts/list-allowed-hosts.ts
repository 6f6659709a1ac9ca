import { requireConnector, requireStaff } from '@irisflow/access';
import { listAllowedHostRows, listHostsOfConnector } from '../storage/allowed-hosts.ts';
import type { UseCase } from '../surroundings.ts';
import type { AllowedHostView } from '../views/authorization.ts';
import { viewAllowedHost } from './view-allowed-host.ts';

/** What stands on the lists of the administrator's administration. */
export const listAllowedHosts: UseCase<Record<string, never>, AllowedHostView[]> = async ({ database }, actor) => {
  const { administration } = requireStaff(actor, ['administrator']);
  return (await listAllowedHostRows(database, administration)).map(viewAllowedHost);
};

/** Whose case a connector works on, by key, and the hosts that it may reach for it. */
export interface AllowedOfCase {
  readonly administration: string;
  readonly hosts: string[];
}

/** What the administration of its case allows a connector. */
export const findAllowedHosts: UseCase<Record<string, never>, AllowedOfCase> = async ({ database }, actor) => {
  const { connector: connectorType, case: sealed } = requireConnector(actor);
  const { administration } = sealed;
  return { administration, hosts: await listHostsOfConnector(database, { administration, connectorType }) };
};
