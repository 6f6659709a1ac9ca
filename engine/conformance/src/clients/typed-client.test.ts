import { usualStore } from '@irisflow/database/testing';
import { bpmnModel } from '@irisflow/bpmn';
import { type RestUnderTest, startRestUnderTest } from '@irisflow/broker/testing';
import { writeDmn } from '@irisflow/dmn';
import { createCamundaClient as createEarlier } from 'orchestration-cluster-api-8.8';
import { type CamundaClient, createCamundaClient } from 'orchestration-cluster-api-8.9';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

const MODEL = bpmnModel()
  .process('rent', (draw) =>
    draw
      .start()
      .serviceTask('consult', { type: 'consult' })
      .userTask('decide')
      .catchEvent('paid', { event: { message: 'paid', correlationKey: '=order' } })
      .end(),
  )
  .process('stuck', (draw) => draw.start().serviceTask('breaks', { type: '=nothing' }).end())
  .toXml();
const RATES = writeDmn({ id: 'rates', name: 'Rates', decisions: [{ id: 'rate', name: 'Rate', logic: '12' }] });

const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(fields.map(([name, field]) => [name, withoutNulls(field)]));
};

/** The line 8.8 leaves out what has no value and later lines write null, as we do: the checks of 8.8 see the difference. */
const fetchWithoutNulls = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
  const response = await fetch(input, init);
  const { status, headers } = response;
  if (headers.get('content-type')?.includes('json') !== true) return response;
  const body = JSON.stringify(withoutNulls(await response.json()));
  return new Response(body, { status, headers: { 'content-type': 'application/json' } });
};

const NOW = { consistency: { waitUpToMs: 0 } };

const expectOne = <Item>(items: readonly Item[] | undefined): Item => {
  const [item] = items ?? [];
  if (item === undefined) throw new TypeError('Expected something to be found, but there is nothing');
  return item;
};

interface Line {
  readonly name: string;
  /** Both lines have the calls that are made here; those of the later one are checked by the compiler. */
  readonly create: (options: object) => CamundaClient;
  readonly fetch: typeof fetch;
}

const lines: readonly Line[] = [
  { name: '8.8', create: createEarlier as unknown as Line['create'], fetch: fetchWithoutNulls },
  { name: '8.9', create: createCamundaClient, fetch },
];

