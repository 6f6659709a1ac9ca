import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Engine } from './engine.ts';
import { openEngine } from './open-engine.ts';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

/** The shapes of REST v2 over real HTTP; what they mean is for the journey on the real engine. */
describe('REST v2', () => {
  const answers = new Map<string, { status: number; body: unknown }>();
  const asked: Asked[] = [];
  let server: Server;
  let engine: Engine;

  beforeAll(async () => {
    server = createServer((request, response) => {
      void bodyOf(request).then((text) => {
        const isJson = request.headers['content-type'] === 'application/json';
        const path = request.url ?? '';
        asked.push({ method: request.method ?? '', path, body: isJson && text !== '' ? JSON.parse(text) : text });
        const { status, body } = answers.get(`${request.method} ${path}`) ?? { status: 204, body: '' };
        response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    engine = openEngine({ grpcAddress: '127.0.0.1:9', restUrl: `http://127.0.0.1:${port}/v2` });
  });
  beforeEach(() => {
    answers.clear();
    asked.length = 0;
  });
  afterAll(async () => {
    await engine.close();
    server.close();
  });

  const given = (request: string, body: unknown, status = 200) => answers.set(request, { status, body });

  test('deploys all files of a procedure together', async () => {
    const processDefinition = { processDefinitionKey: '7', processDefinitionId: 'p', processDefinitionVersion: 2 };
    const decisionDefinition = { decisionDefinitionKey: '8', decisionDefinitionId: 'd', version: 1 };
    given('POST /v2/deployments', {
      deployments: [{ processDefinition }, { decisionDefinition }, { decisionRequirements: {} }],
    });
    const deployed = await engine.deploy([
      { name: 'p/p.bpmn', content: '<process/>' },
      { name: 'p/p.dmn', content: '<decision/>' },
    ]);
    expect(deployed).toEqual([
      { kind: 'process', key: '7', id: 'p', version: 2 },
      { kind: 'decision', key: '8', id: 'd', version: 1 },
    ]);
    expect(asked[0]?.body).toMatch(/name="resources"; filename="p\/p\.bpmn"[^]*name="resources"; filename="p\/p\.dmn"/);
  });

  test('reads user tasks', async () => {
    const item = {
      userTaskKey: '5',
      state: 'CREATED',
      elementId: 'instruct',
      elementInstanceKey: '4',
      processInstanceKey: '3',
      candidateGroups: ['agent'],
      creationDate: '2026-11-25T09:00:00.000Z',
      priority: 50,
    };
    given('POST /v2/user-tasks/search', { items: [item], page: { totalItems: 12 } });
    const found = await engine.tasks.search({ are: 'open', since: '2026-11-25T08:00:00.000Z', from: 0, limit: 1 });
    expect(found).toMatchObject({
      total: 12,
      items: [{ userTaskKey: '5', state: 'open', assignee: null, priority: 50 }],
    });
    expect(asked[0]?.body).toMatchObject({
      filter: {
        state: { $in: ['CREATED', 'ASSIGNING', 'UPDATING'] },
        creationDate: { $gte: '2026-11-25T08:00:00.000Z' },
      },
      page: { from: 0, limit: 1 },
    });
  });

  test('reads user tasks that are over by their end, whose root it names where the engine does', async () => {
    const item = {
      userTaskKey: '5',
      state: 'CANCELED',
      processInstanceKey: '3',
      rootProcessInstanceKey: '2',
      creationDate: '2026-11-25T09:00:00.000Z',
      completionDate: '2026-11-26T09:00:00.000Z',
    };
    given('POST /v2/user-tasks/search', { items: [item], page: { totalItems: 1 } });
    const found = await engine.tasks.search({ are: 'over', since: '2026-11-26T08:00:00.000Z', from: 0, limit: 9 });
    expect(found.items).toMatchObject([
      { state: 'canceled', rootProcessInstanceKey: '2', endedAt: '2026-11-26T09:00:00.000Z' },
    ]);
    expect(asked[0]?.body).toEqual({
      filter: {
        state: { $in: ['COMPLETED', 'CANCELED'] },
        completionDate: { $gte: '2026-11-26T08:00:00.000Z' },
      },
      sort: [{ field: 'completionDate', order: 'ASC' }],
      page: { from: 0, limit: 9 },
    });
  });

  test('the innermost variable of a name wins', async () => {
    given('POST /v2/user-tasks/5/variables/search?truncateValues=false', {
      items: [
        { name: 'x', value: '"task"', scopeKey: '4' },
        { name: 'x', value: '"sub-process"', scopeKey: '9' },
        { name: 'x', value: '"process"', scopeKey: '3' },
        { name: 'y', value: '{"a":1}', scopeKey: '3' },
      ],
    });
    expect(await engine.tasks.variables({ userTaskKey: '5', elementInstanceKey: '4' })).toEqual({
      x: 'task',
      y: { a: 1 },
    });
  });

  test('finds the root instances of which a variable has a value', async () => {
    given('POST /v2/variables/search', {
      items: [
        { processInstanceKey: '30', name: 'caseHandle' },
        { processInstanceKey: '31', name: 'caseHandle' },
        { processInstanceKey: '30', name: 'caseHandle' },
      ],
    });
    given('GET /v2/process-instances/30', { processInstanceKey: '30', processDefinitionKey: '7', state: 'ACTIVE' });
    given('GET /v2/process-instances/31', { processInstanceKey: '31', parentProcessInstanceKey: '30' });
    expect(await engine.rootInstancesWith({ name: 'caseHandle', value: 'h' })).toMatchObject([
      { processInstanceKey: '30', processDefinitionKey: '7' },
    ]);
    expect(asked[0]?.body).toMatchObject({ filter: { name: 'caseHandle', value: '"h"' } });
  });

  test('lets an instance rest and go on', async () => {
    given('GET /v2/process-instances/30', { processInstanceKey: '30', state: 'SUSPENDED' });
    await engine.suspendInstance('30');
    expect(await engine.monitor.instance('30')).toMatchObject({ state: 'suspended' });
    await engine.resumeInstance('30');
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /v2/process-instances/30/suspension',
      'GET /v2/process-instances/30',
      'POST /v2/process-instances/30/resumption',
    ]);
  });

  test('moves an instance onto another definition, and says where it is', async () => {
    const move = { processInstanceKey: '30', processDefinitionKey: '8', places: [{ from: 'check', to: 'look' }] };
    await engine.migrateInstance(move);
    expect(asked[0]).toEqual({
      method: 'POST',
      path: '/v2/process-instances/30/migration',
      body: {
        targetProcessDefinitionKey: '8',
        mappingInstructions: [{ sourceElementId: 'check', targetElementId: 'look' }],
      },
    });
    given('POST /v2/process-instances/30/migration', { detail: 'no mapping is given' }, 409);
    await expect(engine.migrateInstance(move)).rejects.toMatchObject({ kind: 'conflict' });
    given('POST /v2/element-instances/search', { items: [{ elementId: 'look', type: 'USER_TASK', state: 'ACTIVE' }] });
    expect(await engine.monitor.activeElements('30')).toMatchObject([{ elementId: 'look', kind: 'USER_TASK' }]);
    expect(asked.at(-1)?.body).toMatchObject({ filter: { processInstanceKey: '30', state: 'ACTIVE' } });
  });

  test('deletes what is kept of an instance', async () => {
    given('POST /v2/process-instances/30/deletion', {}, 204);
    await engine.deleteInstance('30');
    given('POST /v2/process-instances/31/deletion', { detail: 'it has not ended' }, 409);
    await expect(engine.deleteInstance('31')).rejects.toMatchObject({ kind: 'conflict' });
  });

  test.each([
    [400, 'invalid'],
    [401, 'refused'],
    [404, 'notFound'],
    [409, 'conflict'],
    [501, 'refused'],
    [503, 'unavailable'],
    [504, 'uncertain'],
  ])('%i means %s', async (status, kind) => {
    given('POST /v2/user-tasks/5/completion', { detail: 'no' }, status);
    await expect(engine.tasks.complete({ userTaskKey: '5', variables: {} })).rejects.toMatchObject({ kind });
  });

  test('a request whose credentials were refused is sent once more with others', async () => {
    const restUrl = `http://127.0.0.1:${(server.address() as { port: number }).port}/v2`;
    given('POST /v2/user-tasks/5/completion', { detail: 'no' }, 401);
    const refused: string[] = [];
    let token = 'first';
    const signedIn = openEngine({
      grpcAddress: '127.0.0.1:9',
      restUrl,
      headers: async () => ({ authorization: token }),
      refused: ({ authorization = '' }) => {
        refused.push(authorization);
        token = 'second';
      },
    });
    await expect(signedIn.tasks.complete({ userTaskKey: '5', variables: {} })).rejects.toMatchObject({
      kind: 'refused',
    });
    expect(refused).toEqual(['first']);
    expect(asked).toHaveLength(2);
    await signedIn.close();
  });

  test('nothing was done where no credentials could be had', async () => {
    const poor = openEngine({
      grpcAddress: '127.0.0.1:9',
      restUrl: 'http://127.0.0.1:9/v2',
      headers: () => Promise.reject(new Error('Expected a token, but there is none')),
    });
    await expect(poor.tasks.get('5')).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(poor.cancelInstance('5')).rejects.toMatchObject({ kind: 'unavailable' });
    await poor.close();
  });

  test('no answer at all leaves it open', async () => {
    const nobody = openEngine({ grpcAddress: '127.0.0.1:9', restUrl: 'http://127.0.0.1:9/v2' });
    await expect(nobody.tasks.get('5')).rejects.toMatchObject({ kind: 'uncertain' });
    await nobody.close();
  });
});
