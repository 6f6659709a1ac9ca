import { DEFAULT_TENANT } from '@irisflow/protocol';
import { Type } from 'typebox';
import { CLUSTER_ID, WIRE_VERSION } from '../../wire-version.ts';
import { gives, givesNothing } from '../answer.ts';
import { RestProblem } from '../problem.ts';
import { noContent, ok, type Route, route } from '../route.ts';
import { Int, orNull, Text, Texts } from '../schemas.ts';

const Partition = Type.Object({ partitionId: Int, role: Text, health: Text });
const Broker = Type.Object({
  nodeId: Int,
  host: Text,
  port: Int,
  partitions: Type.Array(Partition),
  version: Text,
});
const Topology = Type.Object({
  brokers: Type.Array(Broker),
  clusterId: Text,
  clusterSize: Int,
  partitionsCount: Int,
  replicationFactor: Int,
  gatewayVersion: Text,
  lastCompletedChangeId: Text,
});
const topologyTraits = { summary: 'Says which engines there are and who is the writer.', answer: gives(Topology) };

const topology = route('GET /topology', topologyTraits, async (_call, { engine, grpcAddress }) => {
  const [host = '', port = '0'] = grpcAddress.split(/:(?=\d+$)/);
  const partition = { partitionId: 1, role: engine.isLeader ? 'leader' : 'follower', health: 'healthy' };
  const found = ok({
    brokers: [{ nodeId: 0, host, port: Number(port), partitions: [partition], version: WIRE_VERSION }],
    clusterId: CLUSTER_ID,
    clusterSize: 1,
    partitionsCount: 1,
    replicationFactor: 1,
    gatewayVersion: WIRE_VERSION,
    lastCompletedChangeId: '-1',
  });
  // Whoever asks from another process learns that its searches see everything at once.
  return { ...found, headers: { 'irisflow-engine': WIRE_VERSION } };
});

const statusTraits = { summary: 'Says by its status whether this engine takes commands.', answer: givesNothing };

const status = route('GET /status', statusTraits, async (_call, { engine }) => {
  if (engine.isLeader) return noContent;
  throw new RestProblem(503, 'UNAVAILABLE', 'Expected to be the writer, but this engine is standing by');
});

const User = Type.Object({
  username: orNull(Text),
  displayName: orNull(Text),
  email: orNull(Text),
  authorizedComponents: Texts,
  tenants: Type.Array(Type.Object({ tenantId: Text, name: Text, description: orNull(Text) })),
  groups: Texts,
  roles: Texts,
  salesPlanType: Text,
  c8Links: Type.Record(Text, Text),
  canLogout: Type.Boolean(),
});
const meTraits = { summary: 'Tells the caller as whom it is served.', answer: gives(User) };

/** The engine knows no people: whoever is let in may do everything, and has the name that the credentials say. */
const me = route('GET /authentication/me', meTraits, async (_call, { engine: { tenantIds, actor } }) =>
  ok({
    username: actor.id ?? 'demo',
    displayName: actor.id ?? 'Demo',
    email: null,
    authorizedComponents: ['*'],
    tenants: [...(tenantIds ?? [DEFAULT_TENANT])].map((tenantId) => ({
      tenantId,
      name: tenantId === DEFAULT_TENANT ? 'Default' : tenantId,
      description: null,
    })),
    groups: [],
    roles: ['admin'],
    salesPlanType: '',
    c8Links: {},
    canLogout: false,
  }),
);

export const clusterRoutes: readonly Route[] = [topology, status, me];
