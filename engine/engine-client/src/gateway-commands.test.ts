import { startBroker, type Broker } from '@irisflow/broker';
import { openTestDatabase, usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZBClient } from 'zeebe-node';
import { sampleProcedure } from '@irisflow/platform/testing';
import { openGatewayCommands } from './gateway-commands.ts';

describe('commands through the gateway protocol', () => {
  let given: Awaited<ReturnType<typeof openTestDatabase>>;
  let broker: Broker;
  let commands: ReturnType<typeof openGatewayCommands>;

  beforeAll(async () => {
    given = await openTestDatabase(usualStore);
    broker = await startBroker({ database: given.database, grpc: { host: '127.0.0.1', port: 0 } });
    commands = openGatewayCommands(broker);
    const process = sampleProcedure().find(({ path }) => path.endsWith('.bpmn'))?.content ?? '';
    const client = new ZBClient(broker.grpcAddress, { loglevel: 'NONE', retry: false });
    await client.deployResource({ name: 'rent-aid.bpmn', process: Buffer.from(process) });
    await client.close();
  });
  afterAll(async () => {
    await commands.close();
    await broker.stop();
    await given.drop();
  });

  const start = () =>
    commands.startInstance({
      processDefinitionId: 'rent-aid',
      version: 1,
      variables: { caseId: 'c1', application: { rent: 1 } },
    });

  test('start an instance of a version, and cancel it once', async () => {
    const key = await start();
    expect(key).toMatch(/^\d{16}$/);
    await commands.cancelInstance(key);
    await expect(commands.cancelInstance(key)).rejects.toMatchObject({ name: 'EngineFailure', kind: 'notFound' });
  });

  test('say no for a version that was never deployed', async () => {
    await expect(
      commands.startInstance({ processDefinitionId: 'rent-aid', version: 9, variables: {} }),
    ).rejects.toMatchObject({ kind: 'notFound' });
  });

  test('publish a message once, however often it is sent', async () => {
    await start();
    const message = {
      name: 'withdrawal.requested',
      correlationKey: 'c1',
      messageId: 'c1/1',
      timeToLiveMs: 60_000,
      variables: { reason: 'x' },
    };
    await commands.publishMessage(message);
    await expect(commands.publishMessage(message)).rejects.toMatchObject({ kind: 'conflict' });
  });

  test('correct variables of a running instance', async () => {
    const scopeKey = await start();
    await commands.setVariables({ scopeKey, variables: { reason: 'y' } });
    await expect(commands.setVariables({ scopeKey: '1', variables: {} })).rejects.toMatchObject({ kind: 'notFound' });
  });

  test('are sent once more with another token when the gateway refused the first', async () => {
    const own = await openTestDatabase(usualStore);
    const guarded = await startBroker({
      database: own.database,
      grpc: { host: '127.0.0.1', port: 0 },
      token: 'second',
    });
    let token = 'first';
    const signedIn = openGatewayCommands({
      grpcAddress: guarded.grpcAddress,
      client: {
        useTLS: false,
        oAuth: { url: 'urn:test', audience: '', clientId: 'test', clientSecret: '', cacheOnDisk: false },
      },
      prepare: (client) => void Object.assign(Reflect.get(client, 'oAuth'), { getToken: async () => token }),
      headers: async () => ({ authorization: `Bearer ${token}` }),
      refused: () => {
        token = 'second';
      },
    });
    await expect(signedIn.cancelInstance('1')).rejects.toMatchObject({ kind: 'notFound' });
    await signedIn.close();
    await guarded.stop();
    await own.drop();
  });

  test('leave it open when nobody answers', async () => {
    const nobody = openGatewayCommands({ grpcAddress: '127.0.0.1:9' });
    await expect(nobody.cancelInstance('1')).rejects.toMatchObject({ kind: 'uncertain' });
    await nobody.close();
  });
});
