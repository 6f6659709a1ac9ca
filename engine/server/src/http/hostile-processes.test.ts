import { connectors } from '@irisflow/connector-catalog';
import {
  createOriginFetch,
  platformAllowList,
  platformConsultations,
  platformDocuments,
  startWorkers,
  type Workers,
} from '@irisflow/connector-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenCase, givenProcedure, taskOf } from '../testing/given-case.ts';
import {
  askEngine,
  callingHeaders,
  givenConnector,
  instanceOfCase,
  jobOf,
  searchEngine,
  variableOf,
} from '../testing/given-connector.ts';
import { connectorToken, openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, visitor, type Visitor } from '../testing/visitor.ts';

const everyStaffRole = ['agent', 'supervisor', 'analyst', 'administrator', 'auditor'] as const;

interface CaseFile {
  readonly status: string;
  readonly timeline: { readonly kind: string }[];
  readonly decisions: { readonly decidedBy: string | null }[];
  readonly documents: unknown[];
  readonly informationRequests: unknown[];
  readonly consultations: unknown[];
}

/** One job of the case store with these inputs, then a task. */
const processWith = (
  key: string,
  inputs: Readonly<Record<string, string>>,
): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:${key}">
  <bpmn:process id="${key}" isExecutable="true">
    <bpmn:startEvent id="received"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:scriptTask id="prepare">
      <bpmn:extensionElements><zeebe:script expression="= null" resultVariable="nothing" /></bpmn:extensionElements>
      <bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing>
    </bpmn:scriptTask>
    <bpmn:serviceTask id="attack">
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="case-store" retries="1" />
        <zeebe:ioMapping>${Object.entries(inputs)
          .map(([target, source]) => `<zeebe:input source="= ${source}" target="${target}" />`)
          .join('')}</zeebe:ioMapping>
      </bpmn:extensionElements>
      <bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f3</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:userTask id="instruct">
      <bpmn:extensionElements><zeebe:userTask /></bpmn:extensionElements>
      <bpmn:incoming>f3</bpmn:incoming><bpmn:outgoing>f4</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="done"><bpmn:incoming>f4</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="received" targetRef="prepare" />
    <bpmn:sequenceFlow id="f2" sourceRef="prepare" targetRef="attack" />
    <bpmn:sequenceFlow id="f3" sourceRef="attack" targetRef="instruct" />
    <bpmn:sequenceFlow id="f4" sourceRef="instruct" targetRef="done" />
  </bpmn:process>
