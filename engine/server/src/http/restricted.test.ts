import { scopeOf, type Actor } from '@irisflow/access';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askDiagnosis, givenCase, givenProcedure, taskOf } from '../testing/given-case.ts';
import { instanceOfCase, variableOf } from '../testing/given-connector.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

interface File {
  readonly data: Readonly<Record<string, unknown>>;
  readonly corrections: readonly {
    readonly pointer: string;
    readonly before: { readonly fr: string };
    readonly after: { readonly fr: string };
  }[];
  readonly restricted: readonly {
    readonly pointer: string;
    readonly mayUnmask: boolean;
    readonly until: string | null;
  }[];
}
interface Traces {
  readonly traces: readonly {
    readonly action: string;
    readonly by: string;
    readonly what: unknown;
    readonly reason: string | null;
  }[];
}

const diagnosis = 'Maladie-de-Crohn-4711';
const nationalNumber = '85000099712';
const why = { pointer: '/diagnosis', reason: 'Le médecin conseil demande', category: 'handling' };

describe('a restricted answer', () => {
  let given: TestPlatform;
  let citizen: Visitor;
  let agent: Visitor;
  let supervisor: Visitor;
  let auditor: Visitor;
  let supervisorActor: Actor;
  let caseId: string;
  let params: { caseId: string };

  const file = (reader: Visitor) => reader.ask<File>('getCase', { params });
  const unmask = (reader: Visitor, more: object = {}) =>
    reader.call('unmaskAnswer', { params, body: { ...why, ...more } });
  /** What somebody reads whose code forgot to ask: everything that the wall leaves. */
  const throughTheWall = () =>
    given.database
      .as(scopeOf(supervisorActor, given.clock.now()))
      .query<{ value: unknown }>('select value from casework.restricted_answer where kind = $1', ['answer']);

  beforeAll(async () => {
    given = await openTestPlatform();
    const { app, casework } = given;
    const staff = (name: string, roles: Parameters<typeof givenPerson>[2]['roles']) =>
      givenPerson(app, casework, { name, roles, administration: 'brussels-housing' });
    citizen = await givenPerson(app, casework, { name: 'Léa', roles: ['citizen'], nationalNumber });
    agent = await staff('Bart', ['agent']);
    supervisor = await staff('Sofie', ['supervisor', 'agent']);
    auditor = await staff('Odile', ['auditor']);
    const analyst = await staff('Ann', ['analyst']);
    const { actor } = await casework.identity.signIn(
      { kind: 'job', name: 'operator' },
      { personId: (await supervisor.ask<{ person: { id: string } }>('getSession')).person.id },
    );
    supervisorActor = actor;
    await givenProcedure(analyst, 'rent-aid');
    await askDiagnosis(analyst, 'rent-aid', { reason: 'health' });
    await givenProcedure(analyst, 'sick-aid');
    const rule = { effect: 'SHOW', condition: { scope: '#/properties/request', schema: { const: 'ill' } } };
    await askDiagnosis(analyst, 'sick-aid', { reason: 'health' }, rule);
    caseId = await givenCase(citizen, 'rent-aid', { diagnosis });
    params = { caseId };
  });
  afterAll(() => given.close());

  it('is the applicant’s to read, masked for every clerk, and goes to the process', async () => {
    expect((await citizen.ask<File>('getMyCase', { params })).data).toMatchObject({ diagnosis });
    for (const reader of [agent, supervisor]) {
      const { data, restricted } = await file(reader);
      expect(data).toEqual({ request: 'A roof' });
      expect(restricted).toMatchObject([
        { pointer: '/diagnosis', until: null, mayUnmask: reader === supervisor, reason: 'health' },
      ]);
    }
    expect(await throughTheWall()).toEqual([]);
    const instance = await instanceOfCase(given, caseId);
    expect(await variableOf(given, instance, 'application')).toEqual({ request: 'A roof', diagnosis });
  });

  it('is shown to nobody without the role, without a reason, or at another field', async () => {
    expect((await unmask(agent)).json()).toMatchObject({ code: 'FORBIDDEN' });
    expect((await unmask(auditor)).json()).toMatchObject({ code: 'ROLE_NEEDED' });
    for (const reason of ['', ' \u200B ']) expect((await unmask(supervisor, { reason })).statusCode).toBe(400);
    for (const pointer of ['/request', '', '/diagnosis/x', '/__proto__'])
      expect((await unmask(supervisor, { pointer })).json()).toMatchObject({ code: 'NOT_FOUND' });
    expect((await file(supervisor)).data).not.toHaveProperty('diagnosis');
  });

  it('is shown for a quarter of an hour to who said why, and to nobody else', async () => {
    expect((await unmask(supervisor)).statusCode).toBe(200);
    expect((await file(supervisor)).data).toMatchObject({ diagnosis });
    expect(await throughTheWall()).toEqual([{ value: diagnosis }]);
    expect((await file(agent)).data).not.toHaveProperty('diagnosis');
    given.clock.pass(15);
    expect((await file(supervisor)).data).not.toHaveProperty('diagnosis');
    expect(await throughTheWall()).toEqual([]);
    await unmask(supervisor);
    await supervisor.ask('maskAnswer', { params, body: { pointer: '/diagnosis' } });
    expect((await file(supervisor)).data).not.toHaveProperty('diagnosis');
  });

  it('tells the person which field was read and why, and whoever guards the data by whom and in which words', async () => {
    const told = await citizen.ask<{ kind: string; field: { fr: string } | null }[]>('listMyAccesses');
    const looks = told.filter(({ kind }) => kind === 'unmasking');
    expect(looks).toMatchObject([
      { field: { fr: 'The diagnosis' }, purpose: { fr: 'Traitement de votre dossier' }, actingAs: 'supervisor' },
      { field: { fr: 'The diagnosis' } },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/Sofie|médecin/);
    const day = new Date(given.clock.now()).toISOString().slice(0, 10);
    const { traces } = await auditor.ask<Traces>('searchTraces', {
      body: { nationalNumber, from: '2000-01-01', to: `${Number(day.slice(0, 4)) + 1}-01-01` },
    });
    expect(traces.filter(({ action }) => action === 'answer.unmasked')).toMatchObject([
      { by: 'Sofie', what: { fr: 'The diagnosis' }, reason: why.reason },
      { by: 'Sofie' },
    ]);
  });

  it('stays when whoever does not see it corrects the rest, and changes only under the eyes of who sees it', async () => {
    const correct = async (reader: Visitor, data: object) => {
      const { corrections } = await file(reader);
      return reader.ask<File>('correctAnswers', {
        params,
        body: { data, reason: 'Faute', seen: corrections.length },
      });
    };
    const mine = () => citizen.ask<File>('getMyCase', { params });
    // What a clerk sends at a field that they do not see counts for nothing.
    await correct(agent, { request: 'A house', diagnosis: 'rhume' });
    expect((await mine()).data).toEqual({ request: 'A house', diagnosis });
    await unmask(supervisor);
    const corrected = await correct(supervisor, { request: 'A house', diagnosis: 'Coeliaque-0815' });
    expect(corrected.data).toMatchObject({ diagnosis: 'Coeliaque-0815' });
    expect((await mine()).data).toMatchObject({ diagnosis: 'Coeliaque-0815' });
    // Both values are the applicant's to read; for the office they are as masked as the answer.
    expect((await mine()).corrections[0]).toMatchObject({
      before: { fr: diagnosis },
      after: { fr: 'Coeliaque-0815' },
    });
    expect((await file(agent)).corrections[0]).toMatchObject({ before: { fr: '•••' }, after: { fr: '•••' } });
    const instance = await instanceOfCase(given, caseId);
    expect(await variableOf(given, instance, 'application')).toMatchObject({ diagnosis: 'Coeliaque-0815' });
  });

  it('is as good as none while another answer hides it, and no correction tells whether it was there', async () => {
    // given
    const ill = await givenCase(citizen, 'sick-aid', { request: 'ill', diagnosis });
    const bare = await givenCase(citizen, 'sick-aid', { request: 'ill' });
    const correct = async (of: string, request: string) => {
      const { corrections } = await agent.ask<File>('getCase', { params: { caseId: of } });
      const body = { data: { request }, reason: 'Faute', seen: corrections.length };
      return agent.ask<File>('correctAnswers', { params: { caseId: of }, body });
    };
    const fields = (of: string) =>
      given.database.query<{ fields: string[] }>(
        `select detail -> 'fields' as fields from casework.audit_entry
          where action = 'answers.corrected' and object = $1 order by sequence`,
        [`case:${of}`],
      );
    const known = async (of: string) => variableOf(given, await instanceOfCase(given, of), 'application');
    for (const of of [ill, bare]) {
      // when
      const { corrections } = await correct(of, 'well');
      // then
      expect(corrections.map(({ pointer }) => pointer)).toEqual(['/request']);
      expect(await fields(of)).toEqual([{ fields: ['/request'] }]);
      expect(await known(of)).toEqual({ request: 'well' });
    }
    // What was said by mistake to be no longer so is there again.
    await correct(ill, 'ill');
    expect(await fields(ill)).toEqual([{ fields: ['/request'] }, { fields: ['/request'] }]);
    expect(await known(ill)).toEqual({ request: 'ill', diagnosis });
  });

  it('is masked in the task, which is completed all the same and gives the process what it had', async () => {
    const taskId = await taskOf(given.casework, agent, caseId);
    const ofTask = { params: { taskId } };
    await agent.ask('claimTask', ofTask);
    const task = await agent.ask<{ data: object; masked: string[] }>('getTask', ofTask);
    expect(task).toMatchObject({ data: {}, masked: ['/seen', '/copied'] });
    const instance = await instanceOfCase(given, caseId);
    await agent.ask('completeTask', { ...ofTask, body: { data: { conclusion: 'Accordé', seen: 'forgé' } } });
    expect(await variableOf(given, instance, 'seen')).toBe('Coeliaque-0815');
    expect(await variableOf(given, instance, 'copied')).toBe('so: Coeliaque-0815');
  });

  it('is the clerk’s alone who types it at the counter, until it is a case', async () => {
    const { id: draftId, revision } = await agent.ask<{ id: string; revision: number }>('openOfficeApplication', {
      body: {
        procedureKey: 'rent-aid',
        who: {
          kind: 'new',
          firstName: 'Noor',
          lastName: 'Peeters',
          email: null,
          phone: null,
          nationalNumber: null,
        },
        channel: 'visit',
        receivedOn: new Date(given.clock.now()).toISOString().slice(0, 10),
        language: 'fr',
      },
    });
    const ofDraft = { params: { draftId } };
    const data = { request: 'A roof', diagnosis };
    await agent.ask('saveDraft', { ...ofDraft, body: { data, language: 'fr', revision } });
    expect(await agent.ask('getDraft', ofDraft)).toMatchObject({ data });
    expect((await supervisor.call('getDraft', ofDraft)).json()).toMatchObject({ status: 404 });
    const drafts = (at: Actor) =>
      given.database.as(scopeOf(at)).query<{ data: object }>('select data from casework.application_draft');
    expect(await drafts(supervisorActor)).toEqual([]);
    const filed = await agent.ask<{ caseId: string }>('submitApplication', {
      ...ofDraft,
      body: { data, language: 'fr' },
    });
    expect((await agent.ask<File>('getCase', { params: { caseId: filed.caseId } })).data).toEqual({
      request: 'A roof',
    });
    const rows = await given.database.query<{ data: object }>(
      'select data from casework.application_draft where id = $1',
      [draftId],
    );
    expect(rows).toEqual([{ data: { request: 'A roof' } }]);
  });

  it('lets nobody collect: twenty answers at once are enough', async () => {
    await supervisor.ask('maskAnswer', { params, body: { pointer: '/diagnosis' } });
    for (let look = 0; look < 19; look += 1) expect((await unmask(supervisor)).statusCode).toBe(200);
    // Asked for at the same moment as well.
    const atOnce = await Promise.all([1, 2].map(() => unmask(supervisor)));
    expect(atOnce.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    const refused = atOnce.find(({ statusCode }) => statusCode !== 200);
    expect(refused?.json()).toMatchObject({ code: 'TOO_MANY_UNMASKED' });
  });
});
