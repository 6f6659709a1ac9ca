import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import type { FolderFile } from '@irisflow/procedures';
import {
  connectorOf,
  findPlanted,
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  sampleProcedureChanging,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import { checkTerms } from './index.ts';

const text = (name: string) => ({ fr: name, nl: name, en: name });
const term = (key: string, length: number, more: object = {}) => ({
  key,
  label: text(key),
  length,
  kind: 'calendarDays',
  legalRef: `art. ${key}`,
  ...more,
});

const terms = [
  term('decision', 60, { warnAfter: 80 }),
  term('information', 30, { warnAfter: 66 }),
  term('opinion', 10, { kind: 'workingDays', calendar: 'administration' }),
  term('grant', 30, { onExpiry: 'tacitGrant' }),
  term('refusal', 30, { onExpiry: 'tacitRefusal' }),
  term('urgent', 5, { onExpiry: 'escalate' }),
  term('defence', 30, { startsAfter: 'posting' }),
  term('objection', 30, { startsAfter: 'presentation' }),
  term('service', 20, { serviceTarget: true, onExpiry: 'escalate' }),
];

/** The sample procedure with these terms. */
const folderWith = (described: readonly object[]): FolderFile[] =>
  sampleProcedureChanging('procedure.json', (description: { terms: readonly object[] }) => {
    description.terms = described;
  });

describe('the clock of terms', () => {
  let given: TestCasework;
  let citizen: Actor;
  let agent: Actor;
  let supervisor: Actor;
  let administrator: Actor;
  let caseId = '';
  let count = 0;

  beforeAll(async () => {
    // Where two clocks may really meet.
    given = await openTestCasework({ kind: 'postgres' });
    await givenAdministrations(given.casework);
    await givenPublished(given.casework, folderWith(terms));
    agent = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    supervisor = await givenStaff(given.casework, { name: 'Sofie', roles: ['supervisor'] });
    administrator = await givenStaff(given.casework, { name: 'Ada', roles: ['administrator'] });
  });
  beforeEach(async () => {
    given.clock.set('2026-11-25T09:00:00Z');
    count += 1;
    citizen = await givenCitizen(given.casework, `Applicant ${count}`);
    const draft = await given.casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'nl' });
    const data = { ...draft.data, lastName: 'Łukasz', rent: 700, hasLease: false };
    ({ caseId } = await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'nl' }));
    given.engine.messages.length = 0;
  });
  afterAll(() => given.close());

  const key = (name: string) => ({ idempotencyKey: `${name}-${count}` });
  const connector = () => connectorOf(caseId);
  const watch = () => given.casework.terms.watch(system, {});
  const mine = () => given.casework.cases.getMyCase(citizen, { caseId });
  const seen = () => given.casework.cases.getCase(agent, { caseId });
  const start = (name: string, more: object = {}) =>
    given.casework.caseStore.changeTerm(connector(), { ...key(`start-${name}`), action: 'start', key: name, ...more });
  const change = (action: 'suspend' | 'interrupt' | 'resume' | 'meet', name: string, reason?: string) =>
    given.casework.caseStore.changeTerm(connector(), {
      ...key(`${action}-${name}`),
      action,
      key: name,
      ...(reason === undefined ? {} : { reason }),
    });
  const ask = () =>
    given.casework.caseStore.requestInformation(connector(), {
      ...key('ask'),
      items: [{ key: 'lease', label: text('Lease') }],
      termKey: 'information',
    });
  /** What processes were told about one term. */
  const told = async (termId: string) => {
    await given.casework.outbox.drain(system, {});
    return given.engine.messages.filter(({ correlationKey }) => correlationKey === termId).map(({ name }) => name);
  };

  test('an information request is open until the end of a last day that moved off a weekend', async () => {
    const { requestId, dueOn, termId } = await ask();
    // Thirty days end on Christmas, a Friday: Monday the 28th.
    expect(dueOn).toBe('2026-12-28');
    given.clock.set('2026-12-28T22:59:59Z');
    await watch();
    expect((await mine()).informationRequests).toMatchObject([{ id: requestId, state: 'open', dueOn }]);
    expect(await told(termId ?? '')).toEqual(['housing.term.warning']);

    given.clock.set('2026-12-28T23:00:00Z');
    expect(await watch()).toBe(1);
    expect(await told(termId ?? '')).toEqual(['housing.term.warning', 'housing.term.expired']);
    const view = await mine();
    expect(view.informationRequests).toMatchObject([{ state: 'expired' }]);
    expect(view.awaitsApplicant).toBe(false);
    expect(view.timeline[0]).toMatchObject({ kind: 'informationExpired' });
    expect(given.engine.messages.at(-1)?.variables).toEqual({
      term: { termId, key: 'information', dueOn, effect: 'none', caseId },
    });
  });

  test('an information request is due with the new run of a term that is started again', async () => {
    const { requestId, termId } = await ask();
    given.clock.set('2026-12-10T09:00:00Z');
    const { termId: again, dueOn } = await start('information', { receivedOn: '2026-12-10' });
    expect(again).not.toBe(termId);
    expect(dueOn).toBe('2027-01-11');
    expect((await mine()).informationRequests).toMatchObject([{ id: requestId, state: 'open', dueOn }]);
    given.clock.set('2027-01-12T09:00:00Z');
    await watch();
    expect((await mine()).informationRequests).toMatchObject([{ id: requestId, state: 'expired' }]);
  });

  test.each([
    [
      'one whose end was told twice',
      `insert into casework.outbox (case_id, kind, message, state, next_at, created_at)
         select case_id, kind, message, state, next_at, created_at from casework.outbox
          where message ->> 'name' = 'term.expired' limit 1`,
      /ran out to be told once, but it was 2 times/,
    ],
    [
      'one whose end nobody was told',
      `update casework.outbox set message = message - 'key' where message ->> 'name' = 'term.expired'`,
      /ran out to be told once, but it was 0 times/,
    ],
    [
      'one that goes on although it was over',
      `update casework.term set state = 'running', ended_on = null where state = 'expired'`,
      /which goes on, not to be told as over/,
    ],
  ])('the deep check finds %s', async (_, damage, finding) => {
    await ask();
    given.clock.set('2027-01-12T09:00:00Z');
    await watch();
    expect(await checkTerms(given.database)).toEqual([]);
    expect(await findPlanted(given.database, [damage], checkTerms)).toContainEqual(expect.stringMatching(finding));
  });

  test('story 12: an answer on the last day counts, and nothing expires afterwards', async () => {
    const { requestId, termId } = await ask();
    given.clock.set('2026-12-28T22:59:59Z');
    await given.casework.cases.answerInformationRequest(citizen, { caseId, requestId, text: 'Here', items: [] });
    given.clock.set('2027-01-05T09:00:00Z');
    await watch();
    expect(await told(termId ?? '')).toEqual([]);
    const { terms: runs, term: watched } = await mine();
    expect(runs.find(({ id }) => id === termId)).toMatchObject({ state: 'met', endedOn: '2026-12-28' });
    // 25 November to 24 January was sixty days; it stood still for thirty-three of them.
    expect(watched).toMatchObject({ key: 'decision', state: 'running', dueOn: '2027-02-26' });
    expect(watched?.suspensions).toEqual([
      { kind: 'suspension', from: '2026-11-25', to: '2026-12-28', reason: '', requestId },
    ]);
  });

  test('a question whose time is over lets the decision term run on', async () => {
    await ask();
    // Even when the clock came by late.
    given.clock.set('2027-01-12T09:00:00Z');
    await watch();
    expect((await mine()).term).toMatchObject({ key: 'decision', state: 'running', dueOn: '2027-02-26' });
  });

  test('each is said once, by however many clocks and however often they start', async () => {
    const { termId } = await start('opinion');
    given.clock.set('2026-12-10T09:00:00Z');
    const moved = await Promise.all([watch(), watch(), watch()]);
    expect(moved.reduce((sum, one) => sum + one)).toBe(1);
    expect(await watch()).toBe(0);
    expect(await told(termId)).toEqual(['housing.term.expired']);
    expect((await seen()).terms.find(({ id }) => id === termId)).toMatchObject({
      state: 'expired',
      endedOn: '2026-12-09',
    });
  });

  test('two runs of one term never wake each other', async () => {
    const first = await start('opinion');
    given.clock.set('2026-11-27T09:00:00Z');
    const again = await given.casework.caseStore.changeTerm(connector(), {
      ...key('again'),
      action: 'start',
      key: 'opinion',
    });
    expect(again.termId).not.toBe(first.termId);
    given.clock.set('2026-12-12T09:00:00Z');
    await watch();
    expect(await told(first.termId)).toEqual([]);
    expect(await told(again.termId)).toEqual(['housing.term.expired']);
    expect((await seen()).terms.filter((one) => one.key === 'opinion').map(({ state }) => state)).toEqual([
      'expired',
      'replaced',
    ]);
  });

  test('a term of working days keeps working days while it is suspended', async () => {
    await start('opinion');
    given.clock.set('2026-11-27T09:00:00Z');
    await change('suspend', 'opinion', 'on leave');
    expect((await seen()).terms.find((one) => one.key === 'opinion')).toMatchObject({
      state: 'suspended',
      remainingDays: 8,
      suspensions: [{ from: '2026-11-27', to: null, reason: 'on leave' }],
    });
    given.clock.set('2026-12-23T09:00:00Z');
    expect(await change('resume', 'opinion')).toMatchObject({ dueOn: '2027-01-06' });
  });

  test('an interrupted term begins again with its whole length', async () => {
    await start('grant');
    given.clock.set('2026-12-01T09:00:00Z');
    await change('interrupt', 'grant', 'new facts');
    given.clock.set('2027-01-31T09:00:00Z');
    await watch();
    expect((await mine()).status).toBe('submitted');
    expect(await change('resume', 'grant')).toMatchObject({ dueOn: '2027-03-02' });
  });

  test('trap 4: what the office promises by itself runs beside the term of the law, and orders nothing', async () => {
    const target = async () => (await seen()).terms.find(({ key: name }) => name === 'service');
    // from the submission on, and never as the term that people watch
    expect(await target()).toMatchObject({ isServiceTarget: true, state: 'running', dueOn: '2026-12-15' });
    expect((await seen()).term).toMatchObject({ key: 'decision', dueOn: '2027-01-25' });
    // it stands still with the other
    const { requestId } = await ask();
    expect(await target()).toMatchObject({ state: 'suspended', suspensions: [{ requestId }] });
    given.clock.set('2026-11-30T09:00:00Z');
    await given.casework.cases.answerInformationRequest(citizen, { caseId, requestId, text: 'Here', items: [] });
    expect(await target()).toMatchObject({ state: 'running', dueOn: '2026-12-21' });
    // and when it is over, the law's own goes on
    given.clock.set('2026-12-22T09:00:00Z');
    await watch();
    expect(await target()).toMatchObject({ state: 'expired' });
    expect((await seen()).timeline[0]).toMatchObject({ kind: 'termEscalated' });
    expect((await mine()).term).toMatchObject({ key: 'decision', state: 'running' });
  });

  test('no applicant is asked within a target of the office: it would stand still until they answer', async () => {
    const asking = given.casework.caseStore.requestInformation(connector(), {
      ...key('ask-by-target'),
      items: [{ key: 'lease', label: text('Lease') }],
      termKey: 'service',
    });
    await expect(asking).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('trap 5: a term that begins with the presentation of a letter counts from its day, not from the posting', async () => {
    expect(await start('objection', { actOn: '2026-12-03' })).toMatchObject({ dueOn: '2027-01-04' });
    expect(await start('objection', { ...key('second'), actOn: '2026-12-07' })).toMatchObject({ dueOn: '2027-01-06' });
  });

  test('what was posted is presumed to arrive on the third working day', async () => {
    expect(await start('defence', { actOn: '2026-11-27' })).toMatchObject({ dueOn: '2027-01-04' });
    await expect(start('defence', { ...key('late'), actOn: '2025-11-20' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
  });

  test.each([
    ['grant', 'granted', 'tacitlyGranted'],
    ['refusal', 'refused', 'tacitlyRefused'],
  ])('a term of tacit %s decides when nobody did', async (name, outcome, kind) => {
    const { termId } = await start(name);
    given.clock.set('2026-12-29T09:00:00Z');
    await watch();
    const view = await mine();
    expect(view).toMatchObject({ status: outcome, decisions: [{ outcome }] });
    expect(view.decisions[0]?.grounds).toEqual([{ code: 'TACIT', text: text(`art. ${name}`) }]);
    expect(view.timeline[0]).toMatchObject({ kind });
    expect(await told(termId)).toEqual(['housing.term.expired']);
  });

  test('what the law granted is not refused by a process that was slower', async () => {
    await start('grant');
    given.clock.set('2026-12-29T09:00:00Z');
    await watch();
    const decide = (outcome: string) =>
      given.casework.caseStore.recordDecision(connector(), { ...key(outcome), outcome, grounds: [] });
    await expect(decide('refused')).rejects.toMatchObject({ code: 'CASE_ENDED' });
    await decide('granted');
    expect(await mine()).toMatchObject({ status: 'granted', decisions: [{}, {}] });
  });

  test.each(['suspend', 'interrupt'] as const)(
    'a term whose last day is over cannot be stopped (%s) before the clock comes by',
    async (action) => {
      const { termId } = await start('grant');
      given.clock.set('2026-12-29T00:10:00Z');
      await change(action, 'grant', 'too late');
      const refusal = { ...key('refuse'), outcome: 'refused', grounds: [] };
      await expect(given.casework.caseStore.recordDecision(connector(), refusal)).rejects.toMatchObject({
        code: 'CASE_ENDED',
      });
      await watch();
      expect(await mine()).toMatchObject({ status: 'granted', decisions: [{ outcome: 'granted' }] });
      expect(await told(termId)).toEqual(['housing.term.expired']);
    },
  );

  test('what a term could not undergo is not told to anybody', async () => {
    await start('grant');
    await change('resume', 'grant');
    await change('suspend', 'grant', 'first');
    await change('interrupt', 'grant', 'second');
    const kinds = (await mine()).timeline.map(({ kind }) => kind).filter((kind) => kind.startsWith('term'));
    expect(kinds).toEqual(['termSuspended', 'termStarted']);
  });

  test('a case that was decided in time is not decided again', async () => {
    const { termId } = await start('refusal');
    const grant = { ...key('decide'), outcome: 'granted', grounds: [] };
    await given.casework.caseStore.recordDecision(connector(), grant);
    given.clock.set('2026-12-29T09:00:00Z');
    await watch();
    expect(await mine()).toMatchObject({ status: 'granted' });
    expect((await mine()).decisions).toHaveLength(1);
    expect(await told(termId)).toEqual([]);
  });

  test('a term that escalates brings the tasks of the case before supervisors, as urgent', async () => {
    await given.casework.outbox.drain(system, {});
    const instance = given.engine.instances.find(({ variables }) => variables['caseId'] === caseId);
    await given.database.query(
      `insert into casework.task (id, administration, case_id, process_instance_key, element_id, state, candidate_groups,
         priority, created_at) values ($1, 'housing', $2, $3, 'instruct', 'open', '{agent}', 50, now())`,
      [`task-${count}`, caseId, instance?.processInstanceKey],
    );
    const ofSupervisor = async () =>
      (await given.casework.tasks.listTasks(supervisor, { view: 'team' })).items.filter((one) => one.caseId === caseId);
    expect(await ofSupervisor()).toEqual([]);
    await start('urgent');
    given.clock.set('2026-12-01T09:00:00Z');
    await watch();
    expect(await ofSupervisor()).toMatchObject([{ priority: 90 }]);
    expect((await seen()).timeline[0]).toMatchObject({ kind: 'termEscalated', visibleToApplicant: false });
  });

  test('an expired term keeps the tasks of its case among those that are overdue', async () => {
    await given.database.query(
      `insert into casework.task (id, administration, case_id, process_instance_key, element_id, state, candidate_groups,
         priority, created_at) values ($1, 'housing', $2, '1', 'instruct', 'open', '{agent}', 50, now())`,
      [`late-${count}`, caseId],
    );
    given.clock.set('2027-01-26T09:00:00Z');
    await watch();
    const { items } = await given.casework.tasks.listTasks(agent, { view: 'overdue' });
    expect(items.find((one) => one.caseId === caseId)).toMatchObject({ dueOn: '2027-01-25', remainingDays: -1 });
    expect((await mine()).term).toMatchObject({ state: 'expired', remainingDays: -1 });
  });

  test('the process is told the terms that run from the submission', async () => {
    await given.casework.outbox.drain(system, {});
    const instance = given.engine.instances.find(({ variables }) => variables['caseId'] === caseId);
    const runs = (await mine()).terms.map(({ key: name, id }) => [name, id]);
    expect(instance?.variables['terms']).toEqual(Object.fromEntries(runs));
    expect(new Set(runs.map(([name]) => name))).toEqual(new Set(['decision', 'service']));
  });

  describe('a calendar that changes', () => {
    const closure = { name: text('Fermeture'), recurs: 'once', from: '2026-12-02', to: '2026-12-04' } as const;
    const opinion = async () => (await seen()).terms.find((one) => one.key === 'opinion');

    test('moves the terms that run once somebody has seen what would change, and each case says so', async () => {
      await start('opinion');
      const before = (await opinion())?.dueOn;
      expect(before).toBe('2026-12-09');
      const added = await given.casework.terms.addClosure(administrator, closure);
      expect((await opinion())?.dueOn).toBe(before);

      const preview = await given.casework.terms.previewRecount(supervisor, { rules: 'own' });
      const item = preview.items.find((one) => one.caseId === caseId);
      expect(item).toMatchObject({ dueOn: '2026-12-09', newDueOn: '2026-12-14', wouldExpire: false });

      const apply = { rules: 'own', fingerprint: preview.fingerprint, reason: 'Offices closed' } as const;
      const { changed } = await given.casework.terms.applyRecount(supervisor, apply);
      expect(changed).toBe(preview.changed);
      expect((await opinion())?.dueOn).toBe('2026-12-14');
      const [entry] = (await mine()).timeline;
      expect(entry?.text.nl).toContain('14/12/2026 in plaats van 09/12/2026. Reden: Offices closed');

      await given.casework.terms.removeClosure(administrator, { closureId: added.id });
      await expect(given.casework.terms.applyRecount(supervisor, apply)).rejects.toMatchObject({
        code: 'PREVIEW_OUTDATED',
      });
    });

    test('a new term ends by the closures that are listed', async () => {
      const { id } = await given.casework.terms.addClosure(administrator, {
        name: text('Fête de l’Iris'),
        recurs: 'yearly',
        date: '11-30',
        from: '2026-01-01',
      });
      expect(await start('opinion')).toMatchObject({ dueOn: '2026-12-10' });
      await given.casework.terms.removeClosure(administrator, { closureId: id });
    });

    test('refuses a yearly day that joins what is closed in nine years to more than an office can be closed', async () => {
      const { id } = await given.casework.terms.addClosure(administrator, {
        ...closure,
        from: '2035-01-02',
        to: '2035-02-27',
      });
      const yearly = { ...closure, recurs: 'yearly', date: '02-28', from: '2026-01-01', to: null } as const;
      await expect(given.casework.terms.addClosure(administrator, yearly)).rejects.toMatchObject({
        code: 'INPUT_INVALID',
        errors: [{ pointer: '/to' }],
      });
      // one that ends before is none of it
      const before = await given.casework.terms.addClosure(administrator, { ...yearly, to: '2034-12-31' });
      for (const closureId of [id, before.id]) await given.casework.terms.removeClosure(administrator, { closureId });
    });

    test.each([
      ['/to', { ...closure, from: '2026-12-05', to: '2026-12-04' }],
      ['/date', { ...closure, recurs: 'yearly', date: '02-30' } as const],
      ['/to', { ...closure, from: '2026-12-01', to: '2027-06-01' }],
    ])('refuses at %s what no calendar can be', async (pointer, wrong) => {
      await expect(given.casework.terms.addClosure(administrator, wrong)).rejects.toMatchObject({
        code: 'INPUT_INVALID',
        errors: [{ pointer }],
      });
    });

    test('belongs to administrators; agents and other administrations have no part in it', async () => {
      const stranger = await givenStaff(given.casework, {
        name: 'Tim',
        roles: ['administrator'],
        administration: 'taxi',
      });
      const { id } = await given.casework.terms.addClosure(administrator, closure);
      expect(await given.casework.terms.listClosures(stranger, {})).toEqual([]);
      await expect(given.casework.terms.removeClosure(stranger, { closureId: id })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await expect(given.casework.terms.addClosure(supervisor, closure)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      for (const actor of [agent, citizen])
        await expect(given.casework.terms.previewRecount(actor, { rules: 'own' })).rejects.toMatchObject({
          code: 'FORBIDDEN',
        });
      expect(await given.casework.terms.previewRecount(stranger, { rules: 'own' })).toMatchObject({ counted: 0 });
      await given.casework.terms.removeClosure(administrator, { closureId: id });
    });
  });

  test('a rule that changes moves the terms that run, by the latest version of their procedure', async () => {
    await start('opinion');
    await ask();
    await givenPublished(
      given.casework,
      folderWith([terms[0] ?? {}, { ...terms[1], length: 40 }, { ...terms[2], length: 20 }]),
    );
    const ofCase = async (rules: 'own' | 'latest') =>
      (await given.casework.terms.previewRecount(administrator, { rules, procedureKey: 'rent-aid' })).items.filter(
        (one) => one.caseId === caseId,
      );
    expect(await ofCase('own')).toEqual([]);
    const changes = await ofCase('latest');
    expect(changes.map(({ dueOn, newDueOn }) => `${dueOn} to ${newDueOn}`).toSorted()).toEqual([
      '2026-12-09 to 2026-12-23',
      '2026-12-28 to 2027-01-04',
    ]);

    const scope = { rules: 'latest', procedureKey: 'rent-aid' } as const;
    const { fingerprint } = await given.casework.terms.previewRecount(administrator, scope);
    await given.casework.terms.applyRecount(administrator, { ...scope, fingerprint, reason: 'New decree' });
    // What the applicant is told to answer by is what the clock waits for.
    expect((await mine()).informationRequests).toMatchObject([{ state: 'open', dueOn: '2027-01-04' }]);
  });
});