</bpmn:definitions>
`;

/** The same, but the task comes first, so that somebody at the engine can change the variables before the job. */
const waiting = (xml: string): string =>
  xml
    .replace('<bpmn:extensionElements><zeebe:userTask /></bpmn:extensionElements>', '')
    .replaceAll('bpmn:userTask', 'bpmn:task')
    .replaceAll('"instruct"', '"after"')
    .replaceAll('bpmn:scriptTask', 'bpmn:userTask')
    .replace(/<zeebe:script [^>]*\/>/, '<zeebe:userTask />')
    .replaceAll('"prepare"', '"instruct"');

/** Mobility's analyst attacks a case of housing: real engine, real workers, the API that production has. */
describe('a process of another administration', () => {
  let given: TestPlatform;
  let workers: Workers;
  let way: ReturnType<typeof createOriginFetch> | undefined;
  let citizen: Visitor;
  let housing: Visitor;
  let mobility: Visitor;
  let victim = '';
  let before: CaseFile;
  let attacks = 0;

  const fileOf = (caseId: string) => housing.ask<CaseFile>('getCase', { params: { caseId } });
  const trace = ({ status, timeline, decisions, documents, informationRequests, consultations }: CaseFile) => ({
    status,
    kinds: timeline.map(({ kind }) => kind),
    decisions,
    documents,
    informationRequests,
    consultations,
  });

  beforeAll(async () => {
    given = await openTestPlatform();
    const { app, casework } = given;
    citizen = await givenPerson(app, casework, { name: 'Léa', roles: ['citizen'], nationalNumber: '85000099712' });
    housing = await givenPerson(app, casework, {
      name: 'Hugo',
      roles: everyStaffRole,
      administration: 'brussels-housing',
    });
    mobility = await givenPerson(app, casework, {
      name: 'Mia',
      roles: everyStaffRole,
      administration: 'brussels-mobility',
    });
    await givenProcedure(housing, 'rent-aid');
    victim = await givenCase(citizen, 'rent-aid');
    await taskOf(casework, housing, victim);
    before = await fileOf(victim);
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    way = createOriginFetch(url);
    const platform = { url, token: connectorToken, fetch: way.fetch };
    workers = startWorkers({
      connectors: connectors.filter(({ type }) => type === 'case-store' || type === 'letter'),
      zeebe: { address: given.engine.grpcAddress },
      settings: { PLATFORM_URL: url },
      secrets: { PLATFORM_TOKEN: connectorToken },
      ports: { documents: platformDocuments(platform), platform: way.fetch },
      consultations: platformConsultations(platform),
      allowList: platformAllowList(platform),
      egress: { ownServers: [url] },
    });
  });
  afterAll(async () => {
    await workers?.stop();
    await way?.close();
    await given.close();
  });

  const incidentsOf = async (processInstanceKey: string) => {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const view = await mobility.ask<{ incidentList: { message: string }[]; elements: { elementId: string }[] }>(
        'getInstance',
        {
          params: { processInstanceKey },
        },
      );
      if (view.incidentList.length > 0 || view.elements.some(({ elementId }) => elementId === 'instruct')) return view;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('Expected the attack to end, but it did not');
  };

  /** Publishes the attack in the name of mobility, files a case of its own with it and waits for its end. */
  const attack = async (inputs: Readonly<Record<string, string>>) => {
    attacks += 1;
    const key = `attack-${attacks}`;
    await givenProcedure(mobility, key, processWith(key, inputs));
    const own = await givenCase(citizen, key);
    const instance = await instanceOfCase(given, own);
    return { own, instance, view: await incidentsOf(instance) };
  };

  /** No model may write a handle; whoever reaches the engine itself sets it behind the publication's back. */
  const attackWithHandle = async (inputs: Readonly<Record<string, string>>, caseHandle: unknown) => {
    attacks += 1;
    const key = `attack-${attacks}`;
    await givenProcedure(mobility, key, waiting(processWith(key, inputs)));
    const instance = await instanceOfCase(given, await givenCase(citizen, key));
    await askEngine(given, `/element-instances/${instance}/variables`, { variables: { caseHandle } }, 'PUT');
    const filter = { processInstanceKey: instance };
    const [task] = await searchEngine<{ userTaskKey: string }>(given, 'user-tasks', filter);
    await askEngine(given, `/user-tasks/${task?.userTaskKey}/completion`, {});
    const incidents = async () => searchEngine<{ errorMessage: string }>(given, 'incidents', filter);
    for (let attempt = 0; attempt < 100 && (await incidents()).length === 0; attempt += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    return { instance, incidents: await incidents() };
  };

  const deciding = { operation: '&quot;record-decision&quot;', outcome: '&quot;refused&quot;', grounds: '[]' };
  const closing = { operation: '&quot;close&quot;', closingReason: '&quot;x&quot;' };

  it('whose decision is automatic names no clerk', async () => {
    const { own } = await attack({ ...deciding, decidedBy: '&quot;Hugo&quot;' });
    const { decisions } = await mobility.ask<CaseFile>('getCase', { params: { caseId: own } });
    expect(decisions).toMatchObject([{ decidedBy: expect.stringMatching(/^décision automatique de .*version 1$/) }]);
  });

  it('that carries the copied handle of a foreign case is refused, and on record where it was published', async () => {
    const handle = String(await variableOf(given, await instanceOfCase(given, victim), 'caseHandle'));
    const { instance, incidents } = await attackWithHandle(deciding, handle);
    expect(incidents).toMatchObject([{ errorMessage: expect.stringContaining('403') }]);
    const view = await mobility.ask('getInstance', { params: { processInstanceKey: instance } });
    expect(JSON.stringify(view)).not.toContain(handle);
    expect(trace(await fileOf(victim))).toEqual(trace(before));
    const audit = await mobility.ask<{ items: { action: string; outcome: string }[] }>('listAudit', {
      query: { search: 'connector.refused' },
    });
    expect(audit.items[0]).toMatchObject({ action: 'connector.refused', outcome: 'refused' });
    const foreign = await housing.ask<{ total: number }>('listAudit', { query: { search: 'connector.refused' } });
    expect(foreign.total).toBe(0);
  });

  it('cannot be published when its model writes the handle', async () => {
    const inputs = { ...closing, caseHandle: '&quot;x&quot;' };
    await expect(givenProcedure(mobility, 'forger', processWith('forger', inputs))).rejects.toThrow(
      'PROCEDURE_INVALID',
    );
  });

  it.each([
    ['altered', 'irisflow-case-1.WyJ4Il0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', '403'],
    ['missing', null, 'caseHandle'],
  ])('whose handle is %s is refused', async (_, handle, said) => {
    const { incidents } = await attackWithHandle(closing, handle);
    expect(incidents).toMatchObject([{ errorMessage: expect.stringContaining(said) }]);
    expect(trace(await fileOf(victim))).toEqual(trace(before));
  });

  it('started by hand with the variables of a foreign case gets no task and no case', async () => {
    const handle = String(await variableOf(given, await instanceOfCase(given, victim), 'caseHandle'));
    const variables = { caseId: victim, caseHandle: handle };
    const processDefinitionId = 'brussels-housing.rent-aid.rent-aid';
    await askEngine(given, '/process-instances', { processDefinitionId, variables });
    await given.casework.tasks.synchronize({ kind: 'job', name: 'operator' }, {});
    const tasksIn = async (view: string) =>
      (await housing.ask<{ items: { id: string; caseId: string }[] }>('listTasks', { query: { view } })).items;
    const shown = [...(await tasksIn('team')), ...(await tasksIn('unassigned'))];
    const ofVictim = shown.filter(({ caseId }) => caseId === victim).map(({ id }) => id);
    expect(new Set(ofVictim).size).toBe(1);
  });

  it('shows its analyst no handle, and lets nobody set one', async () => {
    const { instance } = await attack({ ...closing, copy: 'caseHandle' });
    const view = await mobility.ask('getInstance', { params: { processInstanceKey: instance } });
    expect(JSON.stringify(view)).not.toContain('irisflow-case-1.');
    const set = await mobility.call('setInstanceVariables', {
      params: { processInstanceKey: instance },
      body: { scopeKey: instance, variables: { caseHandle: 'x' }, reason: 'Curious', category: 'incident' },
    });
    expect(set.json()).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
  });
});

describe('the door of connectors', () => {
  let given: TestPlatform;
  let connector: Visitor;
  let headers: Readonly<Record<string, string>>;
  let citizen: Visitor;

  beforeAll(async () => {
    given = await openTestPlatform();
    const { app, casework } = given;
    const analyst = await givenPerson(app, casework, {
      name: 'Ada',
      roles: ['analyst'],
      administration: 'brussels-housing',
    });
    citizen = await givenPerson(app, casework, { name: 'Léa', roles: ['citizen'] });
    await givenProcedure(analyst, 'rent-aid');
    connector = await givenConnector(given, await givenCase(citizen, 'rent-aid'));
    ({ headers } = connector);
  });
  afterAll(() => given.close());

  const close = (more: Readonly<Record<string, string>>) =>
    visitor(given.app, { ...headers, ...more }).call('closeCase', {
      headers: { 'idempotency-key': 'k' },
      body: { reason: 'x' },
    });

  it.each([
    ['no handle', { 'irisflow-case': '' }],
    ['an altered handle', { 'irisflow-case': 'irisflow-case-1.x.y' }],
    ['a connector that the version does not declare', { 'irisflow-connector': 'letter' }],
    ['no connector', { 'irisflow-connector': '' }],
    ['no job', { 'irisflow-job': '' }],
    ['a job that is not there', { 'irisflow-job': '1' }],
  ])('refuses %s in the same words', async (_, more) => {
    const answer = await close(more);
    expect(answer.json()).toMatchObject({
      status: 403,
      code: 'CASE_REFUSED',
      detail: 'Expected a connector to act for its own case, but this one may not',
    });
  });

  it('refuses the job of one case with the handle of another', async () => {
    const other = await instanceOfCase(given, await givenCase(citizen, 'rent-aid'));
    const job = await jobOf(given, other, 'case-store');
    const answer = await close(callingHeaders(headers['irisflow-case'], job));
    expect(answer.json()).toMatchObject({ status: 403, code: 'CASE_REFUSED' });
  });

  it('asks for patience while the case does not know its process', async () => {
    const key = 'process_instance_key';
    const [row] = await given.database.query<Record<string, string>>(
      `select id, ${key} as key from casework.case_file order by submitted_at limit 1`,
    );
    await given.database.query(`update casework.case_file set ${key} = null where id = $1`, [row?.['id']]);
    const answer = await close({});
    expect(answer.json()).toMatchObject({ status: 503, code: 'CASE_NOT_STARTED' });
    expect(answer.headers['retry-after']).toBe('1');
    await given.database.query(`update casework.case_file set ${key} = $2 where id = $1`, [row?.['id'], row?.['key']]);
  });

  it('lets the job of the case’s own process in, until it has ended', async () => {
    expect((await close({})).statusCode).toBe(204);
    await askEngine(given, `/jobs/${headers['irisflow-job']}/completion`, { variables: {} });
    expect((await close({})).json()).toMatchObject({ code: 'CASE_REFUSED' });
  });
});
