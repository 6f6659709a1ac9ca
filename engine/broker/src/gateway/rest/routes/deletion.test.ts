import { usualStore } from '@irisflow/database/testing';
import { bpmnModel } from '@irisflow/bpmn';
import { writeDmn } from '@irisflow/dmn';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkBroker } from '../../../checking/check-broker.ts';
import { type RestUnderTest, startRestUnderTest } from '../../../testing/rest-under-test.ts';

const MODEL = (name: string) =>
  bpmnModel()
    .process(name, (draw) =>
      draw
        .start()
        .businessRuleTask('assess', { decisionId: 'rate', resultVariable: 'rate' })
        .callActivity('call', { processId: `${name}_part` })
        .serviceTask('work', { type: name })
        .receiveTask('hear', { message: 'heard', correlationKey: '= secret' })
        .end(),
    )
    .process(`${name}_part`, (draw) =>
      draw.start().scriptTask('add', { expression: '= secret', resultVariable: 'copy' }).end(),
    )
    .toXml();
const RATES = writeDmn({ id: 'rates', name: 'Rates', decisions: [{ id: 'rate', name: 'Rate', logic: '12' }] });
const NOUNS = [
  'process-instances',
  'element-instances',
  'variables',
  'jobs',
  'message-subscriptions',
  'decision-instances',
];

