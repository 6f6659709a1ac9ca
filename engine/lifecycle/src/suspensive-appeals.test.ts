import type { Actor } from '@irisflow/access';
import { usualStore } from '@irisflow/database/testing';
import { checkLedger } from '@irisflow/ledger';
import {
  appealFolder,
  connectorOf,
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenReader,
  givenStaff,
  openTestCasework,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const label = { fr: 'Amende', nl: 'Boete', en: 'Fine' };
const refused = (code: string) => expect.objectContaining({ code });

describe.each([usualStore])('an appeal that suspends, on %s', (kind) => {
  let given: TestCasework;
  let agent: Actor;
  let citizen: Actor;
  let ada: Actor;
  let bob: Actor;
  let caseId = '';
  let rightId = '';
  let fineId = '';
  let key = 0;

  const door = () => given.casework.caseStore;
  const room = () => given.casework.lifecycle;
  const call = () => ({ idempotencyKey: `key-${(key += 1)}` });
  const connector = () => connectorOf(caseId);
  const decide = (outcome: string, more: object = {}) =>
    door().recordDecision(connector(), { ...call(), outcome, grounds: [], ...more });
  const lodge = (more: object = {}, actor = citizen) =>
    room().lodgeAppeal(actor, { caseId, remedy: 0, summary: 'I was not there.', ...more });
  const fine = () => given.casework.ledger.getMine(citizen, { receivableId: fineId });
  const right = () => given.casework.rights.getMyRight(citizen, { rightId });
  const order = (more: object = {}) =>
    door().orderPayment(connector(), {
      ...call(),
      iban: 'BE68539007547034',
      amount: '10.00',
      label,
      ...more,
    });
  const watch = () => given.casework.terms.watchMoney(system, {});
  const steps = async () => (await fine()).steps.map(({ step, day }) => `${step} ${day}`);
  const on = (day: string) => given.clock.set(`${day}T09:00:00Z`);

  beforeAll(async () => {
    given = await openTestCasework({ kind });
    const { casework } = given;
    await givenAdministrations(casework);
    await givenPublished(casework, appealFolder());
    agent = await givenStaff(casework, { name: 'Agnès', roles: ['agent'] });
    ada = await givenStaff(casework, { name: 'Ada', roles: ['accountant'] });
    bob = await givenStaff(casework, { name: 'Bob', roles: ['accountant'] });
    const alma = await givenStaff(casework, { name: 'Alma', roles: ['administrator'] });
    const account = { iban: 'BE68539007547034', name: 'Housing', revision: 0 };
    await casework.ledger.setPayee(alma, account);
    await casework.payables.setPayer(alma, account);
    citizen = await givenReader(casework, 'Léa');
  }, 60_000);
  afterAll(() => given.close());

  beforeEach(async () => {
    on('2026-11-02');
    caseId = await givenCase(given.casework, citizen, `Léa ${(key += 1)}`);
    const granted = await door().changeRight(connector(), {
      ...call(),
      action: 'grant',
      kind: 'stall',
      data: { place: 'Flagey' },
    });
    rightId = granted.rightId;
    on('2026-11-10');
    await door().changeRight(connector(), { ...call(), action: 'end', rightId });
    const asked = await door().askPayment(connector(), {
      ...call(),
      kind: 'fine',
      label,
      legalReference: 'Art. 10',
      amount: '500.00',
      dueOn: '2026-11-20',
      reminderDays: 10,
      noticeDays: 10,
    });
    fineId = asked.receivableId;
    await decide('refused');
  });

  test('keeps the right as it was and nobody is reminded; both say since when', async () => {
    on('2026-11-12');
    const { appeals } = await lodge();
    expect(appeals).toMatchObject([
      { suspendedSince: '2026-11-12', endedOn: null, against: { outcome: 'refused', decidedOn: '2026-11-10' } },
    ]);
    expect(await right()).toMatchObject({
      standing: 'valid',
      heldBack: { since: '2026-11-12', state: { key: 'withdrawn' } },
      history: [{ act: 'heldBack' }, { act: 'ended' }, { act: 'granted' }],
    });
    on('2026-12-20');
    await watch();
    expect(await fine()).toMatchObject({ state: 'open', disputedOn: '2026-11-12', steps: [] });
    const { items, total } = await given.casework.ledger.listReceivables(ada, { filter: 'disputed' });
    expect(items.map(({ id }) => id)).toContain(fineId);
    expect(total).toBe(items.length);
    expect((await given.casework.ledger.listReceivables(ada, { filter: 'overdue' })).total).toBe(0);
    const office = await room().getCaseAppeals(agent, { caseId });
    expect(office).toMatchObject({
      appeals: [{ summary: 'I was not there.', suspends: ['payments', 'payouts', 'right'] }],
      remedies: [{ remedy: 0 }, { remedy: 1, suspends: [] }],
    });
  });

  test('confirmed, every clock goes on with the days that it had left, and the right ends', async () => {
    on('2026-11-12');
    await lodge();
    on('2027-01-04');
    await decide('refused', { appealOutcome: 'confirmed' });
    expect(await fine()).toMatchObject({ state: 'open', dueOn: '2027-01-12', disputedOn: null });
    expect(await right()).toMatchObject({
      standing: 'ended',
      heldBack: null,
      history: [{ act: 'enforced' }, {}, {}, {}],
    });
    on('2027-01-12');
    await watch();
    expect(await steps()).toEqual([]);
    on('2027-01-13');
    await watch();
    on('2027-01-23');
    await watch();
    await watch();
    expect(await steps()).toEqual(['overdue 2027-01-13', 'reminder 2027-01-23']);
    expect(await checkLedger(given.database)).toEqual([]);
  });

  test('lodged between two steps, it holds the next one for as long as it runs', async () => {
    on('2026-11-21');
    await watch();
    on('2026-11-25');
    await lodge();
    on('2026-12-15');
    await watch();
    expect(await steps()).toEqual(['overdue 2026-11-21']);
    await decide('inadmissible', { appealOutcome: 'inadmissible' });
    // Of the ten days to the reminder four were over.
    on('2026-12-20');
    await watch();
    expect(await steps()).toHaveLength(1);
    on('2026-12-21');
    await watch();
    expect(await steps()).toEqual(['overdue 2026-11-21', 'reminder 2026-12-21']);
  });

  test('annulled, what was asked is taken back, what was paid is to be given back by two people, and the right never ended', async () => {
    on('2026-11-12');
    await lodge();
    const paid = { channel: 'counter', amount: '200.00', day: '2026-11-14', reference: '', payer: 'Léa' } as const;
    on('2026-11-14');
    await given.casework.ledger.takePayment(ada, { ...paid, receivableId: fineId });
    on('2026-12-01');
    const { decisionId } = await decide('granted', { appealOutcome: 'annulled' });
    expect(await fine()).toMatchObject({ state: 'overpaid', amount: '0.00', refundDue: '200.00', disputedOn: null });
    expect((await room().getMyAppeals(citizen, { caseId })).appeals).toMatchObject([
      { ruling: 'annulled', endedOn: '2026-12-01', replacedBy: { id: decisionId, decidedOn: '2026-12-01' } },
    ]);
    const restored = await given.casework.rights.getRight(agent, { rightId, on: '2026-11-11' });
    expect(restored).toMatchObject({ standing: 'valid', heldBack: null });
    expect(restored.history[0]).toMatchObject({ act: 'restored', cause: { caseId } });
    const iban = 'BE68539007547034';
    await given.casework.payables.orderRefund(ada, { receivableId: fineId, iban, payee: 'Léa' });
    const { id: batchId } = await given.casework.payables.gatherBatch(ada, {
      until: '2026-12-01',
      executeOn: '2026-12-01',
    });
    await expect(given.casework.payables.releaseBatch(ada, { batchId })).rejects.toEqual(refused('FOUR_EYES'));
    expect(await given.casework.payables.releaseBatch(bob, { batchId })).toMatchObject({ state: 'released' });
  });

  test('reformed, the process lowers what was asked and says what becomes of the right', async () => {
    on('2026-11-12');
    await lodge();
    await decide('granted', { appealOutcome: 'reformed' });
    const lower = (amount: string, wanted = call()) =>
      door().lowerPayment(connector(), { ...wanted, receivableId: fineId, amount, reason: 'Reformed' });
    const once = call();
    expect(await lower('120.00', once)).toEqual({ rest: '120.00', refundDue: '0.00' });
    expect(await lower('120.00', once)).toEqual({ rest: '120.00', refundDue: '0.00' });
    await expect(lower('130.00')).rejects.toEqual(refused('INPUT_INVALID'));
    await door().changeRight(connector(), { ...call(), action: 'suspend', rightId });
    expect(await right()).toMatchObject({ standing: 'suspended', heldBack: null });
    expect(await checkLedger(given.database)).toEqual([]);
  });

  test('holds back orders that no bank has: nobody gathers them, and a batch with one is not released', async () => {
    await order();
    const gathered = await given.casework.payables.gatherBatch(ada, { until: '2026-11-10', executeOn: '2026-11-10' });
    await order();
    await lodge();
    await expect(given.casework.payables.releaseBatch(bob, { batchId: gathered.id })).rejects.toEqual(
      refused('BATCH_HELD'),
    );
    await given.casework.payables.giveUpBatch(bob, { batchId: gathered.id });
    const gather = () => given.casework.payables.gatherBatch(ada, { until: '2026-11-11', executeOn: '2026-11-11' });
    await expect(gather()).rejects.toEqual(refused('NOTHING_DUE'));
    await decide('refused', { appealOutcome: 'confirmed' });
    expect(await gather()).toMatchObject({ orders: 2 });
  });

  test('holds back what the process orders while it runs, until it is decided', async () => {
    on('2026-11-12');
    await lodge();
    const { payableId } = await order();
    const held = async () => (await given.casework.payables.listOfOfficeCase(agent, { caseId }))[0]?.heldOn;
    expect(await held()).toBe('2026-11-12');
    const gather = () =>
      given.casework.payables.gatherBatch(ada, { until: '2026-12-01', executeOn: '2026-12-01' }).catch(() => null);
    await gather();
    expect(
      (await given.casework.payables.listPayables(ada, { filter: 'ordered' })).items.map(({ id }) => id),
    ).toContain(payableId);
    on('2026-11-20');
    await decide('refused', { appealOutcome: 'confirmed' });
    expect(await held()).toBeNull();
    await order();
    expect(await held()).toBeNull();
  });

  test('ends as well where a clerk says that it was withdrawn; annulled elsewhere, it goes on until the case is decided again', async () => {
    on('2026-11-12');
    const [first] = (await lodge()).appeals;
    const end = (id = '', more: object = {}) =>
      room().endAppeal(agent, { caseId: id, outcome: 'withdrawn', reason: 'Letter', ...more });
    await end(first?.caseId);
    expect(await fine()).toMatchObject({ disputedOn: null });
    expect(await right()).toMatchObject({ standing: 'ended', heldBack: null });

    const appeal = { caseId, receivedOn: '2026-11-12', summary: 'Again', remedy: 0 };
    const [, second] = (await room().recordAppeal(agent, appeal)).appeals;
    await end(second?.id, { outcome: 'decidedElsewhere', ruling: 'annulled' });
    expect(await fine()).toMatchObject({ disputedOn: '2026-11-12' });
    await decide('granted', { appealOutcome: 'annulled' });
    expect(await fine()).toMatchObject({ state: 'canceled', disputedOn: null });
  });

  test('trap 12: suspends nothing where the law says so', async () => {
    await room().recordAppeal(agent, { caseId, receivedOn: '2026-11-10', summary: 'To the court', remedy: 1 });
    expect(await fine()).toMatchObject({ disputedOn: null });
    expect(await right()).toMatchObject({ standing: 'ended' });
  });

  test('is taken until midnight of the last day, which has moved to a Monday, by whoever it is about', async () => {
    const start = { ...call(), action: 'start', key: 'appeal', actOn: '2026-11-12' } as const;
    await door().changeTerm(connector(), start);
    const { remedies } = await room().getMyAppeals(citizen, { caseId });
    // The thirtieth day is Saturday 12 December.
    expect(remedies).toMatchObject([{ remedy: 0, until: '2026-12-14' }]);
    await expect(lodge({}, await givenCitizen(given.casework, 'Tom'))).rejects.toEqual(refused('NOT_FOUND'));
    await expect(lodge({ remedy: 1 })).rejects.toEqual(refused('APPEAL_CLOSED'));
    given.clock.set('2026-12-14T23:30:00Z');
    await expect(lodge()).rejects.toEqual(refused('APPEAL_CLOSED'));
    given.clock.set('2026-12-14T22:30:00Z');
    const once = await lodge();
    expect(await lodge()).toEqual(once);
    await expect(lodge({ summary: 'Something else' })).rejects.toEqual(refused('APPEAL_RUNS'));
    expect(once.remedies).toEqual([]);
  });

  test('is not lodged again once it was decided, though its term runs, until the case is decided anew', async () => {
    await door().changeTerm(connector(), { ...call(), action: 'start', key: 'appeal', actOn: '2026-11-12' });
    on('2026-11-12');
    await lodge();
    on('2026-11-20');
    await decide('refused', { appealOutcome: 'confirmed' });
    on('2026-11-21');
    expect(await room().getMyAppeals(citizen, { caseId })).toMatchObject({ remedies: [] });
    await expect(lodge({ summary: 'Once more.' })).rejects.toEqual(refused('APPEAL_CLOSED'));
    on('2026-11-23');
    await decide('refused');
    expect(await room().getMyAppeals(citizen, { caseId })).toMatchObject({ remedies: [{ remedy: 0 }] });
  });

  test('can be lodged again where it was withdrawn, and where the letter on it has a term of its own', async () => {
    on('2026-11-12');
    const [first] = (await lodge()).appeals;
    await room().endAppeal(agent, { caseId: first?.caseId ?? '', outcome: 'withdrawn', reason: 'Letter' });
    on('2026-11-13');
    await lodge({ summary: 'After all.' });
    on('2026-11-20');
    await decide('refused', { appealOutcome: 'confirmed' });
    expect(await room().getMyAppeals(citizen, { caseId })).toMatchObject({ remedies: [] });
    await door().changeTerm(connector(), { ...call(), action: 'start', key: 'appeal', actOn: '2026-11-24' });
    expect(await room().getMyAppeals(citizen, { caseId })).toMatchObject({ remedies: [{ remedy: 0 }] });
  });

  test('lodged in the same instant as the round of reminders, it comes before it or after it', async () => {
    on('2026-11-21');
    await Promise.all([watch(), lodge()]);
    const told = await given.database.query<{ is_held: boolean; told_at: string | null }>(
      'select is_held, told_at from casework.receivable_news where receivable_id = $1',
      [fineId],
    );
    expect(told.length).toBeLessThanOrEqual(1);
    for (const { is_held: isHeld, told_at: at } of told) expect(isHeld).toBe(at === null);
    on('2026-12-05');
    await watch();
    expect(await steps()).toHaveLength(told.length);
    await decide('refused', { appealOutcome: 'confirmed' });
    await watch();
    await watch();
    expect(await steps()).toHaveLength(1);
  });
});
