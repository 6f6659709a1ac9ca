import { bpmnModel } from '@irisflow/bpmn';
import { writeDmn } from '@irisflow/dmn';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type RestUnderTest, startRestUnderTest } from '../../testing/rest-under-test.ts';

/** Every kind of thing that the API knows, in the processes of one file. */
const MODEL = bpmnModel()
  .process(
    'rent',
    (draw) =>
      draw
        .start('begin', { formId: 'rent-form' })
        .serviceTask('consult', { type: 'consult', name: 'Consult the register', headers: { purpose: 'rent' } })
        .userTask('decide', {
          name: 'Decide',
          candidateGroups: '=["housing", "tax"]',
          dueDate: '2027-01-01T00:00:00Z',
          priority: 70,
          inputs: { hint: '="look"' },
        })
        .end(),
    { name: 'Rent allowance' },
  )
  .process('plain', (draw) => draw.start().scriptTask('add', { expression: '=a + 1', resultVariable: 'b' }).end())
  .process('watched', (draw) =>
    draw
      .start()
      .userTask('watched-task', { taskListeners: [{ on: 'completing', type: 'watch' }] })
      .end(),
  )
  .process('waiting', (draw) =>
    draw
      .start()
      .catchEvent('paid', { event: { message: 'paid', correlationKey: '=order' } })
      .catchEvent('opened', { event: { signal: 'opened' } })
      .end(),
  )
  .process('outer', (draw) => draw.start().callActivity('call', { processId: 'stuck' }).end())
  .process('stuck', (draw) => draw.start().serviceTask('breaks', { type: '=queue' }).end())
  .toXml();

const DECISIONS = writeDmn({
  id: 'rates',
  name: 'Rates',
  decisions: [
    { id: 'zone', name: 'Zone', variable: 'zone', logic: 'if postal = 1000 then "center" else "rest"' },
    {
      id: 'rate',
      name: 'Rate',
      requires: ['zone'],
      logic: {
        inputs: [{ expression: 'zone', label: 'Zone' }],
        outputs: [{ name: 'rate' }],
        rules: [
          ['"center"', '12'],
          ['"rest"', '9'],
        ],
      },
    },
  ],
});

