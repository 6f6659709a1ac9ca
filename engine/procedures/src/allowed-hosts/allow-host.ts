import { appendAudit, requireStaff } from '@irisflow/access';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import { servedTypesFor } from '../connectors/served-types.ts';
import { insertAllowedHost, listAllowedHostRows } from '../storage/allowed-hosts.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { AllowedHostView } from '../views/authorization.ts';
import { hostName, isPrivateName, refuseHost } from './host-name.ts';
import { viewAllowedHost } from './view-allowed-host.ts';

export interface HostToAllow {
  readonly connectorType: string;
  readonly host: string;
  /** What for, in the administrator's words. */
  readonly purpose: string;
}

const requireConnector = async (surroundings: Surroundings, administration: string, type: string): Promise<void> => {
  const { connectorTypes, database } = surroundings;
  if (connectorTypes === null || connectorTypes.includes(type)) return;
  if ((await servedTypesFor(surroundings, database, administration)).includes(type)) return;
  throw new CaseworkError('INPUT_INVALID', `Expected the type of a connector, but ${type.slice(0, 80)} is none`);
};

const requireReachable = ({ publicUrl, privateHosts }: Surroundings, host: string): void => {
  if (host === new URL(publicUrl).host || host === new URL(publicUrl).hostname)
    refuseHost('ownPlatform', `Expected a host of others, but ${host} is this platform`);
  if (isPrivateName(host) && !privateHosts.includes(host))
    refuseHost(
      'privateHost',
      `Expected a public host, but ${host} is private and the operator does not name it in IRISFLOW_PRIVATE_HOSTS`,
    );
};

/** Puts a host on the list of a connector; the connector may then reach it for the cases of this administration. */
export const allowHost: UseCase<HostToAllow, AllowedHostView> = async (surroundings, actor, wanted) => {
  const { person, administration } = requireStaff(actor, ['administrator']);
  const { connectorType, purpose } = wanted;
  const host = hostName(wanted.host);
  await requireConnector(surroundings, administration, connectorType);
  requireReachable(surroundings, host);
  if (purpose.trim() === '') throw new CaseworkError('INPUT_INVALID', 'Expected a purpose, but it is empty');
  const { database, clock, random } = surroundings;
  return database.transaction(async (tx) => {
    const id = random.id();
    const addedAt = isoOf(clock.now());
    const given = { id, administration, connectorType, host, purpose, addedAt, addedBy: person.name };
    const isNew = await insertAllowedHost(tx, given);
    const rows = await listAllowedHostRows(tx, administration);
    const row = rows.find((one) => one.connector_type === connectorType && one.host === host);
    if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected ${host} on the list, but it is gone`);
    if (isNew)
      await appendAudit(surroundings, tx, {
        actor,
        action: 'allowedHost.added',
        object: `allowedHost:${id}`,
        administration,
        detail: { connectorType, host, purpose },
      });
    return viewAllowedHost(row);
  });
};
