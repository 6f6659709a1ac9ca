import { usualStore } from '@irisflow/database/testing';
import { bpmnModel } from '@irisflow/bpmn';
import { writeDmn } from '@irisflow/dmn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RestUnderTest, startRestUnderTest } from '../../testing/rest-under-test.ts';
import { createTestClock } from '../../testing/test-clock.ts';

const MODEL = bpmnModel()
  .process('tagged', (draw) => draw.start().userTask('decide').end())
  .process('stuck', (draw) => draw.start().serviceTask('breaks', { type: '= nothing' }).end())
  .process('work', (draw) => draw.start().serviceTask('do', { type: 'work' }).end())
  .process('outer', (draw) => draw.start().callActivity('call', { processId: 'inner' }).end())
  .process('inner', (draw) =>
    draw
      .start()
      .businessRuleTask('assess', { decisionId: 'sum', resultVariable: 'sum' })
      .parallelGateway('fork')
      .branch((way) => way.userTask('look').end())
      .branch((way) => way.serviceTask('search', { type: 'inner' }).end())
      .branch((way) => way.serviceTask('fails', { type: '= nothing' }).end())
      .branch((way) => way.receiveTask('hear', { message: 'heard', correlationKey: '="k"' }).end()),
  )
  .toXml();
const decisions = (name: string, rate: string) =>
  writeDmn({
    id: 'sums',
    name,
    decisions: [
      { id: 'rate', name: 'Rate', logic: rate },
      { id: 'sum', name: 'Sum', logic: 'rate + 1', requires: ['rate'] },
    ],
  });

/** As Java computes it; the texts are those of incidents. */
const hashOf = (text: string): number =>
  text.split('').reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) | 0, 0);

