import { bpmnModel } from '@irisflow/bpmn';
import { openTestDatabase, type TestDatabase, usualStore } from '@irisflow/database/testing';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Broker, startBroker } from '../../index.ts';
import { preparedEngine } from '../../testing/prepared-engine.ts';

const MODEL = bpmnModel()
  .process('shared', (draw) =>
    draw
      .start('begin', { formId: 'ask' })
      .userTask('look', { formId: 'ask' })
      .serviceTask('work', { type: 'work' })
      .end(),
  )
  .toXml();

/** Each token names the tenants of who sends it; whoever has more than one is known by name. */
const authenticate = (authorization: string | undefined) => {
  if (authorization === undefined) return false;
  const tenantIds = authorization.replace('Bearer ', '').split('+');
  return { tenantIds, ...(tenantIds.length > 1 ? { actor: { type: 'USER' as const, id: 'ada' } } : {}) };
};

describe('with tenancy on', () => {
  let store: TestDatabase;
  let broker: Broker;
  let app: FastifyInstance;

  const ask = async (tenant: string, path: string, body?: object) => {
    const { statusCode, body: text } = await app.inject({
      url: `/v2${path}`,
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${tenant}` },
      ...(body === undefined ? {} : { payload: body }),
    });
    const isJson = text.startsWith('{') || text.startsWith('[');
    return { status: statusCode, body: (isJson ? JSON.parse(text) : {}) as Record<string, unknown> };
  };
  const items = async (tenant: string, path: string) =>
    (await ask(tenant, path, {})).body['items'] as Record<string, unknown>[];
  const deploy = async (tenant: string, who = 'blue') => {
    const form = new FormData();
    form.append('resources', new File([MODEL], 'model.bpmn'));
    form.append('resources', new File([JSON.stringify({ id: 'ask', components: [] })], 'ask.form'));
    form.append('tenantId', tenant);
    const { headers, body } = new Request('http://irisflow', { method: 'POST', body: form });
    const { statusCode } = await app.inject({
      url: '/v2/deployments',
      method: 'POST',
      headers: { 'content-type': headers.get('content-type') ?? '', authorization: `Bearer ${who}` },
      payload: Buffer.from(await new Response(body).arrayBuffer()),
    });
    return statusCode;
  };

  beforeAll(async () => {
    store = await openTestDatabase(usualStore, preparedEngine);
    broker = await startBroker({
      database: store.database,
      grpc: { host: '127.0.0.1', port: 0 },
      authenticate,
      tenancy: { isOn: true },
    });
    app = fastify();
    await app.register(broker.rest, { prefix: '/v2' });
    await deploy('blue');
    await ask('blue', '/process-instances', { processDefinitionId: 'shared', tenantId: 'blue', variables: { a: 1 } });
    await ask('blue', '/process-instances/cancellation', { filter: { processDefinitionId: 'nobody' } });
  });
  afterAll(async () => {
    await app.close();
    await broker.stop();
    await store.drop();
  });

  test.each([
    '/process-definitions',
    '/process-instances',
    '/element-instances',
    '/user-tasks',
    '/variables',
    '/resources',
    '/batch-operations',
  ])('%s show a caller what is of its tenants only', async (path) => {
    const [own] = await items('blue', `${path}/search`);
    expect(await items('red', `${path}/search`)).toEqual([]);
    const key = String(Object.values(own ?? {})[0]);
    expect((await ask('blue', `${path}/${key}`)).status).toBe(200);
    expect((await ask('red', `${path}/${key}`)).status).toBe(404);
  });

  test.each([
    ['/process-definitions', ['/xml', '/form']],
    ['/user-tasks', ['/form']],
    ['/process-instances', ['/sequence-flows', '/call-hierarchy']],
    ['/resources', ['/content']],
  ])('what belongs to one of %s is hidden with it', async (path, parts) => {
    const [own] = await items('blue', `${path}/search`);
    const key = String(Object.values(own ?? {})[0]);
    const answers = await Promise.all(
      parts.flatMap((part) => ['blue', 'red'].map((tenant) => ask(tenant, `${path}/${key}${part}`))),
    );
    expect(answers.map(({ status }) => status)).toEqual(parts.flatMap(() => [200, 404]));
  });

  test('commands reach nothing of another tenant', async () => {
    const [instance] = await items('blue', '/process-instances/search');
    const [task] = await items('blue', '/user-tasks/search');
    const [batch] = await items('blue', '/batch-operations/search');
    const answers = await Promise.all([
      ask('red', `/process-instances/${String(instance?.['processInstanceKey'])}/cancellation`, {}),
      ask('red', `/user-tasks/${String(task?.['userTaskKey'])}/completion`, {}),
      ask('red', `/batch-operations/${String(batch?.['batchOperationKey'])}/cancellation`, {}),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    const counts = await ask(
      'red',
      `/process-instances/${String(instance?.['processInstanceKey'])}/statistics/element-instances`,
    );
    expect(counts.body['items']).toEqual([]);
  });

  test('a worker takes the jobs of the tenants that it names, or of all of its own', async () => {
    // given
    await deploy('green', 'green');
    const startInstructions = [{ elementId: 'work' }];
    const create = (tenantId: string) =>
      ask(tenantId, '/process-instances', { processDefinitionId: 'shared', tenantId, startInstructions });
    await create('blue');
    await create('green');
    const take = async (more: object) => {
      const asked = { type: 'work', timeout: 1, maxJobsToActivate: 9, requestTimeout: -1, ...more };
      const { status, body } = await ask('blue+green', '/jobs/activation', asked);
      const jobs = (body['jobs'] ?? []) as Record<string, unknown>[];
      return [status, jobs.map(({ tenantId }) => String(tenantId)).toSorted((one, other) => one.localeCompare(other))];
    };

    // when, then
    const both = ['blue', 'green'];
    await expect.poll(() => take({ tenantFilter: 'ASSIGNED' })).toEqual([200, both]);
    await expect.poll(() => take({ tenantFilter: 'ASSIGNED', tenantIds: ['blue'] })).toEqual([200, both]);
    await expect.poll(() => take({ tenantFilter: 'PROVIDED', tenantIds: ['green'] })).toEqual([200, ['green']]);
    await expect.poll(() => take({ tenantIds: ['blue'] })).toEqual([200, ['blue']]);
    expect(await take({})).toEqual([400, []]);
    expect(await take({ tenantFilter: 'ALL' })).toEqual([400, []]);
  });

  test('a batch operation says who asked for it, and is found by that', async () => {
    // given
    const start = async (who: string) => {
      const { body } = await ask(who, '/process-instances/cancellation', { filter: { processDefinitionId: 'nobody' } });
      return body['batchOperationKey'];
    };
    const [named, unnamed] = [await start('blue+green'), await start('blue')];
    const found = async (filter: object) =>
      (
        (await ask('blue+green', '/batch-operations/search', { filter })).body['items'] as Record<string, unknown>[]
      ).map(({ batchOperationKey }) => batchOperationKey);

    // when, then
    expect(await found({ actorId: 'ada' })).toEqual([named]);
    expect(await found({ actorType: 'USER' })).toEqual([named]);
    expect(await found({ actorType: 'CLIENT', actorId: { $exists: false } })).toContain(unnamed);
    expect((await ask('blue+green', `/batch-operations/${String(named)}`)).body).toMatchObject({
      actorType: 'USER',
      actorId: 'ada',
    });
    expect((await ask('blue+green', '/authentication/me')).body).toMatchObject({ username: 'ada' });
  });

  test('a command names a tenant of its caller', async () => {
    const create = (tenantId?: string) =>
      ask('blue', '/process-instances', { processDefinitionId: 'shared', tenantId });
    const statuses = [await create('blue'), await create('red'), await create(), await create('not a tenant')];
    expect(statuses.map(({ status }) => status)).toEqual([200, 403, 400, 400]);
    expect(await deploy('red')).toBe(403);
    const jobs = { type: 'work', timeout: 1_000, maxJobsToActivate: 1, requestTimeout: -1, tenantIds: ['red'] };
    expect((await ask('blue', '/jobs/activation', jobs)).status).toBe(403);
    expect((await ask('blue', '/authentication/me')).body['tenants']).toEqual([
      { tenantId: 'blue', name: 'blue', description: null },
    ]);
  });

  test('only the address of a link needs no credentials', async () => {
    const statusOf = async (url: string) => (await app.inject({ url: `/v2${url}` })).statusCode;
    expect(await statusOf('/document-links/nobody')).toBe(404);
    expect(await statusOf('/documents/nobody?contentHash=0')).toBe(401);
    expect(await statusOf('/nothing/here')).toBe(401);
  });

  test('a batch takes instances of the tenants of its caller only', async () => {
    const { body } = await ask('red', '/process-instances/cancellation', { filter: { processDefinitionId: 'shared' } });
    expect((await ask('red', `/batch-operations/${String(body['batchOperationKey'])}`)).body).toMatchObject({
      operationsTotalCount: 0,
    });
  });
});
