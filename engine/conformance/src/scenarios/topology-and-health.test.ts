import { connect } from 'node:net';
import { Camunda8 } from '@camunda8/sdk';
import { status } from '@grpc/grpc-js';
import { collect, connectRaw } from '@irisflow/broker/testing';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { Row, World } from '../kit/world.ts';
import { theOnly } from '../kit/queries.ts';

const [GATEWAY, HEALTH] = ['gateway_protocol.Gateway', 'grpc.health.v1.Health'];

const addressOf = ({ rest }: World): string => rest.engine.broker.grpcAddress;

/** A client of the health service. */
const healthOf = (world: World) => connectRaw(addressOf(world), HEALTH, 'health.proto');

const canConnect = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port }, () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

scenarios('TN', 'Topology and health', (scenario) => {
  scenario(227, 'zeebe-node reads one broker that leads its one partition', async (world) => {
    expect(await world.client.topology()).toMatchObject({
      clusterSize: 1,
      partitionsCount: 1,
      replicationFactor: 1,
      gatewayVersion: expect.stringMatching(/^8\.\d+\.\d+$/),
      brokers: [{ nodeId: 0, partitions: [{ partitionId: 1, role: 'LEADER', health: 'HEALTHY' }] }],
    });
  });

  scenario(227, 'the public client reads the same through gRPC and through REST', async (world) => {
    // given
    const sdk = new Camunda8({
      ZEEBE_GRPC_ADDRESS: `grpc://${addressOf(world)}`,
      CAMUNDA_AUTH_STRATEGY: 'NONE',
      CAMUNDA_OAUTH_DISABLED: true,
      CAMUNDA_LOG_LEVEL: 'none',
      zeebeGrpcSettings: { ZEEBE_CLIENT_LOG_LEVEL: 'NONE', ZEEBE_GRPC_CLIENT_RETRY: false },
    }).getZeebeGrpcApiClient();

    // when
    const throughGrpc = await sdk.topology();
    const throughRest = await world.rest.client.getTopology();
    await sdk.close();

    // then
    const expected = { clusterSize: 1, partitionsCount: 1, replicationFactor: 1 };
    expect([throughGrpc, throughRest]).toMatchObject([expected, expected]);
    expect(throughRest.gatewayVersion).toBe(throughGrpc.gatewayVersion);
    expect(throughRest.brokers).toMatchObject([{ partitions: [{ partitionId: 1 }] }]);
  });

  scenario(227, 'the message has every field that clients in other languages print', async (world) => {
    // when
    const topology = await world.raw.call('Topology', {});

    // then
    const { host, port, ...broker } = theOnly(topology['brokers'] as readonly Row[], 'broker');
    expect(topology).toMatchObject({ clusterSize: 1, partitionsCount: 1, replicationFactor: 1 });
    expect(broker).toEqual({
      nodeId: 0,
      version: topology['gatewayVersion'],
      partitions: [{ partitionId: 1, role: 'LEADER', health: 'HEALTHY' }],
    });
    expect(`${String(host)}:${String(port)}`).toBe(addressOf(world));
    expect(await canConnect(String(host), Number(port))).toBe(true);
  });

  scenario(228, 'the health service says that the gateway serves', async (world) => {
    const health = healthOf(world);
    for (const service of ['', GATEWAY]) expect(await health.call('Check', { service })).toEqual({ status: 'SERVING' });
    const { code, details } = await world.refusal(health.call('Check', { service: 'nobody' }));
    expect([code, details]).toEqual([status.NOT_FOUND, expect.stringContaining("'nobody'")]);
    health.close();
  });

  scenario(228, 'who watches the health hears it at once, and until the engine stops', async (world) => {
    // given
    const health = healthOf(world);
    const heard = (service: string) => {
      const messages: unknown[] = [];
      const stream = health.stream('Watch', { service });
      stream.on('data', ({ status: now }: Row) => void messages.push(now));
      return { messages, over: collect(stream).catch(() => []) };
    };
    const [gateway, nobody] = [heard(GATEWAY), heard('nobody')];
    await expect.poll(() => [gateway.messages, nobody.messages]).toEqual([['SERVING'], ['SERVICE_UNKNOWN']]);

    // when
    await world.restart();
    await Promise.all([gateway.over, nobody.over]);
    health.close();

    // then
    const again = healthOf(world);
    expect(await again.call('Check', { service: GATEWAY })).toEqual({ status: 'SERVING' });
    again.close();
  });
});
