import { type Actor, scopeOf } from '@irisflow/access';
import { usualStore } from '@irisflow/database/testing';
import {
  connectorOf,
  findPlanted,
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenStaff,
  obligationFolder,
  openTestCasework,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkObligations } from './index.ts';

const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< >>\n%%EOF\n');

const content = async function* bytes(): AsyncGenerator<Uint8Array> {
  yield pdf;
};

describe.each([usualStore])('obligations on %s', (kind) => {
  let given: TestCasework;
  let holder: Actor;
  let clerk: Actor;
  /** Of another administration. */
  let driver: Actor;
  let caseId = '';
  let rightId = '';
  let count = 0;

  const room = () => given.casework.obligations;
  const verb = (action: string, more: object = {}, key = `${action}-${(count += 1)}`) =>
    given.casework.caseStore.changeObligation(connectorOf(caseId), { idempotencyKey: key, action, ...more } as never);
  const start = (more: object = {}, key?: string) => verb('start', { obligation: 'turnover', rightId, ...more }, key);
  const right = (action: string, more: object) =>
    given.casework.caseStore.changeRight(connectorOf(caseId), {
      idempotencyKey: `right-${(count += 1)}`,
      action,
      ...more,
    } as never);
  const watch = () => room().watch(system, {});
  const on = async (day: string): Promise<number> => {
    given.clock.set(`${day}T01:00:00Z`);
    return watch();
  };
  const told = async () => {
    await given.casework.outbox.drain(system, {});
    return given.engine.messages
      .filter(({ name }) => name.includes('.obligation.'))
      .map(({ name, correlationKey, variables }) => {
        const { occurrenceId, day, step, outcome } = (variables as { obligation: Record<string, unknown> }).obligation;
        expect(correlationKey).toBe(occurrenceId);
        return [name.replace(/^.*\.obligation\./, ''), day, ...[step ?? outcome].filter((one) => one !== null)];
      });
  };
  const view = async (actor = clerk) => (await room().listObligations(actor, { rightId }))[0];
  const opened = async () => (await view())?.occurrences[0]?.id ?? '';
  const submit = (occurrenceId: string, sales = 1200.5, more: object = {}, actor = holder) =>
    room().submitEvidence(actor, { occurrenceId, data: { sales, ...more } });
  const upload = (occurrenceId: string, pointer = '/statement') =>
    room().addEvidence(holder, { occurrenceId, pointer, name: 'ventes.pdf', content: content() });
  const judge = (occurrenceId: string, verdict: string, more: object = {}, actor = clerk) =>
    room().judgeOccurrence(actor, { occurrenceId, verdict, ...more } as never);

  beforeEach(async () => {
    given = await openTestCasework({ kind });
    await givenAdministrations(given.casework);
    holder = await givenCitizen(given.casework, 'Noa Peeters');
    clerk = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    driver = await givenStaff(given.casework, { name: 'Dina', roles: ['agent'], administration: 'taxi' });
    given.clock.set('2026-02-10T09:00:00Z');
    await givenPublished(given.casework, obligationFolder());
    caseId = await givenCase(given.casework, holder);
    ({ rightId } = await right('grant', { kind: 'stall', data: { place: 'Flagey' } }));
    await given.casework.outbox.drain(system, {});
  });
  afterEach(async () => {
    const found = await checkObligations(given.database);
    await given.close();
    if (found.length > 0) throw new Error(found.join('\n'));
  });

  test('begin once on a right, and are planned from their rule without a row', async () => {
    const reply = await start({}, 'first');
    expect(reply).toMatchObject({ nextDay: '2026-03-31', nextOpensOn: '2026-03-11' });
    expect(await start({}, 'first')).toEqual(reply);
    expect(await start({}, 'again')).toEqual(reply);
    expect(await view()).toMatchObject({
      name: { en: 'Turnover of the quarter' },
      state: 'running',
      occurrences: [],
      planned: [
        { day: '2026-03-31', opensOn: '2026-03-11', dueOn: '2026-03-31' },
        { day: '2026-06-30', dueOn: '2026-06-30' },
        { day: '2026-09-30', dueOn: '2026-09-30' },
        { day: '2026-12-31', dueOn: '2026-12-31' },
      ],
    });
    expect(await given.database.query('select id from casework.obligation_occurrence')).toEqual([]);
    await expect(start({ rightId: 'elsewhere' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(start({ obligation: 'elsewhere' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('open, are due and climb their ladder, each once, and the process is told', async () => {
    await start();
    expect(await on('2026-03-10')).toBe(0);
    expect(await on('2026-03-11')).toBe(1);
    expect(await watch()).toBe(0);
    expect(await on('2026-03-31')).toBe(0);
    expect(await on('2026-04-01')).toBe(1);
    expect(await on('2026-04-15')).toBe(1);
    expect(await on('2026-04-29')).toBe(0);
    // Two days late, of everything that came meanwhile.
    expect(await on('2026-06-12')).toBe(3);
    expect(await told()).toEqual([
      ['opened', '2026-03-31'],
      ['due', '2026-03-31'],
      ['overdue', '2026-03-31', 'reminder'],
      ['opened', '2026-06-30'],
      ['overdue', '2026-03-31', 'notice'],
      ['overdue', '2026-03-31', 'suspension'],
    ]);
    expect((await view())?.occurrences).toMatchObject([
      { day: '2026-06-30', state: 'open', isOverdue: false, step: null },
      { day: '2026-03-31', state: 'open', isOverdue: true, step: { en: 'Proposal to suspend' } },
    ]);
    const rights = await given.casework.rights.getRight(clerk, { rightId });
    expect(rights.standing).toBe('valid');
  });

  test('a due day on which offices are closed moves to the next working day', async () => {
    const administrator = await givenStaff(given.casework, { name: 'Ada', roles: ['administrator'] });
    const name = { fr: 'Fermeture', nl: 'Sluiting', en: 'Closed' };
    const closure = { name, recurs: 'once', from: '2026-03-31', to: '2026-04-03' } as const;
    await given.casework.terms.addClosure(administrator, closure);
    await start();
    // After the closure come a weekend and Easter Monday.
    expect((await view())?.planned[0]).toMatchObject({ day: '2026-03-31', opensOn: '2026-03-11', dueOn: '2026-04-07' });
    await on('2026-03-11');
    expect(await on('2026-04-07')).toBe(0);
    expect(await on('2026-04-08')).toBe(1);
  });

  test('what was due before an obligation was laid on a right is not asked for, however long ago it begins', async () => {
    expect(await start({ from: '1984-06-15' })).toMatchObject({ nextDay: '2026-03-31', nextOpensOn: '2026-03-11' });
    expect(await on('2026-03-11')).toBe(1);
    expect((await view())?.occurrences.map(({ day }) => day)).toEqual(['2026-03-31']);
    expect(await told()).toEqual([['opened', '2026-03-31']]);
    const { timeline } = await given.casework.cases.getCase(clerk, { caseId });
    expect(timeline.map(({ text }) => text.en)).toContain(
      'An obligation begins, to be met by 31/03/2026 for the first time: Turnover of the quarter.',
    );
  });

  test.each([
    { from: '0001-01-01' },
    { from: '9999-12-31' },
    { until: '9999-12-31' },
    { from: '2026-03-01', until: '2026-02-28' },
  ])('days that no obligation has are refused: %o', async (days) => {
    await expect(start(days)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('asked again for a day in a far century, the office is told so', async () => {
    await start();
    await on('2026-03-11');
    const id = await opened();
    await expect(judge(id, 'askAgain', { reason: 'Sign it.', until: '9999-12-31' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      errors: [{ pointer: '/until' }],
    });
  });

  test('whoever gets days back is not said to be late before the last of them is over', async () => {
    await start();
    await on('2026-03-11');
    await on('2026-03-20');
    await right('suspend', { rightId, reason: 'Works.' });
    await watch();
    given.clock.set('2026-03-24T01:00:00Z');
    await right('resume', { rightId, reason: 'Done.' });
    await watch();
    // Four days later is a Saturday before Easter Monday.
    expect((await view())?.occurrences).toMatchObject([{ dueOn: '2026-04-07' }]);
    expect(await on('2026-04-05')).toBe(0);
    expect(await on('2026-04-07')).toBe(0);
    expect(await on('2026-04-08')).toBe(1);
  });

  test('a process that begins with an occurrence has the handle of the case of the right', async () => {
    await start();
    await on('2026-03-11');
    await given.casework.outbox.drain(system, {});
    const [message] = given.engine.messages.filter(({ name }) => name === 'housing.rent-aid.obligation.opened');
    expect(message?.variables).toMatchObject({
      caseId,
      caseHandle: expect.any(String),
      obligation: { key: 'turnover' },
      parameters: { income: { max: expect.anything() } },
    });
    expect(JSON.stringify(message?.variables)).not.toContain('Peeters');
  });

  test('are answered by a form with its files, within the grace, and then by nobody any more', async () => {
    await start();
    await on('2026-03-11');
    const id = await opened();
    const [one, other] = [await upload(id), await upload(id)];
    await expect(upload(id)).rejects.toMatchObject({ code: 'DOCUMENT_LIMIT' });
    await expect(upload(id, '/sales')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await room().removeEvidence(holder, { occurrenceId: id, documentId: other.id });
    const left = await upload(id);
    await on('2026-04-20');
    await expect(submit(id, -1)).rejects.toMatchObject({ code: 'FORM_INVALID' });
    const { name, size, sha256 } = one;
    const sent = await submit(id, 1200.5, { statement: [{ id: one.id, name, size, sha256 }] });
    expect(sent).toMatchObject({ state: 'submitted', isOpen: false, isOverdue: false, documents: [{ id: one.id }] });
    // What was left out of the answer is gone.
    expect(await given.database.query('select id from casework.document where id = $1', [left.id])).toEqual([]);
    await expect(submit(id)).rejects.toMatchObject({ code: 'OBLIGATION_CLOSED' });
    await expect(upload(id)).rejects.toMatchObject({ code: 'OBLIGATION_CLOSED' });
    // Nobody is reminded while the office looks at it.
    expect(await on('2026-05-30')).toBe(0);
    await judge(id, 'accept');
    await expect(submit(id)).rejects.toMatchObject({ code: 'OBLIGATION_CLOSED' });
    await expect(judge(id, 'refuse', { reason: 'x' })).rejects.toMatchObject({ code: 'OBLIGATION_SETTLED' });
    expect(await told()).toEqual([
      ['opened', '2026-03-31'],
      ['due', '2026-03-31'],
      ['overdue', '2026-03-31', 'reminder'],
      ['submitted', '2026-03-31'],
      ['settled', '2026-03-31', 'accepted'],
    ]);
  });

  test('are not answered once the grace is over, unless the office asks again', async () => {
    await start();
    await on('2026-03-11');
    const id = await opened();
    given.clock.set('2026-05-16T09:00:00Z');
    await expect(submit(id)).rejects.toMatchObject({ code: 'OBLIGATION_CLOSED' });
    await watch();
    await expect(judge(id, 'askAgain', { reason: 'Encore' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(judge(id, 'askAgain', { until: '2026-06-30' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await judge(id, 'askAgain', { reason: 'Encore', until: '2026-06-05' });
    // Whoever is asked again has until then before the ladder goes on.
    expect(await on('2026-06-05')).toBe(0);
    await submit(id);
    expect((await room().getMyOccurrence(holder, { occurrenceId: id })).history.map(({ act }) => act)).toEqual([
      'submitted',
      'askedAgain',
      'overdue',
      'overdue',
      'due',
      'opened',
    ]);
  });

  test('that are refused go on up the ladder, and those that are waived do not', async () => {
    await start();
    await on('2026-03-11');
    const id = await opened();
    await submit(id);
    await expect(judge(id, 'refuse')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await judge(id, 'refuse', { reason: 'Chiffres incomplets' });
    expect(await on('2026-04-01')).toBe(1);
    await verb('settle', { occurrenceId: id, verdict: 'waive', reason: 'Force majeure' });
    expect(await on('2026-06-09')).toBe(0);
    expect(await room().getOccurrence(clerk, { occurrenceId: id })).toMatchObject({
      state: 'waived',
      verdicts: [],
      ladder: [
        { step: null, on: '2026-04-01', isTold: true },
        { step: { en: 'Reminder' }, on: '2026-04-15', isTold: false },
        {},
        {},
      ],
      history: [
        { act: 'waived', reason: 'Force majeure', author: null },
        { act: 'due' },
        { act: 'refused', reason: 'Chiffres incomplets', author: 'Bart' },
        { act: 'submitted' },
        { act: 'opened' },
      ],
    });
  });

  test('rest while the right is suspended, and go on with the days that were left', async () => {
    await start();
    await on('2026-03-11');
    given.clock.set('2026-03-21T09:00:00Z');
    await right('suspend', { rightId });
    expect(await watch()).toBe(1);
    expect(await view()).toMatchObject({ state: 'paused' });
    // What would have been due on 30 June is asked of nobody.
    expect(await on('2026-07-10')).toBe(0);
    given.clock.set('2026-07-20T09:00:00Z');
    await right('resume', { rightId });
    expect(await watch()).toBe(1);
    expect(await view()).toMatchObject({
      state: 'running',
      occurrences: [{ day: '2026-03-31', dueOn: '2026-07-30', state: 'open' }],
      planned: [{ day: '2026-09-30' }, {}, {}, {}],
    });
    expect(await on('2026-07-30')).toBe(0);
    expect(await on('2026-07-31')).toBe(1);
  });

  test('end with the right or with the word of a process, and what is open is dropped', async () => {
    await start();
    await on('2026-03-11');
    const id = await opened();
    await right('end', { rightId, effectiveOn: '2026-03-20' });
    expect(await on('2026-03-19')).toBe(0);
    expect(await on('2026-03-20')).toBe(2);
    expect(await watch()).toBe(0);
    await expect(submit(id)).rejects.toMatchObject({ code: 'OBLIGATION_CLOSED' });
    expect(await view()).toMatchObject({ state: 'ended', ended: 'rightEnded', planned: [] });
    expect((await told()).at(-1)).toEqual(['settled', '2026-03-31', 'dropped']);
    // A process that was on its way meanwhile stands not still for it, and nobody is asked anything.
    expect(await start()).toMatchObject({ nextDay: null, nextOpensOn: null });
    expect(await watch()).toBe(0);
  });

  test('are planned no further than their right goes', async () => {
    await start();
    await on('2027-10-15');
    expect((await view())?.planned.map(({ day }) => day)).toEqual(['2027-12-31']);
  });

  test('that a process ends are over, and another one may begin', async () => {
    const { obligationId } = await start({ until: '2026-12-30' });
    await on('2026-09-10');
    await verb('end', { obligationId });
    await verb('end', { obligationId });
    expect(await watch()).toBe(3);
    expect(await view()).toMatchObject({ state: 'ended', ended: 'released' });
    const other = await start({ from: '2026-01-01', until: '2026-12-30' });
    expect(other.obligationId).not.toBe(obligationId);
    await expect(start({ from: '2026-02-01', until: '2026-01-01' })).resolves.toEqual(other);
  });

  test('end with their last day, and ask for nothing after it', async () => {
    await start({ until: '2026-06-30' });
    expect((await view())?.planned.map(({ day }) => day)).toEqual(['2026-03-31', '2026-06-30']);
    await on('2026-12-31');
    expect((await view())?.occurrences.map(({ day }) => day)).toEqual(['2026-06-30', '2026-03-31']);
    expect((await view())?.planned).toEqual([]);
  });

  test('are read by their office and their holder, and by nobody else', async () => {
    await start();
    await on('2026-03-11');
    const id = await opened();
    const stranger = await givenCitizen(given.casework, 'Max Maes');
    await expect(submit(id, 1, {}, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(room().listMyObligations(stranger, { rightId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(room().getOccurrence(driver, { occurrenceId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(judge(id, 'waive', { reason: 'x' }, driver)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(judge(id, 'waive', { reason: 'x' }, holder)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await room().listOccurrences(driver, { wanted: 'open' })).toEqual([]);
    expect(await room().listOccurrences(clerk, { wanted: 'open' })).toMatchObject([
      { id, holder: 'Noa Peeters', name: { fr: 'Chiffre d’affaires du trimestre' } },
    ]);
    await on('2026-04-02');
    expect(await room().listOccurrences(clerk, { wanted: 'open' })).toEqual([]);
    expect(await room().listOccurrences(clerk, { wanted: 'overdue' })).toMatchObject([{ id, isOverdue: true }]);
    await submit(id);
    expect(await room().listOccurrences(clerk, { wanted: 'overdue' })).toEqual([]);
    expect(await room().listOccurrences(clerk, { wanted: 'toVerify' })).toMatchObject([{ id, state: 'submitted' }]);
    expect(await room().listMyObligations(holder, { rightId })).toMatchObject([{ occurrences: [{ id }] }]);
  });

  test.each([
    ['one that opened never', `delete from casework.obligation_event where act = 'opened'`, 'to have opened once'],
    ['one told more than it says', 'update casework.obligation_occurrence set told = told + 1', 'to be told of'],
    [
      'a window that comes again',
      `update casework.obligation set next_day = starts_on, opens_on = starts_on`,
      'Expected the next window',
    ],
    [
      'one that goes on after its end',
      `update casework.obligation set state = 'ended', ended = 'released', paused_on = null`,
      'Expected nothing to come of obligation',
    ],
  ])('the deep check finds %s', async (_, damage, finding) => {
    await start();
    await on('2026-03-11');
    const found = await findPlanted(given.database, [damage], checkObligations);
    expect(found).toEqual([expect.stringContaining(finding)]);
  });

  test('nobody changes what happened, answers for others, or says that they are somebody else', async () => {
    await start();
    await on('2026-03-11');
    const id = await opened();
    for (const actor of [clerk, holder, connectorOf(caseId)]) {
      const database = given.database.as(scopeOf(actor, given.clock.now()));
      for (const statement of [
        `update casework.obligation_event set act = 'waived' where occurrence_id = $1`,
        `delete from casework.obligation_event where occurrence_id = $1`,
        `delete from casework.obligation_occurrence where id = $1`,
        `update casework.obligation_occurrence set case_id = 'x' where id = $1`,
        `update casework.obligation_occurrence set told = 0 where id = $1`,
      ])
        await expect(database.query(statement, [id])).rejects.toMatchObject({ sqlState: '42501' });
    }
    // A holder answers, and judges nothing.
    const accept = `update casework.obligation_occurrence set state = 'accepted' where id = $1`;
    await expect(given.database.as(scopeOf(holder, given.clock.now())).query(accept, [id])).rejects.toMatchObject({
      sqlState: '42501',
    });
    const own = given.database.as(scopeOf(holder, given.clock.now()));
    const insert = `insert into casework.obligation_event (obligation_id, administration, case_id, person_id, at, act, author)
      select obligation_id, administration, case_id, person_id, now(), 'waived', 'somebody' from casework.obligation_occurrence where id = $1`;
    await expect(own.query(insert, [id])).rejects.toMatchObject({ sqlState: '42501' });
    // What opened cannot open twice, whoever asks.
    await expect(
      given.database.query(
        `insert into casework.obligation_event (obligation_id, occurrence_id, administration, case_id, person_id, at, act)
         select obligation_id, id, administration, case_id, person_id, now(), 'opened' from casework.obligation_occurrence where id = $1`,
        [id],
      ),
    ).rejects.toMatchObject({ sqlState: '23505' });
  });
});
