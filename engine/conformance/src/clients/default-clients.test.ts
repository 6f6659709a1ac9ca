import { usualStore } from '@irisflow/database/testing';
import { bpmnModel } from '@irisflow/bpmn';
import { type RestUnderTest, startRestUnderTest } from '@irisflow/broker/testing';
import { writeDmn } from '@irisflow/dmn';
import { createCamundaClient as createEarlier } from 'orchestration-cluster-api-8.8';
import { type CamundaClient, createCamundaClient } from 'orchestration-cluster-api-8.9';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const MODEL = bpmnModel()
  .process('whole', (draw) =>
    draw
      .start()
      .serviceTask('work', { type: 'work' })
      .userTask('decide', { name: 'Decide' })
      .catchEvent('paid', { event: { message: 'paid', correlationKey: '= order' } })
      .end(),
  )
  .process('broken', (draw) => draw.start().serviceTask('fails', { type: 'fails' }).end())
  .toXml();
const RATES = writeDmn({ id: 'rates', name: 'Rates', decisions: [{ id: 'rate', name: 'Rate', logic: '12' }] });

/** Nothing but where the engine is: everything else, also how long a search waits for what it wants, is as the client comes. */
const configOf = (rest: RestUnderTest) => ({
  config: { CAMUNDA_REST_ADDRESS: rest.url, CAMUNDA_AUTH_STRATEGY: 'NONE', CAMUNDA_SDK_LOG_LEVEL: 'silent' },
});
const NOW = { consistency: { waitUpToMs: 0 } };
const LATER = { consistency: { waitUpToMs: 5_000 } };

const lines: readonly (readonly [string, (options: object) => CamundaClient])[] = [
  ['8.8', createEarlier as unknown as (options: object) => CamundaClient],
  ['8.9', createCamundaClient],
];

const only = <Item>(items: readonly Item[] | undefined): Item => {
  const [item, ...others] = items ?? [];
  if (item === undefined || others.length > 0) throw new TypeError(`Expected one, but found ${items?.length ?? 0}`);
  return item;
};

describe.each(lines)('the client of the line %s with its defaults', (line, create) => {
  let rest: RestUnderTest;
  let client: CamundaClient;
  let deployed: Awaited<ReturnType<CamundaClient['createDeployment']>>;
  beforeAll(async () => {
    rest = await startRestUnderTest(usualStore);
    client = create(configOf(rest));
    const resources = [new File([RATES], 'rates.dmn'), new File([MODEL], 'model.bpmn')];
    deployed = await client.createDeployment({ resources });
  });
  afterAll(async () => {
    await rest.stop();
  });

  test('finds the process first in what it deployed', () => {
    expect([deployed.processes.length, deployed.decisions.length]).toEqual([2, 1]);
    expect(deployed.deployments[0]?.processDefinition).toMatchObject({ processDefinitionId: 'whole' });
  });

  test('takes an instance through a worker, a person and a message', async () => {
    // given
    const worker = client.createJobWorker({
      jobType: 'work',
      maxParallelJobs: 5,
      jobTimeoutMs: 60_000,
      jobHandler: (job) => job.complete({ worked: true }),
    });

    // when
    const { processInstanceKey } = await client.createProcessInstance({
      processDefinitionId: 'whole' as never,
      variables: { order: line },
      tags: ['north' as never],
    });
    const filter = { processInstanceKey };
    const found = await client.searchUserTasks({ filter, sort: [{ field: 'creationDate', order: 'DESC' }] }, LATER);
    worker.stop();
    const { userTaskKey, tags } = only(found.items);
    await client.assignUserTask({ userTaskKey, assignee: 'ada' });
    await client.completeUserTask({ userTaskKey, variables: { granted: true } });
    await client.publishMessage({ name: 'paid', correlationKey: line, timeToLive: 60_000 });

    // then
    expect(tags).toEqual(['north']);
    const ended = await client.searchProcessInstances({ filter: { ...filter, state: 'COMPLETED' } }, LATER);
    expect(only(ended.items)).toMatchObject({ tags: ['north'], rootProcessInstanceKey: processInstanceKey });
    const elements = await client.searchElementInstances({ filter }, NOW);
    expect(elements.items?.map(({ type }) => type)).not.toContain('PROCESS');
    const variables = await client.searchVariables({ filter: { ...filter, name: 'granted' } }, NOW);
    expect(only(variables.items)).toMatchObject({ value: 'true' });
    const empty = await client.searchProcessInstances({ filter: { processInstanceKey: { $in: [] } } }, NOW);
    expect(empty.items).not.toEqual([]);
  });

  test('repairs what a worker could not do, and cancels the rest by a batch', async () => {
    // given
    const { processInstanceKey } = await client.createProcessInstance({ processDefinitionId: 'broken' as never });
    const asked = { type: 'fails', worker: 'w', timeout: 60_000, maxJobsToActivate: 1, requestTimeout: 1_000 };
    const { jobs } = await client.activateJobs(asked);
    await only(jobs).fail({ retries: 0, errorMessage: 'no line' });

    // when
    const incidents = await client.searchIncidents({ filter: { processInstanceKey, state: 'ACTIVE' } }, LATER);
    const { incidentKey, jobKey } = only(incidents.items);
    await client.updateJob({ jobKey: jobKey as never, changeset: { retries: 1 } });
    await client.resolveIncident({ incidentKey });
    const again = await client.activateJobs(asked);
    await client.throwJobError({ jobKey: only(again.jobs).jobKey, errorCode: 'NOBODY', errorMessage: 'none' });

    // then
    const filter = { processInstanceKey, hasIncident: true };
    const batch = await client.cancelProcessInstancesBatchOperation({ filter }, NOW as object);
    const { batchOperationKey } = batch;
    const isOver = async () => (await client.getBatchOperation({ batchOperationKey }, NOW)).state;
    await expect.poll(isOver, { timeout: 10_000 }).toBe('COMPLETED');
    const ended = await client.getProcessInstance({ processInstanceKey }, NOW);
    expect(ended).toMatchObject({ state: 'TERMINATED' });
    expect(rest.engine.failures).toEqual([]);
  });
});