describe.each(lines)(
  'the typed client of the line $name, which checks every answer',
  ({ name, create, fetch: asked }) => {
    let rest: RestUnderTest;
    let client: CamundaClient;

    const definition = async (processDefinitionId: string) => {
      const { items } = await client.searchProcessDefinitions({ filter: { isLatestVersion: true } }, NOW);
      return expectOne(items?.filter((found) => String(found.processDefinitionId) === processDefinitionId));
    };
    const start = async (id: string, variables: Record<string, unknown> = {}) => {
      const { processDefinitionKey } = await definition(id);
      if (processDefinitionKey === undefined) throw new TypeError('Expected a key, but found none');
      return client.createProcessInstance({ processDefinitionKey, variables });
    };
    const consult = async () => {
      const { jobs } = await client.activateJobs({
        type: 'consult',
        worker: 'test',
        timeout: 60_000,
        maxJobsToActivate: 1,
      });
      return expectOne(jobs);
    };

    beforeAll(async () => {
      rest = await startRestUnderTest(usualStore);
      client = create({
        config: {
          CAMUNDA_REST_ADDRESS: rest.url,
          CAMUNDA_AUTH_STRATEGY: 'NONE',
          // Its checks of requests lose the cursor of a page and refuse files: what it sends unchecked is right.
          CAMUNDA_SDK_VALIDATION: 'req:none,res:strict',
          CAMUNDA_SDK_LOG_LEVEL: 'silent',
        },
        fetch: asked,
      });
      const { deployments } = await client.createDeployment({
        resources: [new File([MODEL], 'model.bpmn'), new File([RATES], 'rates.dmn')],
      });
      if (deployments.length !== 4) throw new TypeError(`Expected four definitions, but found ${deployments.length}`);
    });
    afterAll(() => rest.stop());
    afterEach(() => {
      if (rest.engine.failures.length > 0) throw new Error(rest.engine.failures.join('\n'));
    });

    test('follows an instance from its start to its end', async () => {
      // given
      const { processInstanceKey } = await start('rent', { order: 'o-1' });

      // when
      const job = await consult();
      await client.updateJob({ jobKey: job.jobKey, changeset: { retries: 5 } });
      await client.failJob({ jobKey: job.jobKey, retries: 2, errorMessage: 'no line', retryBackOff: 0 });
      await client.completeJob({ jobKey: (await consult()).jobKey, variables: { consulted: true } });
      const filter = { processInstanceKey };
      const { userTaskKey } = expectOne((await client.searchUserTasks({ filter }, NOW)).items);
      if (userTaskKey === undefined) throw new TypeError('Expected a key, but found none');
      await client.assignUserTask({ userTaskKey, assignee: 'ada' });
      await client.updateUserTask({ userTaskKey, changeset: { priority: 70 } });
      expect(await client.getUserTask({ userTaskKey }, NOW)).toMatchObject({ assignee: 'ada', priority: 70 });
      const seen = await client.searchUserTaskVariables({ userTaskKey, sort: [{ field: 'name' }] }, NOW);
      expect(seen.items?.map(({ name }) => name)).toEqual(['consulted', 'order']);
      await client.completeUserTask({ userTaskKey, variables: { granted: true } });
      const waiting = await client.searchMessageSubscriptions({ filter }, NOW);
      expect(waiting.items).toMatchObject([{ messageName: 'paid', messageSubscriptionState: 'CREATED' }]);
      const taken = await client.correlateMessage({ name: 'paid', correlationKey: 'o-1', variables: { sum: 5 } });

      // then
      expect(taken).toMatchObject({ processInstanceKey });
      expect((await client.searchCorrelatedMessageSubscriptions({ filter }, NOW)).items).toMatchObject([
        { messageKey: taken.messageKey },
      ]);
      expect(await client.getProcessInstance({ processInstanceKey }, NOW)).toMatchObject({ state: 'COMPLETED' });
      expect((await client.searchVariables({ filter }, NOW)).items).toHaveLength(4);
      expect((await client.getProcessInstanceSequenceFlows({ processInstanceKey }, NOW)).items).toHaveLength(4);
      expect((await client.getProcessInstanceStatistics({ processInstanceKey }, NOW)).items).toHaveLength(5);
      expect(await client.getProcessInstanceCallHierarchy({ processInstanceKey }, NOW)).toHaveLength(1);
    });

    test('pages through what it finds by offset and by cursor', async () => {
      await Promise.all(Array.from({ length: 5 }, () => start('stuck')));
      const sort = [{ field: 'processInstanceKey' as const, order: 'ASC' as const }];
      const first = await client.searchProcessInstances({ sort, page: { from: 0, limit: 2 } }, NOW);
      expect(first.page).toMatchObject({ hasMoreTotalItems: false });
      const { endCursor } = first.page;
      if (endCursor === undefined || endCursor === null) throw new TypeError('Expected a cursor, but found none');
      const byCursor = await client.searchProcessInstances({ sort, page: { after: endCursor, limit: 2 } }, NOW);
      const byOffset = await client.searchProcessInstances({ sort, page: { from: 2, limit: 2 } }, NOW);
      expect(byCursor.items).toEqual(byOffset.items);
      expect(byCursor.items).toHaveLength(2);
    });

    test('finds an incident, sets the variable that is missing, and resolves it', async () => {
      const { processInstanceKey } = await start('stuck');
      const { items } = await client.searchIncidents({ filter: { processInstanceKey, state: 'ACTIVE' } }, NOW);
      const { incidentKey, elementInstanceKey } = expectOne(items);
      if (incidentKey === undefined || elementInstanceKey === undefined) throw new TypeError('Expected keys');
      await client.createElementInstanceVariables({ elementInstanceKey, variables: { nothing: 'queue' }, local: true });
      await client.resolveIncident({ incidentKey });
      expect(await client.getIncident({ incidentKey }, NOW)).toMatchObject({ state: 'RESOLVED' });
      const jobs = await client.searchJobs({ filter: { processInstanceKey } }, NOW);
      expect(jobs.items).toMatchObject([{ type: 'queue', state: 'CREATED' }]);
      await client.cancelProcessInstance({ processInstanceKey });
      await expect(client.cancelProcessInstance({ processInstanceKey })).rejects.toMatchObject({ status: 404 });
    });

    test('cancels instances by a batch and follows it', async () => {
      const { processInstanceKey } = await start('rent', { order: 'o-2' });
      const { batchOperationKey } = await client.cancelProcessInstancesBatchOperation(
        { filter: { processInstanceKey } },
        NOW as object,
      );
      if (batchOperationKey === undefined) throw new TypeError('Expected a key, but found none');
      const batch = () => client.getBatchOperation({ batchOperationKey }, NOW);
      await expect.poll(async () => (await batch()).state).toBe('COMPLETED');
      const items = await client.searchBatchOperationItems({ filter: { processInstanceKey } }, NOW);
      expect(items.items).toMatchObject([{ batchOperationKey, state: 'COMPLETED' }]);
    });

    test('keeps a document and gives it back', async () => {
      const { documentId, contentHash } = await client.createDocument({ file: new File(['the deed'], 'deed.txt') });
      if (documentId === undefined || typeof contentHash !== 'string') throw new TypeError('Expected a reference');
      // The client checks files as if they were texts, so this one comes without it.
      expect((await rest.ask('GET', `/documents/${documentId}?contentHash=${contentHash}`)).text).toBe('the deed');
      expect(await client.createDocumentLink({ documentId, contentHash, timeToLive: 1_000 })).toMatchObject({
        url: expect.stringContaining('/v2/document-links/'),
      });
      await client.deleteDocument({ documentId });
    });

    // The checks of 8.8 want the id of a decision that failed where none did, and a number as the key of an instance of two parts.
    test.runIf(name === '8.9')('reads a decision that was evaluated alone', async () => {
      const decided = await client.evaluateDecision({ decisionDefinitionId: 'rate' as never });
      expect(decided).toMatchObject({ output: '12', failedDecisionDefinitionId: null });
      const { items } = await client.searchDecisionInstances({}, NOW);
      expect(items).toMatchObject([{ processInstanceKey: '-1', decisionDefinitionId: 'rate' }]);
      const { decisionEvaluationInstanceKey } = expectOne(items);
      expect(await client.getDecisionInstance({ decisionEvaluationInstanceKey }, NOW)).toMatchObject({ result: '12' });
    });

    test('reads the cluster', async () => {
      expect(await client.getTopology()).toMatchObject({ clusterSize: 1 });
      expect(await client.getLicense()).toMatchObject({ isCommercial: false });
      expect(await client.getAuthentication()).toMatchObject({ username: 'demo' });
      const decisions = await client.searchDecisionDefinitions({}, NOW);
      expect(decisions.items).toMatchObject([{ decisionDefinitionId: 'rate' }]);
      expect((await client.searchDecisionRequirements({}, NOW)).items).toMatchObject([
        { decisionRequirementsId: 'rates' },
      ]);
      expect(await client.publishMessage({ name: 'later', timeToLive: 1_000 })).toHaveProperty('messageKey');
      expect(await client.broadcastSignal({ signalName: 'all' })).toHaveProperty('signalKey');
    });
  },
);
