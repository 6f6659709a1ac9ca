import { Metadata, status } from '@grpc/grpc-js';
import { openTestDatabase } from '@irisflow/database/testing';
import { expect, test } from 'vitest';
import { startBroker } from '../../index.ts';
import { connectRaw } from '../../testing/raw-gateway.ts';

test('without authentication only loopback is served; with it only who has the token', async () => {
  const store = await openTestDatabase('postgres');
  const { database } = store;
  await expect(startBroker({ database, grpc: { host: '0.0.0.0', port: 0 } })).rejects.toThrow(
    /Expected authentication to serve gRPC on 0.0.0.0/,
  );
  const told: string[] = [];
  const broker = await startBroker({
    database,
    grpc: { host: '0.0.0.0', port: 0 },
    token: 'secret',
    onRefusal: (message) => void told.push(message),
  });
  const raw = connectRaw(`127.0.0.1:${broker.grpcAddress.split(':').at(-1)}`);
  const withToken = (authorization: string) => {
    const metadata = new Metadata();
    metadata.set('authorization', authorization);
    return raw.call('Topology', {}, metadata);
  };

  await expect(raw.call('Topology', {})).rejects.toMatchObject({ code: status.UNAUTHENTICATED });
  await expect(withToken('Bearer wrong')).rejects.toMatchObject({ code: status.UNAUTHENTICATED });
  expect(told).toHaveLength(2);
  for (const line of told) expect(line).toMatch(/^Expected valid credentials of 127\.0\.0\.1:\d+, but found none$/);
  await expect(withToken('Bearer secret')).resolves.toMatchObject({ clusterSize: 1 });

  expect(told).toHaveLength(2);

  raw.close();
  await broker.stop();
  await store.drop();
});
