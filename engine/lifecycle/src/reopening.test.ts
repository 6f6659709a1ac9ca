import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import type { FolderFile } from '@irisflow/procedures';
import {
  connectorOf,
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenStaff,
  numberOfCitizen,
  openRealCasework,
  openTestCasework,
  sampleProcedureChanging,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';

const retention = [
  { outcomes: ['granted'], years: 1, fate: 'destroy', legalRef: 'art. 9' },
  { outcomes: ['closed'], years: 0, fate: 'destroy', legalRef: 'art. 9' },
];

const declaring = (reopening: object | undefined) =>
  sampleProcedureChanging('procedure.json', (description: Record<string, unknown>) => {
    description['reopening'] = reopening;
    description['retention'] = retention;
  });

/** The name is restricted, as an account or an illness would be. */
const restricted = (files: FolderFile[]): FolderFile[] =>
  files.map(({ path, content }) => ({
    path,
    content:
      path === 'application.form.json'
        ? content.replace(/("i18n": "lastName",\s*"options": \{)/, '$1 "restricted": { "reason": "other" },')
        : content,
  }));

const foundFlaw = { ground: 'error', reason: 'Le revenu d’une autre année a été retenu.' } as const;

describe('reopening a closed case', () => {
  let given: TestCasework;
  let citizen: Actor;
  let agent: Actor;
  let supervisor: Actor;
  let elsewhere: Actor;
  let caseId = '';
  let count = 0;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework, restricted(declaring({ group: 'agent', terms: ['decision'] })));
    agent = await givenStaff(given.casework, { name: 'Agnès', roles: ['agent'] });
    supervisor = await givenStaff(given.casework, { name: 'Sofie', roles: ['supervisor'] });
    elsewhere = await givenStaff(given.casework, { name: 'Tom', roles: ['supervisor'], administration: 'taxi' });
  });
  afterAll(() => given.close());

  const drain = () => given.casework.outbox.drain(system, {});
  const rooms = () => given.casework;
  const file = () => rooms().cases.getCase(agent, { caseId });
  const mine = () => rooms().cases.getMyCase(citizen, { caseId });
  const reopen = (more: object = {}, actor = supervisor) =>
    rooms().lifecycle.reopenCase(actor, { caseId, ...foundFlaw, ...more });
  const runs = () => given.engine.instances.filter(({ variables }) => variables['caseId'] === caseId);
  const close = async (key = 'close') => {
    await rooms().caseStore.closeCase(connectorOf(caseId), { idempotencyKey: key, reason: 'done' });
    for (const { processInstanceKey } of runs()) given.engine.ended.add(processInstanceKey);
  };
  const grant = () =>
    rooms().caseStore.recordDecision(connectorOf(caseId), {
      idempotencyKey: 'grant',
      outcome: 'granted',
      grounds: [],
      amount: 100,
    });

  beforeEach(async () => {
    given.clock.set('2026-11-25T09:00:00Z');
    count += 1;
    citizen = await givenCitizen(given.casework, `Applicant ${count}`);
    caseId = await givenCase(given.casework, citizen);
    await drain();
    await grant();
    await close();
  });

  test('its applicant reads why, a task waits, and its term begins anew', async () => {
    given.clock.set('2027-02-01T09:00:00Z');

    const after = await reopen();

    expect(after).toMatchObject({ bar: 'open', reopenings: [{ ...foundFlaw, state: 'done', proposedBy: 'Sofie' }] });
    const seen = await mine();
    expect(seen.status).toBe('inInstruction');
    expect(seen.timeline[0]?.text.fr).toBe(
      `Le dossier est rouvert\u00a0: une erreur a été constatée. ${foundFlaw.reason}`,
    );
    expect(seen.terms[0]).toMatchObject({ key: 'decision', state: 'running', startedOn: '2027-02-01' });
    await drain();
    expect(runs()).toHaveLength(2);
    expect(runs().at(-1)?.processDefinitionId).toBe('housing.rent-aid_v1.platform-reopened-case');
  });

  test('what is restricted stays masked, is lost for nobody, and is known to its new process', async () => {
    await reopen();
    await drain();

    expect((await file()).data).not.toHaveProperty('lastName');
    expect((await mine()).data).toMatchObject({ lastName: 'Léa' });
    expect(runs().at(-1)?.variables['application']).toMatchObject({ lastName: 'Léa' });
  });

  test('while the platform’s own task waits nobody is offered to withdraw it, for no process would hear', async () => {
    await reopen();
    await drain();

    expect((await mine()).canWithdraw).toBe(false);
    await expect(rooms().cases.withdraw(citizen, { caseId, reason: 'Plus besoin' })).rejects.toMatchObject({
      code: 'WITHDRAWAL_UNHEARD',
    });
    expect((await mine()).timeline[0]?.kind).toBe('reopened');
  });

  test('closed again without another decision it ends as it had, and is kept from the new closure on', async () => {
    await reopen();
    await drain();
    given.clock.set('2027-06-01T09:00:00Z');

    await close('again');

    expect((await file()).status).toBe('granted');
    const [row] = await given.database.query<{ on: string }>(
      'select closed_at::date::text as on from casework.case_file where id = $1',
      [caseId],
    );
    expect(row?.on).toBe('2027-06-01');
  });

  test('what was decided anew counts, and numbers know one case', async () => {
    const facts = async (to: string) => {
      const overview = await rooms().insight.getNumbers(supervisor, {
        from: '2026-11-01',
        to,
        procedureKey: 'rent-aid',
      });
      return overview.total;
    };
    const before = await facts('2026-11-30');
    given.clock.set('2026-11-26T09:00:00Z');
    await reopen();
    const open = await facts('2026-11-30');
    expect(open.inflow).toBe(before.inflow);
    expect(open.stock).toBe(before.stock + 1);

    await rooms().caseStore.recordDecision(connectorOf(caseId), {
      idempotencyKey: 'refuse',
      outcome: 'refused',
      grounds: [{ code: 'R2' }],
    });
    await close('again');

    expect((await file()).status).toBe('refused');
    expect(await facts('2026-11-30')).toMatchObject({ inflow: before.inflow, stock: before.stock });
  });

  test('pressed twice at once it is reopened once; by two people the second is told that it is open', async () => {
    const both = await Promise.all([reopen(), reopen()]);
    expect(both.map(({ reopenings }) => reopenings.length)).toEqual([1, 1]);

    const other = await givenStaff(given.casework, { name: 'Saïd', roles: ['supervisor'] });
    await expect(reopen({}, other)).rejects.toMatchObject({ code: 'CASE_NOT_CLOSED' });
    await drain();
    expect(runs()).toHaveLength(2);
  });

  test('only who may does, with a reason that can be read, and only of their administration', async () => {
    await expect(reopen({}, agent)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(reopen({}, elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(reopen({}, citizen)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(reopen({ reason: ' \u200b ' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(reopen({ reason: 'x'.repeat(2001) })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect((await mine()).status).toBe('granted');
  });

  test('while its process goes on it cannot be', async () => {
    for (const { processInstanceKey } of runs()) given.engine.ended.delete(processInstanceKey);
    await expect(reopen()).rejects.toMatchObject({ code: 'CASE_NOT_CLOSED' });
  });

  test('while an appeal runs only what came of that reopens it', async () => {
    await rooms().lifecycle.recordAppeal(agent, { caseId, receivedOn: '2026-11-25', summary: 'Je conteste.' });
    await expect(reopen()).rejects.toMatchObject({ code: 'APPEAL_RUNNING' });

    await reopen({ ground: 'appeal' });

    expect((await mine()).timeline[0]?.text.nl).toContain('na een beroep');
  });

  test('a lost answer of the engine starts no second process', async () => {
    await reopen();
    given.engine.failNext('uncertain');
    await drain();
    given.clock.set('2026-11-25T09:10:00Z');
    await drain();

    const left = runs().filter(({ processInstanceKey: key }) => !given.engine.canceled.includes(key));
    expect(left).toHaveLength(2);
  });
});

describe('reopening with four eyes', () => {
  let given: TestCasework;
  let caseId = '';
  let agent: Actor;
  /** Who is the same person as the agent, under another account. */
  let other: Actor;
  let colleague: Actor;
  let citizen: Actor;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework, declaring({ process: 'rent-aid', by: 'agents', fourEyes: true }));
    const nationalNumber = numberOfCitizen('Agnès');
    agent = await givenStaff(given.casework, { name: 'Agnès', roles: ['agent'], nationalNumber });
    other = await givenStaff(given.casework, { name: 'Agnès too', roles: ['agent'], nationalNumber });
    colleague = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    citizen = await givenCitizen(given.casework);
  });
  afterAll(() => given.close());

  beforeEach(async () => {
    caseId = await givenCase(given.casework, citizen);
    await given.casework.caseStore.closeCase(connectorOf(caseId), { idempotencyKey: 'close', reason: 'x' });
  });

  const lifecycle = () => given.casework.lifecycle;
  const propose = () => lifecycle().reopenCase(agent, { caseId, ...foundFlaw });
  const decide = (actor: Actor, reopeningId: string, more: object = {}) =>
    lifecycle().decideReopening(actor, { caseId, reopeningId, isApproved: true, reason: '', ...more });
  const status = async () => (await given.casework.cases.getMyCase(citizen, { caseId })).status;

  test('who proposed it does not approve it; a colleague does, and the declared process runs', async () => {
    const [proposed] = (await propose()).reopenings;
    const id = proposed?.id ?? '';
    expect(await status()).toBe('closed');
    await expect(decide(agent, id)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await expect(decide(other, id)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    expect(await lifecycle().getReopenings(other, { caseId })).toMatchObject({ mayDecide: false });
    expect(await lifecycle().getReopenings(colleague, { caseId })).toMatchObject({ bar: 'proposed', mayDecide: true });

    await decide(colleague, id);

    expect(await status()).toBe('inInstruction');
    // Its own process hears that it is withdrawn.
    expect((await given.casework.cases.getMyCase(citizen, { caseId })).canWithdraw).toBe(true);
    await expect(decide(colleague, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await given.casework.outbox.drain(system, {});
    expect(given.engine.instances.at(-1)?.processDefinitionId).toBe('housing.rent-aid.rent-aid');
  });

  test('refused it stays closed and its applicant reads nothing of it; a new proposal is free', async () => {
    const [proposed] = (await propose()).reopenings;
    await expect(decide(colleague, proposed?.id ?? '', { isApproved: false })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });

    await decide(colleague, proposed?.id ?? '', { isApproved: false, reason: 'Pas d’erreur.' });

    expect(await status()).toBe('closed');
    given.clock.set('2026-11-26T09:00:00Z');
    const { timeline } = await given.casework.cases.getMyCase(citizen, { caseId });
    expect(JSON.stringify(timeline)).not.toContain('erreur');
    expect((await propose()).reopenings.map(({ state }) => state)).toEqual(['proposed', 'refused']);
  });
});

test('a procedure that declares nothing reopens nothing, and one that is unclear is not published', async () => {
  const given = await openTestCasework();
  try {
    await givenAdministrations(given.casework);
    await expect(givenPublished(given.casework, declaring({}))).rejects.toMatchObject({ code: 'PROCEDURE_INVALID' });
    await expect(
      givenPublished(given.casework, declaring({ process: 'lost', terms: ['never'] })),
    ).rejects.toMatchObject({ code: 'PROCEDURE_INVALID' });
    await givenPublished(given.casework, declaring(undefined));
    const citizen = await givenCitizen(given.casework);
    const caseId = await givenCase(given.casework, citizen);
    await given.casework.caseStore.closeCase(connectorOf(caseId), { idempotencyKey: 'close', reason: 'x' });
    const supervisor = await givenStaff(given.casework, { name: 'Sofie', roles: ['supervisor'] });
    await expect(given.casework.lifecycle.reopenCase(supervisor, { caseId, ...foundFlaw })).rejects.toMatchObject({
      code: 'CASE_NOT_REOPENABLE',
    });
  } finally {
    await given.close();
  }
});

test('on the real engine the work on a reopened case is a task of its group', async () => {
  const given = await openRealCasework();
  try {
    await givenAdministrations(given.casework);
    await givenPublished(given.casework, declaring({ group: 'agent' }));
    const citizen = await givenCitizen(given.casework);
    const caseId = await givenCase(given.casework, citizen);
    await given.casework.caseStore.closeCase(connectorOf(caseId), { idempotencyKey: 'close', reason: 'x' });
    const supervisor = await givenStaff(given.casework, { name: 'Sofie', roles: ['supervisor', 'agent'] });
    await given.casework.lifecycle.reopenCase(supervisor, { caseId, ...foundFlaw });
    await given.casework.outbox.drain(system, {});
    await given.casework.tasks.synchronize(system, {});
    const { items } = await given.casework.tasks.listTasks(supervisor, { view: 'team' });
    const tasks = items.filter((task) => task.caseId === caseId);
    expect(tasks[0]?.name.fr).toBe('Traiter le dossier rouvert');
  } finally {
    await given.close();
  }
});
