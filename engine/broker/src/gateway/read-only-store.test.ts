import { status } from '@grpc/grpc-js';
import { bpmnProcess } from '@irisflow/bpmn';
import { openDatabase } from '@irisflow/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectRaw, type RawGateway } from '../testing/raw-gateway.ts';
import { type RestUnderTest, startRestUnderTest } from '../testing/rest-under-test.ts';

const MODEL = bpmnProcess('rest').start().userTask('look').end().toXml();

describe.each(['postgres', 'pglite'] as const)('a store on %s that may only be read', (kind) => {
  let rest: RestUnderTest;
  let raw: RawGateway;
  beforeAll(async () => {
    rest = await startRestUnderTest(kind);
    await rest.client.deployResources([{ name: 'rest.bpmn', content: MODEL }]);
    raw = connectRaw(rest.engine.broker.grpcAddress);
  });
  afterAll(async () => {
    raw.close();
    await rest.stop();
  });

  /** As a failover does it: every connection that comes now may only read. PGlite is one connection. */
  const setReadOnly = async (value: 'on' | 'off'): Promise<void> => {
    const { database, store } = rest.engine;
    if (kind === 'pglite') return void (await database.query(`set default_transaction_read_only = ${value}`));
    const admin = await openDatabase({ ...store.location, poolSize: 1 } as Parameters<typeof openDatabase>[0]);
    const [row] = await admin.query<{ name: string }>('select current_database() as name');
    await admin.query('set default_transaction_read_only = off');
    await admin.query(`alter database ${row?.name} set default_transaction_read_only = ${value}`);
    await admin.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
      [row?.name],
    );
    await admin.close();
  };
  const create = async () => (await rest.ask('POST', '/process-instances', { processDefinitionId: 'rest' })).status;
  const createByGrpc = async (): Promise<number> =>
    raw.call('CreateProcessInstance', { bpmnProcessId: 'rest', version: -1, variables: '{}' }).then(
      () => status.OK,
      ({ code }: { code: number }) => code,
    );

  test('is unavailable to who writes, serves who reads, and goes on when it may be written again', async () => {
    expect([await create(), await createByGrpc()]).toEqual([200, status.OK]);

    await setReadOnly('on');

    for (let attempt = 0; attempt < 3; attempt += 1)
      expect([await create(), await createByGrpc()]).toEqual([503, status.UNAVAILABLE]);
    expect((await rest.ask('POST', '/process-instances/search', {})).status).toBe(200);

    await setReadOnly('off');

    await expect.poll(create, { timeout: 20_000 }).toBe(200);
    await expect.poll(createByGrpc, { timeout: 20_000 }).toBe(status.OK);
  });
});
