import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  allowanceFolder,
  openRealCasework,
  type RealCasework,
  givenAdministrations,
  givenCitizen,
  givenStaff,
  system,
} from '@irisflow/platform/testing';

/** Two administrations that published a copy of one folder while names were not qualified: the engine has it once. */
describe('versions from before names were qualified', () => {
  let given: RealCasework;
  let housing: Actor;
  let taxi: Actor;
  let housingClerk: Actor;
  let citizen: Actor;
  let caseId: string;

  const publishPlainly = async (analyst: Actor, key: string, administration: string) => {
    const files = allowanceFolder({ key, administration, reference: key.toUpperCase(), amount: 100 });
    await given.casework.procedures.importFolder(analyst, { files });
    const deployed = await given.processEngine.deploy(
      files.filter(({ path }) => /\.(bpmn|dmn)$/.test(path)).map(({ path, content }) => ({ name: path, content })),
    );
    const main = deployed.find(({ id }) => id === 'allowance');
    const { database } = given;
    await database.query(
      `insert into casework.procedure_version (procedure_key, version, content_hash, published_at, published_by, note,
         process_definition_id, process_definition_key, process_definition_version)
       values ($1, 1, 'x', now(), 'Ann', '', 'allowance', $2, $3)`,
      [key, main?.key, main?.version],
    );
    await database.query(
      `insert into casework.procedure_version_file
       select procedure_key, 1, path, content from casework.procedure_draft_file where procedure_key = $1`,
      [key],
    );
    await database.query(
      `insert into casework.procedure_definition
       values ($1, 1, $2, 'process', $3, 'allowance', $4, 'allowance.bpmn', 'allowance')`,
      [key, administration, main?.key, main?.version],
    );
  };
  const settle = async () => {
    await given.casework.outbox.drain(system, {});
    await given.casework.tasks.synchronize(system, {});
  };

  beforeAll(async () => {
    given = await openRealCasework();
    await givenAdministrations(given.casework);
    housing = await givenStaff(given.casework, { name: 'Ann', roles: ['analyst'] });
    housingClerk = await givenStaff(given.casework, { name: 'Carl', roles: ['agent'] });
    taxi = await givenStaff(given.casework, { name: 'Tom', roles: ['analyst'], administration: 'taxi' });
    citizen = await givenCitizen(given.casework);
    await publishPlainly(housing, 'ha', 'housing');
    await publishPlainly(taxi, 'ta', 'taxi');
    const { applications } = given.casework;
    const draft = await applications.createDraft(citizen, { procedureKey: 'ha', language: 'fr' });
    const data = { ...draft.data, lastName: 'A', rent: 700, hasLease: false };
    ({ caseId } = await applications.submit(citizen, { draftId: draft.id, data, language: 'fr' }));
    await settle();
  }, 120_000);
  afterAll(() => given.close());

  test('are started under the ids they were published with, and show their tasks', async () => {
    const { items } = await given.casework.tasks.listTasks(housingClerk, { view: 'team' });
    expect(items).toMatchObject([{ elementId: 'instruct', caseId }]);
    const started = await given.rest.search('/process-instances/search');
    expect(started.map((item) => item['processDefinitionId'])).toEqual(['allowance']);
  });

  test('show an instance to the administration whose case it is, although another shares the definition', async () => {
    const { monitor } = given.casework;
    const mine = await monitor.listInstances(housing, { key: 'ha' });
    expect(mine.items).toMatchObject([{ caseId, version: 1 }]);
    expect((await monitor.listInstances(taxi, { key: 'ta' })).items).toEqual([]);
    const processInstanceKey = mine.items[0]?.processInstanceKey ?? '';
    expect(await monitor.getInstance(housing, { processInstanceKey })).toMatchObject({ caseId, state: 'active' });
    await expect(monitor.getInstance(taxi, { processInstanceKey })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('are told under the plain name that they wait for', async () => {
    await given.casework.cases.withdraw(citizen, { caseId, reason: 'x' });
    await settle();
    expect((await given.casework.monitor.getCaseProcess(housingClerk, { caseId })).state).toBe('completed');
  });

  test('are followed by a version whose names are qualified, once its prefix is its own', async () => {
    const { revision } = await given.casework.procedures.getDraft(housing, { key: 'ha' });
    expect(await given.casework.procedures.publish(housing, { key: 'ha', note: '', revision })).toMatchObject({
      version: 2,
    });
  });
});
