import { usualStore } from '@irisflow/database/testing';
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

describe.each([usualStore])('a batch operation on %s', { timeout: 40_000 }, (kind) => {
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
        actor: { type: 'ANONYMOUS', id: null },
        at: 1,
      });
      await transaction.query(`update engine.batch_operation set state = 'SUSPENDED' where key = $1`, [key]);
      return key;
    });

  beforeAll(async () => {
    rest = await startRestUnderTest(kind);
    const ids = ['old', 'new', 'many', 'rest', 'gone', 'stuck', 'move', 'help', 'none'];
    await rest.client.deployResources([{ name: 'model.bpmn', content: model(ids) }]);
  });
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

  test('takes an empty list as no condition, and a filter without any as forgotten', async () => {
    // given
    const instances = await start('none', 2);
    const anyKey = { processInstanceKey: { $in: [] } };

    // when
    const key = await begin('cancellation', { filter: { processDefinitionId: 'none', ...anyKey } });

    // then
    expect(await ended(key)).toMatchObject({ operationsTotalCount: 2, operationsCompletedCount: 2 });
    expect(instances).toHaveLength(2);
    const forgotten = [
      {},
      anyKey,
      { state: { $notIn: [] } },
      { tags: [] },
      { $or: [] },
      { state: 'ACTIVE', $or: [anyKey] },
    ];
    const answers = await Promise.all(
      forgotten.map((filter) => rest.ask('POST', '/process-instances/cancellation', { filter })),
    );
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 200]);
    expect(answers[1]?.body).toMatchObject({
      detail: 'Expected a filter with at least one condition, but it would take every process instance',
    });
  });

  test('resolves the incidents of one instance', async () => {
    // given
    const [mine = '', other = ''] = await start('help', 2, [{ elementId: 'help-work' }]);
    const job = { type: 'help', timeout: 60_000, maxJobsToActivate: 2 };
    const { jobs } = (await rest.ask('POST', '/jobs/activation', job)).body;
    for (const { jobKey } of jobs as { jobKey: string }[]) {
      await rest.ask('POST', `/jobs/${jobKey}/failure`, { retries: 0 });
    }

    // when
    const { status, body } = await rest.ask('POST', `/process-instances/${mine}/incident-resolution`);

    // then
    expect([status, body]).toEqual([
      200,
      { batchOperationKey: expect.any(String), batchOperationType: 'RESOLVE_INCIDENT' },
    ]);
    expect(await ended(String(body['batchOperationKey']))).toMatchObject({ operationsCompletedCount: 1 });
    const open = await rest.search('/incidents/search', {
      filter: { processInstanceKey: { $in: [mine, other] }, state: 'ACTIVE' },
    });
    expect(open.map(({ processInstanceKey }) => processInstanceKey)).toEqual([other]);
    const nobody = await rest.ask('POST', '/process-instances/2251799813685248/incident-resolution');
    expect([nobody.status, nobody.body['detail']]).toEqual([
      404,
      "Expected to find a process instance with key '2251799813685248', but there is none",
    ]);
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
    expect(await activeElements(first)).toEqual(['new-first']);
    const failed = { batchOperationKey: key, state: 'FAILED' };
    expect(await rest.search('/batch-operation-items/search', { filter: failed })).toMatchObject([
      { processInstanceKey: beyond, errorMessage: expect.stringContaining('old-second') },
    ]);
  });

  test('moves instances from one element to another', async () => {
    const [instance = ''] = await start('move', 1);
    const moveInstructions = [{ sourceElementId: 'move-first', targetElementId: 'move-second' }];
    await ended(await begin('modification', { filter: { processDefinitionId: 'move' }, moveInstructions }));
    expect(await activeElements(instance)).toEqual(['move-second']);
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
    expect(await activeElements(instance)).toEqual(['gone-first']);
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