describe.each([usualStore])('fields that clients ask about on %s', (kind) => {
  let rest: RestUnderTest;
  const clock = createTestClock();
  const start = async (processDefinitionId: string, more: object = {}) =>
    String((await rest.ask('POST', '/process-instances', { processDefinitionId, ...more })).body['processInstanceKey']);
  const found = async (path: string, filter: object, field: string) =>
    (await rest.search(path, { filter, sort: [{ field }] })).map((row) => row[field]);

  beforeAll(async () => {
    rest = await startRestUnderTest(kind, clock);
    for (const [name, rate] of [
      ['Sums', '1'],
      ['Better sums', '2'],
    ] as const) {
      await rest.client.deployResources([{ name: 'sums.dmn', content: decisions(name, rate) }]);
    }
    await rest.client.deployResources([{ name: 'model.bpmn', content: MODEL }]);
  });
  afterAll(() => rest.stop());

  test('tags of an instance find its user tasks, and its jobs carry them', async () => {
    const north = await start('tagged', { tags: ['north', 'urgent'] });
    await start('tagged', { tags: ['south'] });
    const [task] = await rest.search('/user-tasks/search', { filter: { tags: ['north'] } });
    expect(task).toMatchObject({ processInstanceKey: north, tags: ['north', 'urgent'] });
    expect(await rest.search('/user-tasks/search', { filter: { tags: ['north', 'south'] } })).toEqual([]);
    expect((await rest.ask('GET', `/user-tasks/${String(task?.['userTaskKey'])}`)).body).toMatchObject({
      tags: ['north', 'urgent'],
    });
  });

  test('the hash of an incident finds its instances, also of incidents that an earlier program raised', async () => {
    // given
    const key = await start('stuck');
    const [incident] = await rest.search('/incidents/search', { filter: { processInstanceKey: key } });
    const hash = hashOf(String(incident?.['errorMessage']));
    const byHash = (incidentErrorHashCode: unknown) =>
      found('/process-instances/search', { processDefinitionId: 'stuck', incidentErrorHashCode }, 'processInstanceKey');

    // when, then
    expect(await byHash(hash)).toEqual([key]);
    expect(await byHash(hash + 1)).toEqual([]);
    await rest.engine.database.query(`update engine.incident set error_hash = null`);
    expect(await byHash(hash)).toEqual([]);
    await rest.restart();
    expect(await byHash(hash)).toEqual([key]);
    const batch = { filter: { incidentErrorHashCode: hash } };
    expect((await rest.ask('POST', '/process-instances/cancellation', batch)).status).toBe(200);
    const isOver = async () => (await rest.ask('GET', `/process-instances/${key}`)).body['state'];
    await expect.poll(isOver).toBe('TERMINATED');
    expect(await byHash(hash)).toEqual([]);
  });

  test('a job says when it was created and last changed, and is found by both', async () => {
    // given
    const time = Date.parse('2031-01-01T00:00:00Z');
    clock.pin(time);
    const key = await start('work');
    const job = async () => (await rest.search('/jobs/search', { filter: { processInstanceKey: key } }))[0];
    const iso = (minutes: number) => new Date(time + minutes * 60_000).toISOString();
    expect(await job()).toMatchObject({ creationTime: iso(0), lastUpdateTime: iso(0) });

    const jobKey = String((await job())?.['jobKey']);

    // when
    for (const [minutes, change] of [
      [1, () => rest.ask('PATCH', `/jobs/${jobKey}`, { changeset: { retries: 5 } })],
      [2, () => rest.ask('POST', `/jobs/${jobKey}/failure`, { retries: 2 })],
      [3, () => rest.ask('POST', `/jobs/${jobKey}/completion`)],
    ] as const) {
      clock.pin(time + minutes * 60_000);
      await change();
      // then
      expect(await job()).toMatchObject({ creationTime: iso(0), lastUpdateTime: iso(minutes) });
    }
    const jobs = (filter: object) =>
      found('/jobs/search', { processInstanceKey: key, ...filter }, 'processInstanceKey');
    expect(await jobs({ creationTime: { $lt: iso(1) }, lastUpdateTime: { $gt: iso(2) } })).toEqual([key]);
    expect(await jobs({ lastUpdateTime: { $lt: iso(3) } })).toEqual([]);
    clock.reset();
  });

  test('decisions are found by the name and the version of their file', async () => {
    const ids = (filter: object) => found('/decision-definitions/search', filter, 'decisionDefinitionId');
    expect(await ids({ decisionRequirementsName: { $like: 'Better*' } })).toEqual(['rate', 'sum']);
    expect(await ids({ decisionRequirementsVersion: 1, decisionDefinitionId: 'sum' })).toEqual(['sum']);
    const [latest] = await rest.search('/decision-definitions/search', {
      sort: [{ field: 'decisionRequirementsVersion', order: 'DESC' }],
    });
    expect(latest).toMatchObject({ decisionRequirementsName: 'Better sums', decisionRequirementsVersion: 2 });
  });

  test('evaluations are found by the file and by the decision that was asked for', async () => {
    // given
    const { body } = await rest.ask('POST', '/decision-definitions/evaluation', { decisionDefinitionId: 'sum' });
    const { decisionDefinitionKey, decisionRequirementsKey, decisionEvaluationKey, evaluatedDecisions } = body;

    // when
    const own = { decisionEvaluationKey };
    const ids = (filter: object) => found('/decision-instances/search', { ...own, ...filter }, 'decisionDefinitionId');

    // then
    expect(await ids({ rootDecisionDefinitionKey: decisionDefinitionKey })).toEqual(['rate', 'sum']);
    expect(await ids({ decisionDefinitionKey })).toEqual(['sum']);
    expect(await ids({ decisionRequirementsKey })).toEqual(['rate', 'sum']);
    expect(await ids({ decisionRequirementsKey: { $neq: decisionRequirementsKey } })).toEqual([]);
    const instances = await rest.search('/decision-instances/search', { filter: own });
    expect(instances.map((one) => one['rootDecisionDefinitionKey'])).toEqual([
      decisionDefinitionKey,
      decisionDefinitionKey,
    ]);
    expect(instances[0]).toMatchObject({
      rootProcessInstanceKey: null,
      processInstanceKey: '-1',
      processDefinitionKey: '-1',
      elementInstanceKey: '-1',
    });
    expect((evaluatedDecisions as object[]).map((one) => Object.keys(one))).toMatchObject([
      expect.arrayContaining(['decisionEvaluationInstanceKey', 'decisionDefinitionKey']),
      expect.arrayContaining(['decisionEvaluationInstanceKey', 'decisionDefinitionKey']),
    ]);
  });

  test('every noun of a called instance names the root', async () => {
    // given
    const root = await start('outer');
    const [called] = await rest.search('/process-instances/search', { filter: { parentProcessInstanceKey: root } });
    const processInstanceKey = String(called?.['processInstanceKey']);
    await rest.ask('POST', '/messages/publication', { name: 'heard', correlationKey: 'k' });

    // when
    const nouns = [
      'process-instances',
      'element-instances',
      'variables',
      'jobs',
      'user-tasks',
      'incidents',
      'message-subscriptions',
      'correlated-message-subscriptions',
      'decision-instances',
    ];
    const roots = await Promise.all(
      nouns.map(async (noun) => [
        noun,
        new Set(
          (await rest.search(`/${noun}/search`, { filter: { processInstanceKey } })).map(
            (row) => row['rootProcessInstanceKey'],
          ),
        ),
      ]),
    );

    // then
    expect(roots).toEqual(nouns.map((noun) => [noun, new Set([root])]));
    const { jobs } = (
      await rest.ask('POST', '/jobs/activation', { type: 'inner', timeout: 1_000, maxJobsToActivate: 1 })
    ).body;
    expect(jobs).toMatchObject([{ rootProcessInstanceKey: root, userTask: null }]);
    const { items } = (await rest.ask('GET', `/process-instances/${processInstanceKey}/sequence-flows`)).body;
    expect((items as Record<string, unknown>[]).map((flow) => flow['rootProcessInstanceKey'])).toContain(root);
  });

  test('instances are found by a pattern of the batch that took them', async () => {
    const key = await start('work');
    const { body } = await rest.ask('POST', '/process-instances/cancellation', { filter: { processInstanceKey: key } });
    const batch = String(body['batchOperationKey']);
    const by = (batchOperationKey: unknown) =>
      found('/process-instances/search', { batchOperationKey }, 'processInstanceKey');
    expect(await by({ $like: `*${batch.slice(-4)}` })).toEqual([key]);
    expect(await by(batch)).toEqual([key]);
    expect(rest.engine.failures).toEqual([]);
  });
});