describe.each([usualStore])('deleting what is kept on %s', { timeout: 40_000 }, (kind) => {
  let rest: RestUnderTest;

  const deploy = async (name: string) => {
    const form = new FormData();
    form.append('resources', new File([MODEL(name)], `${name}.bpmn`));
    const { deployments } = (await rest.ask('POST', '/deployments', form)).body;
    const [first] = deployments as { readonly processDefinition: { readonly processDefinitionKey: string } }[];
    return first?.processDefinition.processDefinitionKey ?? '';
  };
  const start = async (processDefinitionId: string) => {
    const body = { processDefinitionId, variables: { secret: `secret of ${processDefinitionId}` } };
    return String((await rest.ask('POST', '/process-instances', body)).body['processInstanceKey']);
  };
  const finish = async (type: string, processInstanceKey: string) => {
    const [job] = await rest.search('/jobs/search', { filter: { processInstanceKey } });
    await rest.ask('POST', '/jobs/activation', { type, timeout: 60_000, maxJobsToActivate: 10 });
    await rest.ask('POST', `/jobs/${String(job?.['jobKey'])}/completion`, {});
    const message = { name: 'heard', correlationKey: `secret of ${type}` };
    expect((await rest.ask('POST', '/messages/correlation', message)).status).toBe(200);
  };
  const counts = (rootKey: string) =>
    Promise.all(
      NOUNS.map(async (noun) => {
        const found = await rest.search(`/${noun}/search`, { page: { limit: 1_000 } });
        return found.filter(({ rootProcessInstanceKey }) => rootProcessInstanceKey === rootKey).length;
      }),
    );
  const ended = (key: unknown) =>
    expect
      .poll(async () => (await rest.ask('GET', `/batch-operations/${String(key)}`)).body, { timeout: 20_000 })
      .toMatchObject({ state: 'COMPLETED', operationsFailedCount: 0 });
  /** Every text of every column of every table, but for what a deployed file says itself. */
  const isKept = async (secret: string) => {
    const [row] = await rest.engine.database.query<{ found: boolean }>(
      `select exists (select from engine.variable where value like $1)
           or exists (select from engine.engine_record where change like $1 and root_key is not null)
           or exists (select from engine.decision_instance where trace like $1) as found`,
      [`%${secret}%`],
    );
    return row?.found;
  };

  beforeAll(async () => {
    rest = await startRestUnderTest(kind);
    await rest.client.deployResources([{ name: 'rates.dmn', content: RATES }]);
  });
  afterAll(() => rest.stop());
  afterEach(() => {
    if (rest.engine.failures.length > 0) throw new Error(rest.engine.failures.join('\n'));
  });

  test('an ended instance goes with all that it called, and nothing else does', async () => {
    // given
    await deploy('one');
    await deploy('other');
    const [key, other] = [await start('one'), await start('other')];
    const [called] = await rest.search('/process-instances/search', { filter: { parentProcessInstanceKey: key } });
    const deleted = async (which: unknown) =>
      (await rest.ask('POST', `/process-instances/${String(which)}/deletion`)).status;
    expect([await deleted(key), await deleted('1')]).toEqual([409, 404]);
    await finish('one', key);
    expect(await isKept('secret of one')).toBe(true);
    expect(await deleted(called?.['processInstanceKey'])).toBe(409);

    const before = await counts(other);

    // when
    expect(await deleted(key)).toBe(204);

    // then
    expect(await counts(key)).toEqual(NOUNS.map(() => 0));
    expect(await isKept('secret of one')).toBe(false);
    expect(await counts(other)).toEqual(before);
    expect(await deleted(key)).toBe(404);
    await finish('other', other);
    expect(await checkBroker(rest.engine.database)).toEqual([]);
  });

  test('a batch takes the ended ones of a filter', async () => {
    await deploy('many');
    const keys = [await start('many'), await start('many')];
    await rest.ask('POST', `/process-instances/${keys[0]}/cancellation`);
    const filter = { processDefinitionId: 'many' };
    const { body } = await rest.ask('POST', '/process-instances/deletion', { filter });
    expect(body).toMatchObject({ batchOperationType: 'DELETE_PROCESS_INSTANCE' });
    await ended(body['batchOperationKey']);
    const left = await rest.search('/process-instances/search', { filter });
    expect(left.map(({ processInstanceKey }) => processInstanceKey)).toEqual([keys[1]]);
  });

  test('what is kept of a deleted process goes when the caller says so', async () => {
    // given
    const key = await deploy('whole');
    const definition = async () => (await rest.ask('GET', `/process-definitions/${key}`)).body;
    const [over, running] = [await start('whole'), await start('whole')];
    await rest.ask('POST', `/process-instances/${over}/cancellation`);

    // when
    const { body } = await rest.ask('POST', `/resources/${key}/deletion`, { deleteHistory: true });

    // then
    expect(body).toEqual({
      resourceKey: key,
      batchOperation: { batchOperationKey: expect.any(String), batchOperationType: 'DELETE_PROCESS_INSTANCE' },
    });
    await ended((body['batchOperation'] as Record<string, unknown>)['batchOperationKey']);
    const left = await rest.search('/process-instances/search', { filter: { processDefinitionKey: key } });
    expect(left).toMatchObject([{ processInstanceKey: running, state: 'ACTIVE' }]);
    expect(await definition()).toMatchObject({ state: 'DRAINING' });
    await rest.ask('POST', `/process-instances/${running}/cancellation`);
    expect(await definition()).toMatchObject({ state: 'DELETED' });
    const filter = { processDefinitionId: 'whole' };
    expect(await rest.search('/process-definitions/search', { filter })).toEqual([]);
    expect(await rest.search('/process-definitions/search', { filter: { ...filter, state: 'DELETED' } })).toHaveLength(
      1,
    );
  });

  test('without being told, deletion of a definition keeps what was', async () => {
    const key = await deploy('kept');
    const instance = await start('kept');
    await rest.ask('POST', `/process-instances/${instance}/cancellation`);
    const { body } = await rest.ask('POST', `/resources/${key}/deletion`, {});
    expect(body).toEqual({ resourceKey: key, batchOperation: null });
    expect(await counts(instance)).toEqual([2, 7, 6, 1, 0, 1]);
  });

  test('evaluations of decisions go alone, by a filter, or with their file', async () => {
    // given
    const evaluate = async () => {
      const { body } = await rest.ask('POST', '/decision-definitions/evaluation', { decisionDefinitionId: 'rate' });
      return body;
    };
    const keysLeft = async () =>
      (await rest.search('/decision-instances/search', { filter: { processInstanceKey: { $exists: false } } })).map(
        ({ decisionEvaluationKey }) => decisionEvaluationKey,
      );
    const [one, two, three] = [await evaluate(), await evaluate(), await evaluate()];
    const deletion = (key: unknown) => rest.ask('POST', `/decision-instances/${String(key)}/deletion`);

    // when, then
    expect((await deletion(one['decisionEvaluationKey'])).status).toBe(204);
    expect((await deletion(one['decisionEvaluationKey'])).status).toBe(404);
    const filter = { decisionEvaluationKey: two['decisionEvaluationKey'] };
    const batch = await rest.ask('POST', '/decision-instances/deletion', { filter });
    expect(batch.body).toMatchObject({ batchOperationType: 'DELETE_DECISION_INSTANCE' });
    await ended(batch.body['batchOperationKey']);
    expect(await keysLeft()).toEqual([three['decisionEvaluationKey']]);
    const { body } = await rest.ask('POST', `/resources/${String(three['decisionRequirementsKey'])}/deletion`, {
      deleteHistory: true,
    });
    await ended((body['batchOperation'] as Record<string, unknown>)['batchOperationKey']);
    expect(await keysLeft()).toEqual([]);
  });
});
