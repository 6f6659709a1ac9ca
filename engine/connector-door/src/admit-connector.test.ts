import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, createCaseHandles } from '@irisflow/access';
import {
  openTestCasework,
  rightFolder,
  type TestCasework,
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  system,
} from '@irisflow/platform/testing';

/** Begins with a right or with what is due of it, and acts for the case that granted it. */
const beginningWith = (message: string, id: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="lives" targetNamespace="urn:${id}">
  <bpmn:message id="activated" name="${message}" />
  <bpmn:process id="${id}" isExecutable="true">
    <bpmn:startEvent id="begun">
      <bpmn:outgoing>toEnd</bpmn:outgoing>
      <bpmn:messageEventDefinition id="told" messageRef="activated" />
    </bpmn:startEvent>
    <bpmn:serviceTask id="end">
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="case-store" />
        <zeebe:ioMapping>
          <zeebe:input source="= &quot;end-right&quot;" target="operation" />
          <zeebe:input source="= right.rightId" target="rightId" />
        </zeebe:ioMapping>
      </bpmn:extensionElements>
      <bpmn:incoming>toEnd</bpmn:incoming><bpmn:outgoing>toOver</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:endEvent id="over"><bpmn:incoming>toOver</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="toEnd" sourceRef="begun" targetRef="end" />
    <bpmn:sequenceFlow id="toOver" sourceRef="end" targetRef="over" />
  </bpmn:process>
</bpmn:definitions>
`;

/** The platform on a recording engine; hostile processes run on a real one in the server's tests. */
describe('the door of connectors', () => {
  let given: TestCasework;
  let auditor: Actor;
  let caseId = '';
  let handle = '';
  let people = 0;
  const handles = createCaseHandles(new Uint8Array(32).fill(7));

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework, [
      ...rightFolder(),
      { path: 'life.bpmn', content: beginningWith('right.activated', 'life') },
      { path: 'follow.bpmn', content: beginningWith('obligation.opened', 'follow') },
    ]);
    auditor = await givenStaff(given.casework, { name: 'Aud', roles: ['auditor'] });
  });
  afterAll(() => given.close());

  const submitted = async (): Promise<string> => {
    people += 1;
    const citizen = await givenCitizen(given.casework, `Applicant ${people}`);
    const draft = await given.casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'A', rent: 700, hasLease: false };
    return (await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' })).caseId;
  };
  const instanceOf = (id: string) =>
    given.engine.instances.find(({ variables }) => variables['caseId'] === id)?.processInstanceKey ?? '';
  const givenJob = (jobKey: string, more: object = {}) =>
    given.engine.jobs.set(jobKey, {
      jobKey,
      type: 'case-store',
      isActive: true,
      elementId: 'record',
      processDefinitionId: 'rent-aid',
      processInstanceKey: instanceOf(caseId),
      ...more,
    });
  const knock = (more: object = {}) =>
    given.casework.caseStore.admitConnector(system, { handle, connector: 'case-store', job: '700', ...more });
  const lastRefusal = async () =>
    (
      await given.database.query(
        "select chain, object, outcome, detail from casework.audit_entry where action = 'connector.refused' order by at desc, sequence desc limit 1",
      )
    )[0];

  beforeEach(async () => {
    given.engine.jobs.clear();
    given.engine.calls.clear();
    caseId = await submitted();
    await given.casework.outbox.drain(system, {});
    handle = String(
      given.engine.instances.find(({ variables }) => variables['caseId'] === caseId)?.variables['caseHandle'],
    );
    givenJob('700');
  });

  test('opens for the job of the case’s own process', async () => {
    expect(await knock()).toEqual({
      kind: 'connector',
      connector: 'case-store',
      case: { caseId, administration: 'housing', procedureKey: 'rent-aid', procedureVersion: 1 },
      work: { job: '700', process: 'rent-aid', element: 'record' },
    });
  });

  test('opens for a process that the own one called, however deep', async () => {
    given.engine.calls.set('801', instanceOf(caseId)).set('802', '801');
    givenJob('701', { processInstanceKey: '802', processDefinitionId: 'block', elementId: 'inside' });
    expect(await knock({ job: '701' })).toMatchObject({ work: { process: 'block', element: 'inside' } });
  });

  test.each([
    ['a right of the case', 'life', '703'],
    ['what is due of a right of the case', 'follow', '704'],
  ])('opens for a process that began with %s', async (_, original, job) => {
    const [process] = await given.database.query<{ id: string; version: number }>(
      `select definition_id as id, engine_version as version from casework.procedure_definition where original_id = $1`,
      [original],
    );
    const { id: processDefinitionId = '', version = 1 } = process ?? {};
    const living = await given.engine.startInstance({ processDefinitionId, version, variables: {} });
    givenJob(job, { processInstanceKey: living, processDefinitionId: original, elementId: 'end' });
    expect(await knock({ job })).toMatchObject({ case: { caseId }, work: { process: original, element: 'end' } });
  });

  test('stays shut for a handle that was copied into another instance', async () => {
    givenJob('702', { processInstanceKey: '999' });
    await expect(knock({ job: '702' })).rejects.toMatchObject({ code: 'CASE_REFUSED', status: 403 });
    expect(await lastRefusal()).toMatchObject({
      chain: 'platform',
      object: 'job:702',
      outcome: 'refused',
      detail: { reason: 'instance', connector: 'case-store', process: 'rent-aid', element: 'record' },
    });
  });

  test('is on record where the caller is known, never in the chain of the case that was named', async () => {
    const other = await submitted();
    await given.casework.outbox.drain(system, {});
    givenJob('703', { processInstanceKey: instanceOf(other) });
    await expect(knock({ job: '703' })).rejects.toMatchObject({ code: 'CASE_REFUSED' });
    expect(await lastRefusal()).toMatchObject({ chain: 'housing', detail: { reason: 'instance' } });
    expect(await given.casework.audit.verifyAudit(auditor, {})).toMatchObject({ intact: true });
  });

  test.each([
    ['nothing', { handle: null }, 'altered'],
    ['an altered handle', { handle: 'irisflow-case-1.WyJ4Il0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }, 'altered'],
    ['the id of the case', { handle: 'id0000000000000000000a' }, 'altered'],
    ['a connector that the version does not declare', { connector: 'be-national-register' }, 'connector'],
    ['no connector', { connector: null }, 'job'],
    ['no job', { job: null }, 'job'],
    ['a job that is no key', { job: "1' or '1'='1" }, 'job'],
    ['a job that is not there', { job: '999999' }, 'job'],
  ])('stays shut for %s, and tells nothing', async (_, more, reason) => {
    await expect(knock(more)).rejects.toMatchObject({
      code: 'CASE_REFUSED',
      message: 'Expected a connector to act for its own case, but this one may not',
    });
    expect((await lastRefusal())?.['detail']).toMatchObject({ reason });
  });

  test('stays shut for a job that ended, and for one of another type', async () => {
    givenJob('704', { isActive: false });
    givenJob('705', { type: 'letter' });
    for (const job of ['704', '705']) await expect(knock({ job })).rejects.toMatchObject({ code: 'CASE_REFUSED' });
  });

  test('stays shut for a handle of another version, administration or procedure than the case has', async () => {
    const own = { caseId, administration: 'housing', procedureKey: 'rent-aid', procedureVersion: 1 };
    for (const more of [{ procedureVersion: 2 }, { administration: 'taxi' }, { procedureKey: 'taxi-licence' }])
      await expect(knock({ handle: handles.seal({ ...own, ...more }) })).rejects.toMatchObject({
        code: 'CASE_REFUSED',
      });
  });

  test('asks to come again while the case does not know its instance', async () => {
    await given.database.query('update casework.case_file set process_instance_key = null where id = $1', [caseId]);
    await expect(knock()).rejects.toMatchObject({ code: 'CASE_NOT_STARTED', status: 503 });
  });

  describe('to a connector of others', () => {
    const tokenOf = (more: object = {}) => ({
      id: 'token',
      name: 'x',
      administration: 'housing',
      types: ['case-store'],
      ...more,
    });

    test('opens for a type of its token, for a case of its administration or of any where it is the platform’s', async () => {
      expect(await knock({ token: tokenOf() })).toMatchObject({ kind: 'connector', case: { caseId } });
      expect(await knock({ token: tokenOf({ administration: null }) })).toMatchObject({ kind: 'connector' });
    });

    test.each([
      ['a type that its token does not have', { types: ['housing.permit'] }, 'type'],
      ['a token of no type', { types: [] }, 'type'],
      ['a case of another administration, although the job is there', { administration: 'taxi' }, 'administration'],
    ])('stays shut for %s, and says who tried', async (_, more, reason) => {
      await expect(knock({ token: tokenOf(more) })).rejects.toMatchObject({
        code: 'CASE_REFUSED',
        message: 'Expected a connector to act for its own case, but this one may not',
      });
      expect(await lastRefusal()).toMatchObject({ object: 'job:700', detail: { reason, token: 'token' } });
    });

    test('and the shared token opens for none of their types', async () => {
      givenJob('706', { type: 'housing.permit' });
      await expect(knock({ connector: 'housing.permit', job: '706' })).rejects.toMatchObject({ code: 'CASE_REFUSED' });
      expect((await lastRefusal())?.['detail']).toMatchObject({ reason: 'type', connector: 'housing.permit' });
    });
  });

  test('is not for people', async () => {
    await expect(
      given.casework.caseStore.admitConnector(auditor, { handle, connector: 'case-store', job: '700' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('what a connector did names process, element, version and publisher, in audit and timeline', async () => {
    const actor = await knock();
    await given.casework.caseStore.addTimelineEntry(actor, {
      idempotencyKey: 'k',
      key: 'checked',
      texts: { fr: 'x', nl: 'x', en: 'x' },
      visibleToApplicant: true,
    });
    const origin = {
      process: 'rent-aid',
      element: 'record',
      job: '700',
      procedure: 'rent-aid',
      version: 1,
      publisher: 'housing',
    };
    const [entry] = await given.database.query(
      "select actor, detail from casework.audit_entry where action = 'case.timeline' and object = $1",
      [`case:${caseId}`],
    );
    expect(entry).toEqual({ actor: 'connector:case-store', detail: origin });
    const clerk = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    const [shown] = (await given.casework.cases.getCase(clerk, { caseId })).timeline;
    expect(shown).toMatchObject({
      actor: { nl: 'Brussel Huisvesting (automatische stap, versie 1)' },
      origin,
    });
  });
});
