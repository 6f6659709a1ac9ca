import { bpmnModel } from '@irisflow/bpmn';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type RestUnderTest, startRestUnderTest } from '../testing/rest-under-test.ts';
import type { BatchOperationKey } from '../storage/batch-operation.ts';
import { createBatchOperation } from './create-batch-operation.ts';

const model = (ids: readonly string[]) =>
  ids
    .reduce(
      (drawn, id) =>
        drawn.process(id, (draw) =>
          draw.start().userTask(`${id}-first`).userTask(`${id}-second`).serviceTask(`${id}-work`, { type: id }).end(),
        ),
      bpmnModel(),
    )
    .toXml();

describe.each(['postgres', 'pglite'] as const)('a batch operation on %s', { timeout: 40_000 }, (kind) => {
  let rest: RestUnderTest;

  const start = async (processDefinitionId: string, count: number, startInstructions: object[] = []) => {
    const created = await Promise.all(
      Array.from({ length: count }, () =>
        rest.ask('POST', '/process-instances', { processDefinitionId, startInstructions }),
      ),
    );
    return created.map(({ body }) => String(body['processInstanceKey']));
  };
  const begin = async (what: string, body: object) => {
    const { status, body: answer } = await rest.ask('POST', `/process-instances/${what}`, body);
    expect(status).toBe(200);
    return String(answer['batchOperationKey']);
  };
  const batch = async (key: string) => (await rest.ask('GET', `/batch-operations/${key}`)).body;
  const ended = async (key: string) => {
    await expect.poll(async () => (await batch(key))['state'], { timeout: 20_000 }).toBe('COMPLETED');
    return batch(key);
  };
  const activeElements = async (processInstanceKey: string) =>
    (await rest.search('/element-instances/search', { filter: { processInstanceKey, state: 'ACTIVE' } })).map(
      ({ elementId }) => elementId,
    );
  /** In the store as if it had been suspended, before anybody worked on it. */
  const suspended = (processDefinitionId: string): Promise<BatchOperationKey> =>
    rest.engine.database.transaction(async (transaction) => {
      const plan = { type: 'CANCEL_PROCESS_INSTANCE' } as const;
      const key = await createBatchOperation(transaction, {
        plan,
        filter: { processDefinitionId },
        tenantIds: null,
        at: 1,
      });
      await transaction.query(`update engine.batch_operation set state = 'SUSPENDED' where key = $1`, [key]);
      return key;
    });

  beforeAll(async () => {
    rest = await startRestUnderTest(kind);
    const ids = ['old', 'new', 'many', 'rest', 'gone', 'stuck', 'move'];
    await rest.client.deployResources([{ name: 'model.bpmn', content: model(ids) }]);
  }, 60_000);
  afterAll(() => rest.stop());
  afterEach(() => {
    if (rest.engine.failures.length > 0) throw new Error(rest.engine.failures.join('\n'));
  });

  test('cancels what the filter matches, tells how far it is, and survives a restart', async () => {
    // given
    const instances = await start('many', 80);
    const [other] = await start('old', 1);

    // when
    const key = await begin('cancellation', { filter: { processDefinitionId: 'many' } });
    await rest.restart();

    // then
    expect(await ended(key)).toMatchObject({
      batchOperationType: 'CANCEL_PROCESS_INSTANCE',
      operationsTotalCount: 80,
      operationsCompletedCount: 80,
      operationsFailedCount: 0,
      endDate: expect.stringMatching(/Z$/),
      errors: [],
    });
    const filter = { processInstanceKey: { $in: instances }, state: 'TERMINATED', batchOperationId: key };
    expect((await rest.ask('POST', '/process-instances/search', { filter })).body['page']).toMatchObject({
      totalItems: 80,
    });
    expect(await rest.search('/process-instances/search', { filter: { batchOperationKey: key } })).toHaveLength(80);
    expect((await rest.ask('GET', `/process-instances/${other}`)).body).toMatchObject({ state: 'ACTIVE' });
  });

  test('resolves incidents, and gives a retry to jobs that have none', async () => {
    // given
    const [instance = ''] = await start('stuck', 1, [{ elementId: 'stuck-work' }]);
    const job = { type: 'stuck', timeout: 60_000, maxJobsToActivate: 1 };
    const [handed] = (await rest.ask('POST', '/jobs/activation', job)).body['jobs'] as { jobKey: string }[];
    await rest.ask('POST', `/jobs/${handed?.jobKey}/failure`, { retries: 0 });
    const incidents = await rest.search('/incidents/search', { filter: { processInstanceKey: instance } });

    // when
    const key = await begin('incident-resolution', { filter: { processDefinitionId: 'stuck', hasIncident: true } });
    await ended(key);

    // then
    expect(await rest.search('/batch-operation-items/search', { filter: { batchOperationKey: key } })).toMatchObject([
      {
        itemKey: incidents[0]?.['incidentKey'],
        processInstanceKey: instance,
        state: 'COMPLETED',
        operationType: 'RESOLVE_INCIDENT',
      },
    ]);
    expect((await rest.ask('GET', `/process-instances/${instance}`)).body).toMatchObject({ hasIncident: false });
  });

  test('migrates what can be migrated, and says of the others why not', async () => {
    // given
    const [first = '', second = ''] = await start('old', 2);
    const [beyond = ''] = await start('old', 1, [{ elementId: 'old-second' }]);
    const [target] = await rest.search('/process-definitions/search', { filter: { processDefinitionId: 'new' } });

    // when
    const key = await begin('migration', {
      filter: { processInstanceKey: { $in: [first, second, beyond] } },
      migrationPlan: {
        targetProcessDefinitionKey: target?.['processDefinitionKey'],
        mappingInstructions: [{ sourceElementId: 'old-first', targetElementId: 'new-first' }],
      },
    });

    // then
    expect(await ended(key)).toMatchObject({ operationsCompletedCount: 2, operationsFailedCount: 1 });
    expect(await activeElements(first)).toEqual(['new', 'new-first']);
    const failed = { batchOperationKey: key, state: 'FAILED' };
    expect(await rest.search('/batch-operation-items/search', { filter: failed })).toMatchObject([
      { processInstanceKey: beyond, errorMessage: expect.stringContaining('old-second') },
    ]);
  });

  test('moves instances from one element to another', async () => {
    const [instance = ''] = await start('move', 1);
    const moveInstructions = [{ sourceElementId: 'move-first', targetElementId: 'move-second' }];
    await ended(await begin('modification', { filter: { processDefinitionId: 'move' }, moveInstructions }));
    expect(await activeElements(instance)).toEqual(['move', 'move-second']);
  });

  test('rests while it is suspended, over a restart too, and goes on when it is resumed', async () => {
    // given
    await start('rest', 3);
    const key = await suspended('rest');

    // when
    await rest.restart();
    await ended(await begin('cancellation', { filter: { processDefinitionId: 'nobody' } }));

    // then
    expect(await batch(key)).toMatchObject({
      state: 'SUSPENDED',
      operationsTotalCount: 3,
      operationsCompletedCount: 0,
    });
    expect((await rest.ask('POST', `/batch-operations/${key}/resumption`)).status).toBe(204);
    expect(await ended(key)).toMatchObject({ operationsCompletedCount: 3 });
    const late = await rest.ask('POST', `/batch-operations/${key}/suspension`);
    expect(late).toMatchObject({ status: 409, body: { detail: expect.stringContaining('is COMPLETED') } });
  });

  test('leaves its items alone when it is canceled', async () => {
    const [instance = ''] = await start('gone', 1);
    const key = await suspended('gone');
    expect((await rest.ask('POST', `/batch-operations/${key}/cancellation`)).status).toBe(204);
    expect(await batch(key)).toMatchObject({ state: 'CANCELED', endDate: expect.any(String) });
    expect(await rest.search('/batch-operation-items/search', { filter: { batchOperationKey: key } })).toMatchObject([
      { state: 'CANCELED', processInstanceKey: instance },
    ]);
    expect(await activeElements(instance)).toEqual(['gone', 'gone-first']);
    expect((await rest.ask('POST', `/batch-operations/${key}/resumption`)).status).toBe(409);
  });

  test('is found by type and state, and refused without a filter', async () => {
    await ended(await begin('cancellation', { filter: { processDefinitionId: 'nobody' } }));
    const filter = { operationType: 'CANCEL_PROCESS_INSTANCE', state: 'COMPLETED' };
    expect(await rest.search('/batch-operations/search', { filter, page: { limit: 1 } })).toHaveLength(1);
    const answers = await Promise.all([
      rest.ask('POST', '/process-instances/cancellation', { filter: {} }),
      rest.ask('POST', '/process-instances/cancellation', {}),
      rest.ask('POST', '/process-instances/cancellation', { filter: { nobody: 1 } }),
      rest.ask('POST', '/process-instances/modification', { filter: { state: 'ACTIVE' }, moveInstructions: [] }),
      rest.ask('GET', '/batch-operations/1'),
      rest.ask('POST', '/batch-operations/1/suspension'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 404, 404]);
  });
});
