import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenProcedure, taskOf } from '../testing/given-case.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

interface Listed {
  readonly items: readonly { readonly id: string; readonly caseId: string }[];
  readonly total: number;
}
interface Conflict {
  readonly id: string;
  readonly about: string;
  readonly scope: string;
  readonly reason: string;
  readonly person: { readonly id: string };
  readonly mayLift: boolean;
}

const administration = 'brussels-housing';
const reason = 'She is my sister.';

describe('conflicts of interest', () => {
  let given: TestPlatform;
  let citizen: Visitor;
  let neighbor: Visitor;
  let agent: Visitor;
  let colleague: Visitor;
  let supervisor: Visitor;
  let chief: Visitor;
  let stranger: Visitor;
  const idOf = new Map<Visitor, string>();
  let first: string;
  let second: string;
  let others: string;
  let firstTask: string;
  let othersTask: string;
  let secondTask: string;

  const staff = async (
    who: string,
    roles: Parameters<typeof givenPerson>[2]['roles'],
    place = administration,
    more: { readonly nationalNumber?: string } = {},
  ): Promise<Visitor> => {
    const claims = { name: who, roles, administration: place, ...more };
    const person = await givenPerson(given.app, given.casework, claims);
    idOf.set(person, (await person.ask<{ person: { id: string } }>('getSession')).person.id);
    return person;
  };
  const filed = async (by: Visitor, words = 'Un toit'): Promise<string> => {
    const draft = await by.ask<{ id: string }>('createDraft', { body: { procedureKey: 'roof-aid', language: 'fr' } });
    const params = { draftId: draft.id };
    const body = { data: { request: words }, language: 'fr' };
    return (await by.ask<{ caseId: string }>('submitApplication', { params, body })).caseId;
  };
  const declare = (by: Visitor, caseId: string, more: object = {}) =>
    by.call('declareConflict', { params: { caseId }, body: { scope: 'case', reason, ...more } });
  const declared = async (by: Visitor, caseId: string, more: object = {}): Promise<Conflict> => {
    const answer = await declare(by, caseId, more);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<Conflict>();
  };
  const lift = (by: Visitor, conflictId: string) =>
    by.call('liftConflict', { params: { conflictId }, body: { reason: 'It was another Léa.' } });
  const lifted = async (by: Visitor, conflictId: string) => {
    const answer = await lift(by, conflictId);
    expect(answer.statusCode, answer.body).toBe(204);
  };
  const conflicts = async (who: Visitor) =>
    (await who.ask<{ items: readonly Conflict[] }>('listConflicts')).items.map(({ id }) => id);
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
  const statusOf = async (who: Visitor, operation: string, params: Record<string, string>, body?: object) =>
    (await who.call(operation as 'getCase', { params, ...(body && { body }) })).statusCode;
  const claim = (who: Visitor, taskId: string) => who.call('claimTask', { params: { taskId } });
  const assign = (who: Visitor, taskId: string, personId: string) =>
    who.call('assignTask', { params: { taskId }, body: { personId } });

  beforeAll(async () => {
    given = await openTestPlatform();
    citizen = await givenPerson(given.app, given.casework, { name: 'Léa', roles: ['citizen'] });
    neighbor = await givenPerson(given.app, given.casework, { name: 'Noor', roles: ['citizen'] });
    agent = await staff('Bart', ['agent', 'citizen', 'analyst', 'administrator']);
    colleague = await staff('Ann', ['agent']);
    supervisor = await staff('Sofie', ['supervisor', 'agent']);
    chief = await staff('Chris', ['supervisor']);
    stranger = await staff('Vera', ['supervisor', 'agent'], 'brussels-mobility');
    await givenProcedure(await staff('Paul', ['analyst']), 'roof-aid');
    first = await filed(citizen);
    second = await filed(citizen);
    others = await filed(neighbor);
    firstTask = await taskOf(given.casework, supervisor, first);
    secondTask = await taskOf(given.casework, supervisor, second);
    othersTask = await taskOf(given.casework, supervisor, others);
  });
  afterAll(() => given.close());

  const all = () => [first, second, others].toSorted();

  it('take a case away from whoever declares one, in lists, counts, searches, pages and what they do', async () => {
    // Given a clerk who has a task of the case, sees it and has written in it.
    expect((await claim(agent, firstTask)).statusCode).toBe(200);
    expect(await cases(agent)).toEqual(all());
    expect(await agent.ask('getTaskCounters')).toMatchObject({ mine: 1, team: 3, unassigned: 2 });
    // When they say that they have a conflict of interest with it
    const conflict = await declared(agent, first);
    expect(conflict).toMatchObject({ scope: 'case', reason, person: { id: idOf.get(agent) }, mayLift: false });
    // Then it is not there for them any more,
    const seen = [second, others].toSorted();
    expect(await cases(agent)).toEqual(seen);
    expect(await cases(agent, { search: 'Léa' })).toEqual([second]);
    expect(await cases(agent, { search: conflict.about })).toEqual([]);
    for (const sort of ['due', 'created', 'priority']) expect(await tasks(agent, { sort })).toEqual(seen);
    expect(await tasks(agent, { view: 'unassigned', search: 'Léa' })).toEqual([second]);
    expect(await tasks(agent, { procedure: 'roof-aid', language: 'fr' })).toEqual(seen);
    expect(await agent.ask('getTaskCounters')).toMatchObject({ mine: 0, team: 2, unassigned: 2 });
    for (const [operation, request] of [
      ['getCase', { params: { caseId: first } }],
      ['getTask', { params: { taskId: firstTask } }],
      ['claimTask', { params: { taskId: firstTask } }],
      ['releaseTask', { params: { taskId: firstTask } }],
      ['addNote', { params: { caseId: first }, body: { text: 'Mine' } }],
      ['listCaseMessages', { params: { caseId: first } }],
      ['listFileCopies', { params: { caseId: first } }],
      ['declareConflict', { params: { caseId: first }, body: { scope: 'case', reason } }],
    ] as const)
      expect((await agent.call(operation, request)).statusCode, operation).toBe(404);
    // and what they had at hand is back with the group, where others see it.
    expect(await supervisor.ask('getTask', { params: { taskId: firstTask } })).toMatchObject({ assignee: null });
    expect(await cases(colleague)).toEqual(all());
    expect(await colleague.ask('getTaskCounters')).toMatchObject({ team: 3, unassigned: 3 });
    // Nobody gives it to them, and the one whom others propose says why.
    const refused = await assign(supervisor, firstTask, idOf.get(agent) ?? '');
    expect(refused.statusCode).toBe(403);
    expect(refused.json()).toMatchObject({ code: 'CONFLICT_OF_INTEREST' });
    const candidates = await supervisor.ask<readonly { id: string; bar: string | null }[]>('listCandidates', {
      params: { taskId: firstTask },
    });
    expect(candidates.find(({ id }) => id === idOf.get(agent))?.bar).toBe('conflict');
    expect((await assign(supervisor, othersTask, idOf.get(agent) ?? '')).statusCode).toBe(200);
    await agent.call('releaseTask', { params: { taskId: othersTask } });
    // Nor does anything else of the office show it: its other roles count on.
    const bodies = [
      await agent.call('listAccessRules', { params: { administration } }),
      await agent.call('listConflicts'),
    ];
    expect(bodies.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    await lifted(supervisor, conflict.id);
    expect(await cases(agent)).toEqual(all());
  });

  it('with a party count for every case of theirs, and for those that come', async () => {
    const conflict = await declared(agent, first, { scope: 'party' });
    expect(conflict).toMatchObject({ scope: 'party', about: 'Léa' });
    expect(await cases(agent)).toEqual([others]);
    const { partyId } = await supervisor.ask<{ partyId: string }>('getCase', { params: { caseId: first } });
    expect(await statusOf(agent, 'getParty', { partyId })).toBe(404);
    expect(await statusOf(agent, 'getParty', { partyId: 'x'.repeat(22) })).toBe(404);
    const third = await filed(citizen);
    expect(await cases(agent)).toEqual([others]);
    expect(await statusOf(agent, 'getCase', { caseId: third })).toBe(404);
    expect(await cases(agent, { search: 'Léa' })).toEqual([]);
    const found = await agent.call('searchParties', { query: { search: 'Léa' } });
    expect(found.body).not.toContain('Léa');
    await lifted(chief, conflict.id);
    expect(await cases(agent)).toHaveLength(4);
    await taskOf(given.casework, supervisor, third);
  });

  it('are noted and lifted by supervisors, with a reason; nobody lifts their own', async () => {
    expect((await declare(colleague, first, { personId: idOf.get(agent) })).statusCode).toBe(403);
    expect((await declare(supervisor, first, { personId: idOf.get(stranger) })).statusCode).toBe(404);
    expect((await declare(supervisor, first, { personId: idOf.get(agent), reason: '  ' })).statusCode).toBe(400);
    const noted = await declared(supervisor, first, { personId: idOf.get(agent) });
    // Said twice it is one.
    expect((await declared(supervisor, first, { personId: idOf.get(agent) })).id).toBe(noted.id);
    expect(await conflicts(agent)).toEqual([noted.id]);
    expect(await conflicts(supervisor)).toEqual([noted.id]);
    expect(await conflicts(colleague)).toEqual([]);
    expect((await lift(agent, noted.id)).statusCode).toBe(403);
    expect((await lift(colleague, noted.id)).statusCode).toBe(403);
    const own = await declared(supervisor, others);
    const refused = await lift(supervisor, own.id);
    expect(refused.statusCode).toBe(403);
    expect(refused.json()).toMatchObject({ code: 'OWN_CONFLICT' });
    // Of two who lift one the second finds none.
    const answers = await Promise.all([lift(chief, own.id), lift(chief, own.id)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((left, right) => left - right)).toEqual([204, 404]);
    await lifted(supervisor, noted.id);
    expect(await conflicts(chief)).toEqual([]);
    const audited = await agent.ask<{ items: readonly { action: string; detail: object }[] }>('listAudit', {});
    const about = audited.items.filter(({ action }) => action.startsWith('conflict.'));
    expect(about.map(({ action }) => action)).toContain('conflict.declared');
    expect(about.map(({ action }) => action)).toContain('conflict.lifted');
    expect(JSON.stringify(about)).not.toContain('sister');
  });

  it('of others are not read by whoever has one with the same case or party', async () => {
    const [ofAgent, ofChief] = [await declared(agent, first), await declared(chief, first, { scope: 'party' })];
    expect(await conflicts(chief)).toEqual([ofChief.id]);
    expect((await lift(chief, ofAgent.id)).statusCode).toBe(404);
    // The newest first, a page after the other.
    const paged = async (cursor?: string) =>
      supervisor.ask<{ items: readonly Conflict[]; total: number; nextCursor: string | null }>('listConflicts', {
        query: { limit: '1', ...(cursor !== undefined && { cursor }) },
      });
    const one = await paged();
    const two = await paged(one.nextCursor ?? '');
    expect([one, two].map(({ items, total }) => [total, ...items.map(({ id }) => id)])).toEqual([
      [2, ofChief.id],
      [2, ofAgent.id],
    ]);
    expect(two.nextCursor).toBeNull();
    for (const { id } of [ofAgent, ofChief]) await lifted(supervisor, id);
  });

  it('keep clerks from their own case, which they read as applicants alone', async () => {
    const before = await cases(agent);
    const own = await filed(agent, 'Mon toit');
    const ownTask = await taskOf(given.casework, supervisor, own);
    expect(await cases(agent)).toEqual(before);
    expect(await cases(agent, { search: 'Bart' })).toEqual([]);
    for (const [operation, request] of [
      ['getCase', { params: { caseId: own } }],
      ['getTask', { params: { taskId: ownTask } }],
      ['claimTask', { params: { taskId: ownTask } }],
      ['addNote', { params: { caseId: own }, body: { text: 'Granted' } }],
      ['listCaseMessages', { params: { caseId: own } }],
    ] as const)
      expect((await agent.call(operation, request)).statusCode, operation).toBe(404);
    expect((await assign(supervisor, ownTask, idOf.get(agent) ?? '')).statusCode).toBe(403);
    const mine = await agent.ask<readonly { id: string }[]>('listMyCases');
    expect(mine.map(({ id }) => id)).toEqual([own]);
    expect(await statusOf(agent, 'getMyCase', { caseId: own })).toBe(200);
    expect(await cases(colleague)).toContain(own);
  });

  it('go with what is linked to the case, with its process, its documents and what others are asked about it', async () => {
    const link = { kind: 'renewalOf', ofCaseId: first, reason: 'The same roof.' };
    await supervisor.ask('linkCase', { params: { caseId: others }, body: link });
    const { items } = await agent.ask<{ items: readonly { caseId: string | null; processInstanceKey: string }[] }>(
      'listInstances',
      { params: { key: 'roof-aid' } },
    );
    const instance = items.find(({ caseId }) => caseId === first)?.processInstanceKey ?? '';
    expect(await statusOf(agent, 'getInstance', { processInstanceKey: instance })).toBe(200);
    const conflict = await declared(supervisor, first, { personId: idOf.get(agent) });
    expect(await cases(agent)).not.toContain(first);
    expect(await cases(agent)).not.toContain(others);
    expect(await statusOf(agent, 'getInstance', { processInstanceKey: instance })).toBe(404);
    const left = await agent.call('listInstances', { params: { key: 'roof-aid' } });
    expect(left.body).not.toContain(instance);
    const hold = { on: 'case', reason: 'x', until: null };
    expect(await statusOf(agent, 'placeHold', { caseId: first }, hold)).toBe(404);
    const definition = { list: 'team', filter: { match: 'all', parts: [] }, columns: ['task'], sort: 'due' };
    const viewed = await agent.call('listViewTasks', { body: { definition } });
    expect(viewed.body).not.toContain(first);
    const assessed = await agent.call('assessBulkTasks', { body: { like: secondTask, taskIds: [firstTask] } });
    expect(assessed.body).not.toContain(conflict.about);
    await lifted(supervisor, conflict.id);
  });

  it('give back what somebody came to have at hand, as by a link that is made later', async () => {
    const later = await filed(neighbor);
    const laterTask = await taskOf(given.casework, supervisor, later);
    const conflict = await declared(colleague, second);
    expect((await claim(colleague, laterTask)).statusCode).toBe(200);
    const link = { kind: 'followUpOf', ofCaseId: second, reason: 'The same roof.' };
    await supervisor.ask('linkCase', { params: { caseId: later }, body: link });
    await given.casework.conflicts.giveBackTasks({ kind: 'job', name: 'terms' }, {});
    expect(await supervisor.ask('getTask', { params: { taskId: laterTask } })).toMatchObject({ assignee: null });
    expect(await statusOf(colleague, 'getTask', { taskId: laterTask })).toBe(404);
    await lifted(supervisor, conflict.id);
  });

  it('count within what rules of access leave', async () => {
    const { id: ruleId } = await agent.ask<{ id: string }>('addAccessRule', {
      params: { administration },
      body: {
        name: { fr: 'x', nl: 'x', en: 'x' },
        groups: [],
        people: [idOf.get(colleague)],
        procedures: ['roof-aid'],
        languages: null,
        communes: null,
        showsDocuments: true,
      },
    });
    const before = await cases(colleague);
    const conflict = await declared(colleague, first);
    expect(await cases(colleague)).toEqual(before.filter((id) => ![first, others].includes(id)));
    expect(await tasks(colleague)).not.toContain(first);
    expect(await cases(colleague, { search: conflict.about })).toEqual([]);
    expect(await statusOf(colleague, 'getCase', { caseId: first })).toBe(404);
    await lifted(supervisor, conflict.id);
    expect((await agent.call('removeAccessRule', { params: { administration, ruleId } })).statusCode).toBe(204);
  });

  it('are those of somebody under every account of theirs, none of which lifts what another has', async () => {
    // Given somebody with two accounts, one of which supervises.
    const same = { nationalNumber: '85073000160' };
    const desk = await staff('Nora', ['agent'], administration, same);
    const other = await staff('Nora, chief', ['supervisor', 'agent'], administration, same);
    // When the one declares a conflict
    const conflict = await declared(desk, first);
    // Then the other has it too, and cannot take it away.
    expect(await statusOf(other, 'getCase', { caseId: first })).toBe(404);
    expect(await tasks(other)).not.toContain(first);
    expect((await assign(supervisor, firstTask, idOf.get(other) ?? '')).statusCode).toBe(403);
    expect((await lift(other, conflict.id)).statusCode).toBe(404);
    await lifted(supervisor, conflict.id);
    const ofParty = await declared(desk, first, { scope: 'party' });
    expect(await statusOf(other, 'getCase', { caseId: second })).toBe(404);
    await lifted(supervisor, ofParty.id);
    expect(await statusOf(other, 'getCase', { caseId: first })).toBe(200);
  });

  it('reach what the administration took for the same person, and nobody who has one takes that back', async () => {
    const partyOf = async (caseId: string) =>
      (await supervisor.ask<{ partyId: string }>('getCase', { params: { caseId } })).partyId;
    const [of, into] = [await partyOf(others), await partyOf(first)];
    const reasonGiven = { body: { reason: 'The same face.' } };
    await supervisor.call('mergeParty', { params: { partyId: of, intoPartyId: into }, ...reasonGiven });
    const file = await supervisor.ask<{ merges: readonly { id: string }[] }>('getParty', { params: { partyId: into } });
    const undo = { params: { partyId: into, mergeId: file.merges[0]?.id ?? '' }, ...reasonGiven };
    const conflict = await declared(chief, first, { scope: 'party' });
    expect(await statusOf(chief, 'getCase', { caseId: others })).toBe(404);
    expect((await chief.call('undoPartyMerge', undo)).statusCode).toBe(404);
    expect(await statusOf(chief, 'getCase', { caseId: others })).toBe(404);
    expect((await supervisor.call('undoPartyMerge', undo)).statusCode).toBe(204);
    await lifted(supervisor, conflict.id);
  });

  it('are of one administration: another one knows nothing of its cases and people', async () => {
    expect((await declare(stranger, first)).statusCode).toBe(404);
    const conflict = await declared(supervisor, first, { personId: idOf.get(colleague) });
    expect(await conflicts(stranger)).toEqual([]);
    expect((await lift(stranger, conflict.id)).statusCode).toBe(404);
    await lifted(supervisor, conflict.id);
    expect((await declare(citizen, first)).statusCode).toBe(403);
  });
});
