import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  givenImport,
  allowanceFolder,
  openRealCasework,
  type RealCasework,
  givenAdministrations,
  givenCitizen,
  givenStaff,
  system,
} from '@irisflow/platform/testing';

describe('two administrations with a copy of the same folder', () => {
  let given: RealCasework;
  let housing: Actor;
  let housingClerk: Actor;
  let taxi: Actor;
  let taxiClerk: Actor;
  let citizen: Actor;
  let caseId: string;

  const publish = async (analyst: Actor, key: string, files: ReturnType<typeof allowanceFolder>) => {
    const { procedures } = given.casework;
    const draft = await givenImport(given.casework, analyst, files);
    return procedures.publish(analyst, { key, note: '', revision: draft.revision });
  };
  const settle = async () => {
    await given.casework.outbox.drain(system, {});
    await given.casework.tasks.synchronize(system, {});
  };
  const submitted = async (procedureKey: string): Promise<string> => {
    const { applications } = given.casework;
    const draft = await applications.createDraft(citizen, { procedureKey, language: 'fr' });
    const data = { ...draft.data, lastName: 'A', rent: 700, hasLease: false };
    const receipt = await applications.submit(citizen, { draftId: draft.id, data, language: 'fr' });
    await settle();
    return receipt.caseId;
  };
  const instanceOf = async (id: string): Promise<string> => {
    const sql = 'select process_instance_key as key from casework.case_file where id = $1';
    return String((await given.database.query(sql, [id]))[0]?.['key']);
  };
  const tasksOf = async (clerk: Actor) => (await given.casework.tasks.listTasks(clerk, { view: 'team' })).items;
  const instances = async (analyst: Actor, key: string) =>
    (await given.casework.monitor.listInstances(analyst, { key })).items;
  const complete = async (clerk: Actor, taskId: string, data: Record<string, unknown>) => {
    await given.casework.tasks.claim(clerk, { taskId });
    await given.casework.tasks.complete(clerk, { taskId, data });
    await settle();
  };
  const mine = { key: 'allowance', administration: 'housing', reference: 'HO-A', amount: 100 };
  const theirs = { key: 'taxi-allowance', administration: 'taxi', reference: 'TX-A', amount: 999 };

  beforeAll(async () => {
    given = await openRealCasework();
    await givenAdministrations(given.casework);
    housing = await givenStaff(given.casework, { name: 'Ann', roles: ['analyst'] });
    housingClerk = await givenStaff(given.casework, { name: 'Carl', roles: ['agent'] });
    taxi = await givenStaff(given.casework, { name: 'Tom', roles: ['analyst'], administration: 'taxi' });
    taxiClerk = await givenStaff(given.casework, { name: 'Tess', roles: ['agent'], administration: 'taxi' });
    citizen = await givenCitizen(given.casework);
    await publish(housing, 'allowance', allowanceFolder(mine));
    caseId = await submitted('allowance');
    await publish(taxi, 'taxi-allowance', allowanceFolder(theirs));
  }, 120_000);
  afterAll(() => given.close());

  test('the clerks of one see no task of the other, although their groups have the same name', async () => {
    expect(await tasksOf(housingClerk)).toMatchObject([{ elementId: 'instruct', caseId }]);
    expect(await tasksOf(taxiClerk)).toEqual([]);
  });

  test('the other one lists, reads, changes and stops no instance but its own', async () => {
    const key = await instanceOf(caseId);
    expect((await instances(housing, 'allowance')).map(({ processInstanceKey }) => processInstanceKey)).toContain(key);
    expect(await instances(taxi, 'taxi-allowance')).toEqual([]);
    const { monitor } = given.casework;
    const unseen = expect.objectContaining({ code: 'NOT_FOUND' });
    await expect(monitor.getInstance(taxi, { processInstanceKey: key })).rejects.toEqual(unseen);
    await expect(monitor.suspendInstance(taxi, { processInstanceKey: key, reason: 'x' })).rejects.toEqual(unseen);
    const statistics = await monitor.getStatistics(taxi, { key: 'taxi-allowance' });
    expect(statistics.elements.filter(({ active }) => active > 0)).toEqual([]);
  });

  test('a running case keeps its own table, whatever is published meanwhile', async () => {
    // The other administration's copy and a newer version of its own were both published after the case began.
    await publish(housing, 'allowance', allowanceFolder({ ...mine, amount: 250 }));
    await publish(taxi, 'taxi-allowance', allowanceFolder({ ...theirs, amount: 1 }));
    const task = (await tasksOf(housingClerk)).find(({ elementId }) => elementId === 'instruct');
    await complete(housingClerk, task?.id ?? '', { outcome: 'grant', amount: 100 });
    const processInstanceKey = await instanceOf(caseId);
    const amounts = await given.rest.search('/variables/search', { filter: { processInstanceKey, name: 'amount' } });
    expect(amounts).toMatchObject([{ value: '100' }]);
    const shown = await given.casework.monitor.getInstance(housing, { processInstanceKey });
    expect(shown.xml).toContain('<bpmn:process id="allowance"');
    expect(shown.history.map(({ elementId }) => elementId)).toContain('assess');
  });

  test('the called process is seen by its own administration, and has the handle of the case', async () => {
    const [called] = await given.rest.search('/process-instances/search', {
      filter: { processDefinitionId: 'housing.allowance_v1.assessment' },
    });
    const processInstanceKey = String(called?.['processInstanceKey']);
    const shown = await given.casework.monitor.getInstance(housing, { processInstanceKey });
    expect(shown).toMatchObject({ version: 1, state: 'completed' });
    const known = await given.rest.search('/variables/search', { filter: { processInstanceKey } });
    expect(known.map(({ name }) => name)).toEqual(expect.arrayContaining(['caseHandle', 'rent']));
    // Whoever reads it could act in the name of the case.
    expect(shown.variables.map(({ name }) => name)).not.toContain('caseHandle');
    await expect(given.casework.monitor.getInstance(taxi, { processInstanceKey })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('a withdrawal finds the process of its own case', async () => {
    const other = await submitted('allowance');
    await given.casework.cases.withdraw(citizen, { caseId: other, reason: 'x' });
    await settle();
    const { state } = await given.casework.monitor.getCaseProcess(housingClerk, { caseId: other });
    expect(state).toBe('completed');
  });

  test('a task of a process that names a foreign case gets into no worklist', async () => {
    const before = (await tasksOf(housingClerk)).map(({ id }) => id);
    await given.rest.engine.client.createProcessInstance({
      bpmnProcessId: 'taxi.taxi-allowance.allowance',
      variables: { caseId, application: { rent: 1 } },
    });
    await settle();
    expect((await tasksOf(housingClerk)).map(({ id }) => id)).toEqual(before);
    expect(await tasksOf(taxiClerk)).toEqual([]);
  });

  test('an instance that names a foreign case is never taken for its process, nor ended as a second one', async () => {
    const { applications } = given.casework;
    const draft = await applications.createDraft(citizen, { procedureKey: 'allowance', language: 'fr' });
    const data = { ...draft.data, lastName: 'A', rent: 700, hasLease: false };
    const filed = await applications.submit(citizen, { draftId: draft.id, data, language: 'fr' });
    const { processInstanceKey: stranger } = await given.rest.engine.client.createProcessInstance({
      bpmnProcessId: 'taxi.taxi-allowance.allowance',
      variables: { caseId: filed.caseId, application: { rent: 1 } },
    });
    // As after a start whose answer was lost: the engine is asked what carries the case.
    await given.database.query('update casework.outbox set uncertain = true where case_id = $1', [filed.caseId]);
    await settle();
    expect(await instanceOf(filed.caseId)).not.toBe(stranger);
    given.clock.set(new Date(given.clock.now() + 61_000).toISOString());
    await settle();
    expect((await given.processEngine.monitor.instance(stranger)).state).toBe('active');
    const { state } = await given.casework.monitor.getCaseProcess(housingClerk, { caseId: filed.caseId });
    expect(state).toBe('active');
  });

  test('a copy in the same administration leaves its original alone, and shares nothing but the prefix', async () => {
    const { procedures } = given.casework;
    const copy = await procedures.createProcedure(housing, { key: 'second', title: 'Second', copyOf: 'allowance' });
    await procedures.publish(housing, { key: 'second', note: '', revision: copy.revision });
    const known = (await instances(housing, 'allowance')).length;
    const id = await submitted('second');
    expect(await instances(housing, 'second')).toMatchObject([{ caseId: id, version: 1 }]);
    expect(await instances(housing, 'allowance')).toHaveLength(known);
    const rows = await given.database.query("select reference from casework.case_file where reference like 'HO-A-%'");
    expect(new Set(rows.map(({ reference }) => reference)).size).toBe(rows.length);
    expect(rows).toHaveLength(4);
  });

  test('an incident in a called process is counted and listed for its own procedure alone', async () => {
    const xml = allowanceFolder(theirs).find(({ path }) => path === 'assessment.bpmn')?.content ?? '';
    // Whatever is computed, only decisions of the folder can be called: this one is not among them.
    const content = xml.replace(
      'decisionId="amount"',
      'decisionId="= &quot;housing.allowance_v1.&quot; + &quot;amount&quot;"',
    );
    const files = allowanceFolder(theirs).map((file) =>
      file.path === 'assessment.bpmn' ? { ...file, content } : file,
    );
    await publish(taxi, 'taxi-allowance', files);
    const id = await submitted('taxi-allowance');
    const task = (await tasksOf(taxiClerk)).find((each) => each.caseId === id);
    await complete(taxiClerk, task?.id ?? '', { outcome: 'grant', amount: 100 });
    const incidentsOf = async (analyst: Actor) =>
      (await given.casework.procedures.listProcedures(analyst, {})).map(({ key, incidents }) => [key, incidents]);
    expect(await incidentsOf(taxi)).toEqual([['taxi-allowance', 1]]);
    expect((await incidentsOf(housing)).every(([, incidents]) => incidents === 0)).toBe(true);
    const { items } = await given.casework.monitor.listInstances(taxi, { key: 'taxi-allowance', incidents: true });
    const stopped = items.find(({ incidents }) => incidents === 1);
    const shown = await given.casework.monitor.getInstance(taxi, {
      processInstanceKey: stopped?.processInstanceKey ?? '',
    });
    expect(shown.incidentList).toMatchObject([{ elementId: 'decide' }]);
    const [incident] = shown.incidentList;
    const repair = given.casework.monitor.resolveIncident(housing, {
      incidentKey: incident?.incidentKey ?? '',
      reason: 'Tried by a stranger',
    });
    await expect(repair).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
