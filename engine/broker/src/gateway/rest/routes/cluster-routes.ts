import { DEFAULT_TENANT } from '@irisflow/protocol';
import { RestProblem } from '../problem.ts';
import { noContent, ok, reading, type Route } from '../route.ts';

/** The line of the API that clients may expect. */
const API_VERSION = '8.8.0';

const topology = reading('/topology', async (_call, { engine, grpcAddress }) => {
  const [host = '', port = '0'] = grpcAddress.split(/:(?=\d+$)/);
  const partition = { partitionId: 1, role: engine.isLeader ? 'leader' : 'follower', health: 'healthy' };
  return ok({
    brokers: [{ nodeId: 0, host, port: Number(port), partitions: [partition], version: API_VERSION }],
    clusterSize: 1,
    partitionsCount: 1,
    replicationFactor: 1,
    gatewayVersion: API_VERSION,
    lastCompletedChangeId: '-1',
  });
});

const status = reading('/status', async (_call, { engine }) => {
  if (engine.isLeader) return noContent;
  throw new RestProblem(503, 'UNAVAILABLE', 'Expected to be the writer, but this engine is standing by');
});

/** The engine knows no people: whoever is let in is the same user. */
const me = reading('/authentication/me', async () =>
  ok({
    username: 'demo',
    displayName: 'Demo',
    email: null,
    authorizedComponents: ['*'],
    tenants: [{ tenantId: DEFAULT_TENANT, name: 'Default' }],
    groups: [],
    roles: ['admin'],
    salesPlanType: '',
    c8Links: {},
    canLogout: false,
  }),
);

export const clusterRoutes: readonly Route[] = [topology, status, me];