describe.each(['postgres', 'pglite'] as const)('the REST API on %s', (kind) => {
  let rest: RestUnderTest;

  const start = async (processDefinitionId: string, variables: Record<string, unknown> = {}) =>
    (await rest.client.createProcessInstance({ processDefinitionId, variables })).processInstanceKey;
  const work = async (type: string) => {
    const [job] = await rest.client.activateJobs({
      type,
      worker: 'test',
      timeout: 60_000,
      maxJobsToActivate: 1,
      requestTimeout: 5_000,
    });
    if (job === undefined) throw new TypeError(`Expected a job of type ${type}, but there is none`);
    return job;
  };
  const taskOf = async (processInstanceKey: string) => {
    const [task] = await rest.search('/user-tasks/search', {
      filter: { processInstanceKey, state: { $in: ['CREATED'] } },
    });
    return String(task?.['userTaskKey']);
  };
  const atTask = async (variables: Record<string, unknown> = {}) => {
    const processInstanceKey = await start('rent', variables);
    await (await work('consult')).complete({ consulted: true });
    return { processInstanceKey, userTaskKey: await taskOf(processInstanceKey) };
  };

  beforeAll(async () => {
    rest = await startRestUnderTest(kind);
    await rest.client.deployResources([
      { name: 'model.bpmn', content: MODEL },
      { name: 'rates.dmn', content: DECISIONS },
      { name: 'rent.form', content: JSON.stringify({ id: 'rent-form', components: [] }) },
    ]);
  });
  afterAll(() => rest.stop());
  afterEach(() => {
    if (rest.engine.failures.length > 0) throw new Error(rest.engine.failures.join('\n'));
  });

  test('describes the cluster and the user', async () => {
    const topology = await rest.client.getTopology();
    expect(topology).toMatchObject({ clusterSize: 1, partitionsCount: 1, gatewayVersion: '8.9.0' });
    expect((await rest.ask('GET', '/topology')).body['brokers']).toMatchObject([
      { host: '127.0.0.1', partitions: [{ partitionId: 1, role: 'leader', health: 'healthy' }] },
    ]);
    expect((await rest.ask('GET', '/status')).status).toBe(204);
    expect((await rest.ask('GET', '/authentication/me')).body).toMatchObject({ username: 'demo' });
  });

  test('deploys several resources together, finds them, and deletes one', async () => {
    // given
    const resources = [
      { name: 'model.bpmn', content: MODEL },
      {
        name: 'other.bpmn',
        content: bpmnModel()
          .process('other', (draw) => draw.start().end())
          .toXml(),
      },
    ];

    // when
    const deployed = await rest.client.deployResources(resources);

    // then
    expect(deployed.processes.map(({ processDefinitionId }) => processDefinitionId)).toContain('other');
    const other = deployed.processes.find(({ processDefinitionId }) => processDefinitionId === 'other');
    const key = other?.processDefinitionKey ?? '';
    expect(await rest.client.getProcessDefinition(key)).toMatchObject({
      processDefinitionKey: key,
      version: 1,
      resourceName: 'other.bpmn',
      hasStartForm: false,
    });
    expect(await rest.client.getProcessDefinitionXML(key)).toContain('<bpmn:process id="other"');
    const latest = { processDefinitionId: 'rent', isLatestVersion: true };
    expect(await rest.search('/process-definitions/search', { filter: latest })).toMatchObject([
      { name: 'Rent allowance', hasStartForm: true },
    ]);
    await rest.client.deleteResource({ resourceKey: key });
    expect((await rest.ask('GET', `/process-definitions/${key}`)).body).toMatchObject({ state: 'DELETED' });
  });

  test('tells everything that is wrong with a deployment', async () => {
    const broken = rest.client.deployResources([{ name: 'broken.bpmn', content: '<nonsense' }]);
    await expect(broken).rejects.toMatchObject({ statusCode: 400 });
    expect((await rest.ask('POST', '/deployments', {})).status).toBe(415);
  });

  test('starts an instance and waits for its result', async () => {
    const done = await rest.client.createProcessInstanceWithResult({
      processDefinitionId: 'plain',
      variables: { a: 1 },
    });
    expect(done).toMatchObject({ processDefinitionId: 'plain', variables: { a: 1, b: 2 } });
    const { body } = await rest.ask('GET', `/process-instances/${done.processInstanceKey}`);
    expect(body).toMatchObject({ state: 'COMPLETED', hasIncident: false, parentProcessInstanceKey: null });
    expect(body['endDate']).toMatch(/^\d{4}-.*Z$/);
  });

  test('gives up waiting for a result with 504', async () => {
    const { status, body } = await rest.ask('POST', '/process-instances', {
      processDefinitionId: 'waiting',
      variables: { order: 'late' },
      awaitCompletion: true,
      requestTimeout: 50,
    });
    expect({ status, title: body['title'] }).toEqual({ status: 504, title: 'DEADLINE_EXCEEDED' });
  });

  test('starts by key, version, tags and business id, anywhere in the process', async () => {
    const [definition] = await rest.search('/process-definitions/search', { filter: { processDefinitionId: 'rent' } });
    const { status, body } = await rest.ask('POST', '/process-instances', {
      processDefinitionKey: definition?.['processDefinitionKey'],
      startInstructions: [{ elementId: 'decide' }],
      tags: ['urgent'],
      businessId: `${kind}-1`,
    });
    expect({ status, body }).toMatchObject({ status: 200, body: { tags: ['urgent'], businessId: `${kind}-1` } });
    const found = await rest.search('/process-instances/search', {
      filter: { businessId: `${kind}-1`, tags: ['urgent'] },
    });
    expect(found).toMatchObject([{ processDefinitionName: 'Rent allowance', state: 'ACTIVE' }]);
    expect(await taskOf(String(body['processInstanceKey']))).toMatch(/^\d{16}$/);
  });

  test('hands out jobs with variables and headers, and follows them to their end', async () => {
    // given
    const processInstanceKey = await start('rent', { name: 'Ada' });

    // when
    const job = await work('consult');

    // then
    expect(job).toMatchObject({ processInstanceKey, customHeaders: { purpose: 'rent' }, variables: { name: 'Ada' } });
    await rest.client.updateJob({ jobKey: job.jobKey, retries: 5, timeout: 90_000 });
    await rest.client.failJob({ jobKey: job.jobKey, retries: 2, errorMessage: 'no line', retryBackOff: 0 });
    const search = async () => rest.search('/jobs/search', { filter: { processInstanceKey } });
    expect(await search()).toMatchObject([
      { state: 'FAILED', retries: 2, errorMessage: 'no line', hasFailedWithRetriesLeft: true, elementId: 'consult' },
    ]);
    await (await work('consult')).complete({});
    expect(await search()).toMatchObject([{ state: 'COMPLETED' }]);
  });

  test('waits for jobs that come later, and not at all when asked so', async () => {
    const polled = work('later');
    await start('stuck', { queue: 'later' });
    expect((await polled).type).toBe('later');
    const { body } = await rest.ask('POST', '/jobs/activation', {
      type: 'nobody',
      timeout: 1_000,
      maxJobsToActivate: 1,
      requestTimeout: -1,
    });
    expect(body).toEqual({ jobs: [] });
  });

  test('shows tasks with their names, and assigns, changes and completes them', async () => {
    // given
    const { processInstanceKey, userTaskKey } = await atTask({ applicant: { name: 'Ada' } });
    const task = async () => (await rest.ask('GET', `/user-tasks/${userTaskKey}`)).body;
    expect(await task()).toMatchObject({
      name: 'Decide',
      state: 'CREATED',
      elementId: 'decide',
      candidateGroups: ['housing', 'tax'],
      dueDate: '2027-01-01T00:00:00Z',
      priority: 70,
      processName: 'Rent allowance',
      assignee: null,
    });

    // when, then
    await rest.client.assignUserTask({ userTaskKey, assignee: 'ada' });
    const claimed = rest.client.assignUserTask({ userTaskKey, assignee: 'bob', allowOverride: false });
    await expect(claimed).rejects.toMatchObject({ statusCode: 409 });
    await rest.client.updateUserTask({ userTaskKey, changeset: { candidateGroups: [], dueDate: '' } });
    expect(await task()).toMatchObject({ assignee: 'ada', candidateGroups: [], dueDate: null, priority: 70 });
    await rest.client.unassignUserTask({ userTaskKey });
    expect(await task()).toMatchObject({ assignee: null });
    await rest.client.completeUserTask({ userTaskKey, variables: { granted: true } });
    expect(await task()).toMatchObject({ state: 'COMPLETED' });
    const again = rest.client.completeUserTask({ userTaskKey });
    await expect(again).rejects.toMatchObject({ statusCode: 404 });
    const filter = { processInstanceKey, name: 'granted' };
    expect(await rest.search('/variables/search', { filter })).toMatchObject([{ value: 'true', isTruncated: false }]);
  });

  test('shows a task the variables of all scopes around it, and only those', async () => {
    const { userTaskKey } = await atTask({ caseId: 'c-1' });
    const seen = await rest.search(`/user-tasks/${userTaskKey}/variables/search`, {});
    expect(seen.map(({ name }) => String(name)).toSorted()).toEqual(['caseId', 'consulted', 'hint']);
    expect((await rest.ask('POST', '/user-tasks/1/variables/search', {})).status).toBe(404);
  });

  test('waits for the listeners of a task before it answers', async () => {
    // given
    const userTaskKey = await taskOf(await start('watched'));

    // when
    const completion = rest.ask('POST', `/user-tasks/${userTaskKey}/completion`, {});
    const { jobKey, ...job } = await work('watch');
    expect(job).toMatchObject({ kind: 'TASK_LISTENER', userTask: { userTaskKey } });
    await rest.ask('POST', `/jobs/${jobKey}/completion`, {
      result: { type: 'userTask', denied: true, deniedReason: 'too early' },
    });

    // then
    const denied = await completion;
    expect({ status: denied.status, detail: denied.body['detail'] }).toEqual({
      status: 409,
      detail: expect.stringContaining('too early'),
    });
    expect(await rest.search('/jobs/search', { filter: { isDenied: true, deniedReason: 'too early' } })).toMatchObject([
      { jobKey, isDenied: true, deniedReason: 'too early' },
    ]);
  });

  test('shows incidents on the instance, its caller and its element, and resolves them', async () => {
    // given
    const outer = await start('outer', { queue: 'incident' });
    const job = await work('incident');
    await rest.client.failJob({ jobKey: job.jobKey, retries: 0, errorMessage: 'register is down', retryBackOff: 0 });

    // when
    const [incident] = await rest.search('/incidents/search', { filter: { jobKey: job.jobKey, state: 'ACTIVE' } });

    // then
    expect(incident).toMatchObject({
      errorType: 'JOB_NO_RETRIES',
      errorMessage: 'register is down',
      elementId: 'breaks',
    });
    const incidentKey = String(incident?.['incidentKey']);
    expect((await rest.ask('GET', `/incidents/${incidentKey}`)).body).toEqual(incident);
    const stuck = String(incident?.['processInstanceKey']);
    const flags = async (filter: object) =>
      (await rest.search('/process-instances/search', { filter })).map((found) => found['hasIncident']);
    expect(await flags({ processInstanceKey: { $in: [outer, stuck] } })).toEqual([true, true]);
    expect(await rest.search('/element-instances/search', { filter: { incidentKey } })).toMatchObject([
      { elementId: 'breaks', elementName: 'breaks', hasIncident: true, type: 'SERVICE_TASK' },
    ]);
    expect(await rest.search(`/process-instances/${outer}/incidents/search`)).toEqual([incident]);
    await rest.client.updateJob({ jobKey: job.jobKey, retries: 1 });
    await rest.client.resolveIncident(incidentKey);
    expect((await rest.ask('GET', `/incidents/${incidentKey}`)).body).toMatchObject({ state: 'RESOLVED' });
    expect((await rest.ask('POST', `/incidents/${incidentKey}/resolution`)).status).toBe(404);
  });

  test('counts the elements of an instance and of a definition', async () => {
    const { processInstanceKey } = await atTask();
    const { body } = await rest.ask('GET', `/process-instances/${processInstanceKey}/statistics/element-instances`);
    expect(body['items']).toEqual([
      { elementId: 'begin', active: 0, canceled: 0, incidents: 0, completed: 1 },
      { elementId: 'consult', active: 0, canceled: 0, incidents: 0, completed: 1 },
      { elementId: 'decide', active: 1, canceled: 0, incidents: 0, completed: 0 },
    ]);
    const instance = (await rest.ask('GET', `/process-instances/${processInstanceKey}`)).body;
    const path = `/process-definitions/${String(instance['processDefinitionKey'])}/statistics/element-instances`;
    const counted = await rest.search(path, { filter: { processInstanceKey } });
    expect(counted).toEqual(body['items']);
  });

  test('shows element instances with names, the process among them when it is asked for', async () => {
    const { processInstanceKey } = await atTask();
    const elements = await rest.search('/element-instances/search', {
      filter: { processInstanceKey, type: { $neq: 'UNKNOWN' } },
      sort: [{ field: 'startDate', order: 'ASC' }],
    });
    expect(elements.map(({ type, elementName }) => [type, elementName])).toEqual([
      ['PROCESS', 'Rent allowance'],
      ['START_EVENT', 'begin'],
      ['SERVICE_TASK', 'Consult the register'],
      ['USER_TASK', 'Decide'],
    ]);
    const key = String(elements[3]?.['elementInstanceKey']);
    expect(await rest.client.getElementInstance(key)).toMatchObject({ elementInstanceKey: key, state: 'ACTIVE' });
  });

  test('sets variables, cuts long ones in searches, and shows them whole', async () => {
    // given
    const { processInstanceKey } = await atTask();
    const long = 'x'.repeat(10_000);

    // when
    await rest.client.updateElementInstanceVariables({ elementInstanceKey: processInstanceKey, variables: { long } });

    // then
    const filter = { processInstanceKey, name: 'long' };
    const [cut] = await rest.search('/variables/search', { filter });
    expect(cut).toMatchObject({ isTruncated: true, value: `"${'x'.repeat(8_190)}` });
    const [whole] = await rest.search('/variables/search?truncateValues=false', { filter });
    expect(whole).toMatchObject({ isTruncated: false, value: JSON.stringify(long) });
    const variable = await rest.client.getVariable({ variableKey: String(cut?.['variableKey']) });
    expect(variable).toMatchObject({ name: 'long', value: long });
  });

  test('publishes and correlates messages and broadcasts signals', async () => {
    // given
    const order = `${kind}-7`;
    const processInstanceKey = await start('waiting', { order });
    const subscriptions = async () => rest.search('/message-subscriptions/search', { filter: { processInstanceKey } });
    expect(await subscriptions()).toMatchObject([
      { messageName: 'paid', correlationKey: order, messageSubscriptionState: 'CREATED' },
    ]);

    // when
    const correlated = await rest.client.correlateMessage({ name: 'paid', correlationKey: order, variables: {} });

    // then
    expect(correlated).toMatchObject({ processInstanceKey });
    expect(await subscriptions()).toMatchObject([{ messageSubscriptionState: 'CORRELATED' }]);
    const taken = await rest.search('/correlated-message-subscriptions/search', { filter: { processInstanceKey } });
    expect(taken).toMatchObject([{ messageName: 'paid', correlationKey: order, messageKey: correlated.messageKey }]);
    const nobody = await rest.ask('POST', '/messages/correlation', { name: 'paid', correlationKey: 'nobody' });
    expect(nobody.status).toBe(404);
    const signal = await rest.client.broadcastSignal({ signalName: 'opened', variables: {} });
    expect(signal.signalKey).toMatch(/^\d+$/);
    expect((await rest.ask('GET', `/process-instances/${processInstanceKey}`)).body).toMatchObject({
      state: 'COMPLETED',
    });
    const message = { name: 'kept', correlationKey: order, messageId: 'one', timeToLive: 60_000, variables: {} };
    expect((await rest.client.publishMessage(message)).messageKey).toMatch(/^\d+$/);
    await expect(rest.client.publishMessage(message)).rejects.toMatchObject({ statusCode: 409 });
  });

  test('modifies, cancels and migrates instances', async () => {
    // given
    const processInstanceKey = await start('rent');
    const elements = async () =>
      (await rest.search('/element-instances/search', { filter: { processInstanceKey, state: 'ACTIVE' } })).map(
        ({ elementId }) => elementId,
      );
    const [consult] = await rest.search('/element-instances/search', {
      filter: { processInstanceKey, elementId: 'consult' },
    });

    // when
    await rest.client.modifyProcessInstance({
      processInstanceKey,
      activateInstructions: [{ elementId: 'decide', variableInstructions: [{ variables: { skipped: true } }] }],
      terminateInstructions: [{ elementInstanceKey: String(consult?.['elementInstanceKey']) }],
    });

    // then
    expect(await elements()).toEqual(['decide']);
    const [definition] = await rest.search('/process-definitions/search', {
      filter: { processDefinitionId: 'watched' },
    });
    await rest.client.migrateProcessInstance({
      processInstanceKey,
      targetProcessDefinitionKey: String(definition?.['processDefinitionKey']),
      mappingInstructions: [{ sourceElementId: 'decide', targetElementId: 'watched-task' }],
    });
    expect(await elements()).toEqual(['watched-task']);
    await rest.client.cancelProcessInstance({ processInstanceKey });
    expect((await rest.ask('GET', `/process-instances/${processInstanceKey}`)).body).toMatchObject({
      state: 'TERMINATED',
    });
    await expect(rest.client.cancelProcessInstance({ processInstanceKey })).rejects.toMatchObject({ statusCode: 404 });
  });

  test('evaluates decisions and keeps how they came about', async () => {
    // when
    const evaluation = await rest.client.evaluateDecision({
      decisionDefinitionId: 'rate',
      variables: { postal: 1000 },
    });

    // then
    expect(evaluation).toMatchObject({ output: '12', decisionRequirementsId: 'rates', failureMessage: null });
    expect(
      evaluation.evaluatedDecisions.map(({ decisionDefinitionId, output }) => [decisionDefinitionId, output]),
    ).toEqual([
      ['zone', '"center"'],
      ['rate', '12'],
    ]);
    const found = await rest.search('/decision-instances/search', {
      filter: { decisionEvaluationKey: evaluation.decisionEvaluationKey, decisionDefinitionId: 'rate' },
    });
    expect(found).toMatchObject([{ state: 'EVALUATED', result: '12', decisionDefinitionType: 'DECISION_TABLE' }]);
    const { body } = await rest.ask(
      'GET',
      `/decision-instances/${String(found[0]?.['decisionEvaluationInstanceKey'])}`,
    );
    expect(body).toMatchObject({
      evaluatedInputs: [{ inputName: 'Zone', inputValue: '"center"' }],
      matchedRules: [{ ruleIndex: 1, evaluatedOutputs: [{ outputName: 'rate', outputValue: '12' }] }],
    });
  });

  test('finds decisions and their files', async () => {
    const [rate] = await rest.search('/decision-definitions/search', { filter: { decisionDefinitionId: 'rate' } });
    expect(rate).toMatchObject({ name: 'Rate', version: 1, decisionRequirementsId: 'rates' });
    const key = String(rate?.['decisionDefinitionKey']);
    const file = await rest.ask('GET', `/decision-definitions/${key}/xml`);
    expect(file).toMatchObject({ status: 200, type: 'text/xml; charset=utf-8', text: DECISIONS });
    const [requirements] = await rest.search('/decision-requirements/search');
    const { text } = await rest.ask(
      'GET',
      `/decision-requirements/${String(requirements?.['decisionRequirementsKey'])}/xml`,
    );
    expect(text).toBe(DECISIONS);
    const unknown = await rest.ask('POST', '/decision-definitions/evaluation', { decisionDefinitionId: 'nobody' });
    expect(unknown.status).toBe(404);
  });

  test.each([
    '/process-definitions/search',
    '/process-instances/search',
    '/element-instances/search',
    '/variables/search',
    '/jobs/search',
    '/user-tasks/search',
    '/incidents/search',
    '/message-subscriptions/search',
    '/decision-definitions/search',
    '/decision-requirements/search',
    '/decision-instances/search',
  ])('%s filters and sorts by each of its fields', async (path) => {
    // given: the rows of the tests before
    const known = async (body: object, words: RegExp) =>
      (words.exec(String((await rest.ask('POST', path, body)).body['detail']))?.[1] ?? '').split(', ');
    const fields = await known({ filter: { nobody: 1 } }, /fields of (.*), but/);
    const sortable = await known({ sort: [{ field: 'nobody' }] }, /sort by (.*), but/);

    // when
    const values = ['1', 1, true, '2026-01-01T00:00:00Z', { $exists: true }, { $neq: '1' }, []];
    const filtered = await Promise.all(
      fields.map((field) => Promise.all(values.map((value) => rest.ask('POST', path, { filter: { [field]: value } })))),
    );
    const sorted = await Promise.all(
      sortable.map((field) => rest.ask('POST', path, { sort: [{ field, order: 'DESC' }], page: { limit: 1 } })),
    );

    // then
    const statuses = filtered.map((answers) => new Set(answers.map(({ status }) => status)));
    expect(statuses.flatMap((found) => [...found]).filter((status) => status !== 200 && status !== 400)).toEqual([]);
    expect(statuses.every((found) => found.has(200))).toBe(true);
    expect(sorted.map(({ status }) => status)).toEqual(sortable.map(() => 200));
    const page = await rest.ask('POST', path, { sort: [{ field: sortable[0] }], page: { limit: 1 } });
    const { endCursor } = page.body['page'] as { endCursor: string };
    const next = await rest.ask('POST', path, { sort: [{ field: sortable[0] }], page: { limit: 1, after: endCursor } });
    expect(next.status).toBe(200);
  });
});
