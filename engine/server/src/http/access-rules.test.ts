import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenProcedure, taskOf } from '../testing/given-case.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, givenSession, type Visitor } from '../testing/visitor.ts';

interface Listed {
  readonly items: readonly { readonly id: string; readonly caseId: string }[];
  readonly total: number;
}
interface Rule {
  readonly id: string;
}
interface Preview {
  readonly seen: { readonly cases: number; readonly tasks: number; readonly documents: number };
  readonly all: { readonly cases: number; readonly tasks: number; readonly documents: number };
  readonly procedures: readonly { readonly key: string; readonly cases: number; readonly all: number }[];
}

const administration = 'brussels-housing';
const name = { fr: 'Équipe toits', nl: 'Team daken', en: 'Roofs team' };
const anything = {
  name,
  groups: [],
  people: [],
  procedures: null,
  languages: null,
  communes: null,
  showsDocuments: true,
};

describe('rules of access', () => {
  let given: TestPlatform;
  let citizen: Visitor;
  let agent: Visitor;
  let supervisor: Visitor;
  let administrator: Visitor;
  let stranger: Visitor;
  const idOf = new Map<Visitor, string>();
  let roof: string;
  let dutchRoof: string;
  let street: string;
  let streetTask: string;

  const staff = async (
    who: string,
    roles: Parameters<typeof givenPerson>[2]['roles'],
    place = administration,
  ): Promise<Visitor> => {
    const person = await givenPerson(given.app, given.casework, { name: who, roles, administration: place });
    idOf.set(person, (await person.ask<{ person: { id: string } }>('getSession')).person.id);
    return person;
  };
  const filed = async (procedureKey: string, language: 'fr' | 'nl'): Promise<string> => {
    const draft = await citizen.ask<{ id: string }>('createDraft', { body: { procedureKey, language } });
    const params = { draftId: draft.id };
    const body = { data: { request: `Un toit ${language}` }, language };
    return (await citizen.ask<{ caseId: string }>('submitApplication', { params, body })).caseId;
  };
  const save = (more: object, by = administrator) =>
    by.call('addAccessRule', { params: { administration }, body: { ...anything, ...more } });
  const saved = async (more: object): Promise<Rule> => {
    const answer = await save(more);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<Rule>();
  };
  const remove = (ruleId: string) => administrator.call('removeAccessRule', { params: { administration, ruleId } });
  const cases = async (who: Visitor, query: Record<string, string> = {}) => {
    const { items, total } = await who.ask<Listed>('listCases', { query });
    expect(total).toBe(items.length);
    return items.map(({ id }) => id).toSorted();
  };
  const tasks = async (who: Visitor, query: Record<string, string> = {}) => {
    const { items, total } = await who.ask<Listed>('listTasks', { query });
    expect(total).toBe(items.length);
    return items.map(({ caseId }) => caseId).toSorted();
  };
  const all = () => [roof, dutchRoof, street].toSorted();

  beforeAll(async () => {
    given = await openTestPlatform();
    citizen = await givenPerson(given.app, given.casework, { name: 'Léa', roles: ['citizen'] });
    agent = await staff('Bart', ['agent', 'analyst']);
    supervisor = await staff('Sofie', ['supervisor', 'agent']);
    administrator = await staff('Karim', ['administrator']);
    stranger = await staff('Vera', ['administrator', 'agent'], 'brussels-mobility');
    const analyst = await staff('Ann', ['analyst']);
    await givenProcedure(analyst, 'roof-aid');
    await givenProcedure(analyst, 'street-aid');
    roof = await filed('roof-aid', 'fr');
    dutchRoof = await filed('roof-aid', 'nl');
    street = await filed('street-aid', 'fr');
    for (const caseId of [roof, dutchRoof]) await taskOf(given.casework, supervisor, caseId);
    streetTask = await taskOf(given.casework, supervisor, street);
  });
  afterAll(() => given.close());

  it('bound whoever they name with their next request, in lists, counts, searches, pages and what they do', async () => {
    expect(await cases(agent)).toEqual(all());
    const { id } = await saved({ people: [idOf.get(agent)], procedures: ['roof-aid'] });
    const seen = [roof, dutchRoof].toSorted();
    expect(await cases(agent)).toEqual(seen);
    expect(await cases(agent, { search: 'Léa' })).toEqual(seen);
    expect(await cases(agent, { procedure: 'street-aid' })).toEqual([]);
    for (const sort of ['due', 'created', 'priority']) expect(await tasks(agent, { sort })).toEqual(seen);
    expect(await tasks(agent, { view: 'unassigned', search: 'Léa' })).toEqual(seen);
    expect(await agent.ask('getTaskCounters')).toMatchObject({ team: 2, unassigned: 2 });
    const numbers = await agent.ask<{ months: { inflow: number }[] }>('getNumbers', {
      query: { from: '2020-01-01', to: '2024-12-31' },
    });
    expect(numbers.months.reduce((sum, { inflow }) => sum + inflow, 0)).toBe(0);
    for (const [operation, request] of [
      ['getCase', { params: { caseId: street } }],
      ['getTask', { params: { taskId: streetTask } }],
      ['claimTask', { params: { taskId: streetTask } }],
      ['addNote', { params: { caseId: street }, body: { text: 'Mine' } }],
      ['listCaseMessages', { params: { caseId: street } }],
      ['listFileCopies', { params: { caseId: street } }],
    ] as const)
      expect((await agent.call(operation, request)).statusCode, operation).toBe(404);
    // Whoever no rule names goes on as before.
    expect(await cases(supervisor)).toEqual(all());
    expect((await remove(id)).statusCode).toBe(204);
    expect(await cases(agent)).toEqual(all());
  });

  it('name languages, and add up for whoever has several', async () => {
    const first = await saved({ groups: ['agent'], procedures: ['roof-aid'], languages: ['nl'] });
    expect(await cases(agent)).toEqual([dutchRoof]);
    expect(await tasks(agent)).toEqual([dutchRoof]);
    expect(await tasks(agent, { language: 'fr' })).toEqual([]);
    const second = await saved({ people: [idOf.get(agent)], procedures: ['street-aid'] });
    expect(await cases(agent)).toEqual([dutchRoof, street].toSorted());
    expect(await tasks(agent)).toEqual([dutchRoof, street].toSorted());
    expect(await agent.ask('getTaskCounters')).toMatchObject({ team: 2 });
    for (const { id } of [first, second]) await remove(id);
  });

  it('give no colleague a task that they would not see, and open no case that they could not', async () => {
    const { id } = await saved({ people: [idOf.get(agent)], procedures: ['roof-aid'] });
    const params = { taskId: streetTask };
    const given = await supervisor.call('assignTask', { params, body: { personId: idOf.get(agent) } });
    expect([given.statusCode, given.json<{ code: string }>().code]).toEqual([403, 'OUT_OF_REACH']);
    const candidates = await supervisor.ask<{ id: string; bar: string | null }[]>('listCandidates', { params });
    expect(candidates.find((one) => one.id === idOf.get(agent))?.bar).toBe('reach');
    await remove(id);
  });

  it('let somebody see cases and not their documents', async () => {
    const params = { caseId: roof };
    const sent = await agent.call('addCaseDocument', {
      params,
      query: { kind: 'report', shownTo: 'office' },
      file: { name: 'plan.pdf', content: Buffer.from('%PDF-1.4\n%%EOF\n') },
    });
    expect(sent.statusCode, sent.body).toBeLessThan(300);
    const documents = async () => (await agent.ask<{ documents: unknown[] }>('getCase', { params })).documents.length;
    expect(await documents()).toBe(1);
    const { id } = await saved({ people: [idOf.get(agent)], showsDocuments: false });
    expect(await cases(agent)).toEqual(all());
    expect(await documents()).toBe(0);
    expect(await cases(agent, { search: 'plan' })).toEqual([]);
    const again = await agent.call('addCaseDocument', {
      params,
      query: { kind: 'report', shownTo: 'office' },
      file: { name: 'other.pdf', content: Buffer.from('%PDF-1.4\n%%EOF\n') },
    });
    expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([403, 'OUT_OF_REACH']);
    await remove(id);
    expect(await documents()).toBe(1);
  });

  it('show beforehand what somebody would see, as they then see it', async () => {
    const body = { ...anything, groups: ['agent'], procedures: ['roof-aid'], showsDocuments: false };
    const tried = await administrator.ask<Preview>('previewAccessRule', { params: { administration }, body });
    expect(tried).toMatchObject({
      seen: { cases: 2, tasks: 2, documents: 0 },
      all: { cases: 3, tasks: 3, documents: 1 },
      procedures: [
        { key: 'roof-aid', cases: 2, all: 2 },
        { key: 'street-aid', cases: 0, all: 1 },
      ],
    });
    const { id } = await saved({ people: [idOf.get(agent)], procedures: ['roof-aid'], showsDocuments: false });
    const params = { personId: idOf.get(agent) ?? '' };
    expect(await administrator.ask<Preview>('previewAccess', { params })).toMatchObject({ seen: tried.seen });
    await remove(id);
    expect(await administrator.ask<Preview>('previewAccess', { params })).toMatchObject({ seen: tried.all });
  });

  it('leave whom they bound no other role, and somebody who administers the whole', async () => {
    const { id } = await saved({ people: [idOf.get(agent)], procedures: ['roof-aid'] });
    expect((await agent.ask<{ person: { roles: string[] } }>('getSession')).person.roles).toEqual(['agent']);
    expect((await agent.call('createProcedure', { body: { key: 'my-aid', title: 'Mine' } })).statusCode).toBe(403);
    await remove(id);
    const locked = await save({ people: [idOf.get(administrator)], procedures: ['roof-aid'] });
    expect([locked.statusCode, locked.json<{ code: string }>().code]).toEqual([409, 'LAST_ADMINISTRATOR']);
    const other = await staff('Olga', ['administrator', 'agent']);
    const { id: ofOther } = await saved({ people: [idOf.get(other)], procedures: ['roof-aid'] });
    // Nobody lifts what bounds them.
    expect((await other.call('removeAccessRule', { params: { administration, ruleId: ofOther } })).statusCode).toBe(
      403,
    );
    expect((await other.call('listStaff')).statusCode).toBe(403);
    const gone = await administrator.call('removeStaff', { params: { personId: idOf.get(other) ?? '' } });
    expect([gone.statusCode, gone.json<{ code: string }>().code]).toEqual([409, 'ROLES_FROM_PROVIDER']);
    await remove(ofOther);
  });

  it('are the matter of the administrators of an administration, who leave a trace', async () => {
    const { id } = await saved({ people: [idOf.get(agent)], procedures: ['roof-aid'] });
    for (const who of [agent, supervisor]) expect((await save({ groups: ['agent'] }, who)).statusCode).toBe(403);
    const params = { administration, ruleId: id };
    expect((await save({ groups: ['agent'] }, stranger)).statusCode).toBe(404);
    expect((await stranger.call('listAccessRules', { params: { administration } })).statusCode).toBe(404);
    expect((await stranger.call('removeAccessRule', { params })).statusCode).toBe(404);
    const theirs = { administration: 'brussels-mobility', ruleId: id };
    const body = { ...anything, people: [idOf.get(stranger)] };
    expect((await stranger.call('changeAccessRule', { params: theirs, body })).statusCode).toBe(404);
    expect((await stranger.call('previewAccess', { params: { personId: idOf.get(agent) ?? '' } })).statusCode).toBe(
      404,
    );
    await administrator.ask('changeAccessRule', { params, body: { ...anything, people: [idOf.get(agent)] } });
    await remove(id);
    const trace = await given.database.query<{ action: string; actor: string; procedures: unknown }>(
      `select action, actor, detail->'procedures' as procedures from casework.audit_entry
        where object = $1 order by sequence`,
      [`accessRule:${id}`],
    );
    const actor = `person:${idOf.get(administrator)}`;
    expect(trace).toEqual([
      { action: 'accessRule.saved', actor, procedures: ['roof-aid'] },
      { action: 'accessRule.saved', actor, procedures: null },
      { action: 'accessRule.removed', actor, procedures: null },
    ]);
  });

  it.each([
    ['nobody', {}, 'nobody'],
    ['somebody who works elsewhere', { people: ['0197f2c4-0000-7000-8000-000000000000'] }, 'unknown'],
    ['a key that is none', { groups: ['agent'], procedures: ['*|x'] }, 'unknown'],
    [
      'more kinds of cases than the store compares',
      {
        groups: ['agent'],
        procedures: Array.from({ length: 100 }, (_, n) => `p${n}`),
        communes: ['21001', '21002', '21003', '21004', '21005'],
      },
      'tooMany',
    ],
  ])('name %s are refused', async (_, more, keyword) => {
    const answer = await save(more);
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ errors: { keyword: string }[] }>().errors[0]?.keyword).toBe(keyword);
  });

  it('hold for work that somebody started before', async () => {
    const { id } = await saved({ people: [idOf.get(agent)], procedures: ['roof-aid'] });
    const signedInAgain = await givenSession(given.app, given.casework, { personId: idOf.get(agent) ?? '' });
    expect(await cases(signedInAgain)).toEqual([roof, dutchRoof].toSorted());
    await remove(id);
  });
});
