import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenCase, givenProcedure, taskOf } from '../testing/given-case.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

interface Variable {
  readonly name: string;
  readonly value: string | null;
  readonly isMasked: boolean;
  readonly scopeKey: string;
}

interface Instance {
  readonly variables: Variable[];
  readonly unmaskedUntil: string | null;
}

interface Access {
  readonly kind: string;
  readonly actingAs: string;
  readonly purpose: { readonly fr: string };
}

const nationalNumber = '85000099712';

describe('personal data on the running platform', () => {
  let given: TestPlatform;
  let citizen: Visitor;
  let agent: Visitor;
  let analyst: Visitor;
  let administrator: Visitor;
  let auditor: Visitor;
  let caseId: string;
  let byInstance: { params: { processInstanceKey: string } };

  beforeAll(async () => {
    given = await openTestPlatform();
    const { app, casework } = given;
    const staff = (name: string, roles: Parameters<typeof givenPerson>[2]['roles']) =>
      givenPerson(app, casework, { name, roles, administration: 'brussels-housing' });
    citizen = await givenPerson(app, casework, { name: 'Léa', roles: ['citizen'], nationalNumber });
    agent = await staff('Bart', ['agent']);
    analyst = await staff('Ann', ['analyst']);
    administrator = await staff('Adam', ['analyst', 'administrator']);
    auditor = await staff('Odile', ['auditor']);
    await givenProcedure(analyst, 'rent-aid');
    caseId = await givenCase(citizen, 'rent-aid');
    await taskOf(casework, agent, caseId);
    const { items } = await analyst.ask<{ items: { processInstanceKey: string }[] }>('listInstances', {
      params: { key: 'rent-aid' },
    });
    byInstance = { params: { processInstanceKey: items[0]?.processInstanceKey ?? '' } };
  });
  afterAll(() => given.close());

  const applicantOf = ({ variables }: Instance) => variables.find(({ name }) => name === 'applicant');

  it('an analyst sees no value of a citizen, and can neither unmask nor correct', async () => {
    const answer = await analyst.call('getInstance', byInstance);
    for (const secret of [nationalNumber, 'x@example.org', 'A roof']) expect(answer.body).not.toContain(secret);
    expect(applicantOf(answer.json<Instance>())).toMatchObject({ value: null, isMasked: true });
    const why = { reason: 'Curious', category: 'control' };
    const refused = [
      await analyst.call('unmaskInstance', { ...byInstance, body: why }),
      await analyst.call('cancelInstance', { ...byInstance, body: why }),
      await analyst.call('setInstanceVariables', {
        ...byInstance,
        body: { ...why, scopeKey: byInstance.params.processInstanceKey, variables: { a: 1 } },
      }),
    ];
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403]);
  });

  it('an administrator unmasks with a reason for a quarter of an hour, corrects, and the citizen is told', async () => {
    for (const body of [{ reason: '', category: 'control' }, { reason: 'x' }, { reason: ' ', category: 'control' }])
      expect((await administrator.call('unmaskInstance', { ...byInstance, body })).statusCode).toBe(400);
    const body = { reason: 'The citizen called', category: 'askedByApplicant' };
    await administrator.ask('unmaskInstance', { ...byInstance, body });
    const clear = await administrator.ask<Instance>('getInstance', byInstance);
    expect(applicantOf(clear)?.value).toContain(nationalNumber);
    const scopeKey = applicantOf(clear)?.scopeKey;
    await administrator.ask('setInstanceVariables', {
      ...byInstance,
      body: {
        reason: 'Wrong roof',
        category: 'wrongData',
        scopeKey,
        variables: { application: { request: 'A house' } },
      },
    });
    given.clock.pass(15);
    expect((await administrator.ask<Instance>('getInstance', byInstance)).unmaskedUntil).toBeNull();

    const told = await citizen.ask<Access[]>('listMyAccesses');
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['unmasking', 'correction']));
    expect(told.find(({ kind }) => kind === 'correction')).toMatchObject({
      actingAs: 'administrator',
      purpose: { fr: 'Rectifier une donnée fausse' },
    });
  });

  it('the auditor reads what was there before and after', async () => {
    const { items } = await auditor.ask<{ items: { sequence: number; action: string; outcome: string }[] }>(
      'listAudit',
      {
        query: { search: 'variables.set' },
      },
    );
    const entry = items.find(({ outcome }) => outcome === 'asked');
    const params = { sequence: String(entry?.sequence) };
    expect(await auditor.ask('readSealedDetail', { params })).toMatchObject({
      content: {
        before: { application: { request: 'A roof' } },
        after: { application: { request: 'A house' } },
      },
    });
    expect((await auditor.call('readSealedDetail', { params: { sequence: '1' } })).statusCode).toBe(404);
  });

  it('a clerk who opens the file is told of as the office, once a day', async () => {
    for (let times = 0; times < 3; times += 1) await agent.ask('getCase', { params: { caseId } });
    const openings = (await citizen.ask<Access[]>('listMyAccesses')).filter(({ kind }) => kind === 'opening');
    expect(openings).toMatchObject([{ actingAs: 'agent', purpose: { fr: 'Traitement de votre dossier' } }]);
    expect(JSON.stringify(openings)).not.toContain('Bart');
  });
});
