import { type Actor, grantees, personOf, roleOf } from '@irisflow/access';
import {
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
import { structuredCommunication } from '@irisflow/identifiers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkLedger } from './index.ts';

const label = { fr: 'Redevance', nl: 'Retributie', en: 'Fee' };
const legalReference = 'Ordinance of 1 January 2026, article 3';
const refused = (code: string) => expect.objectContaining({ code });

describe('the books of an administration', () => {
  let given: TestCasework;
  let lea: Actor;
  let tom: Actor;
  let agent: Actor;
  let ada: Actor;
  let bob: Actor;
  let administrator: Actor;
  let elsewhere: Actor;
  let caseId: string;
  let connector: Actor;
  let key = 0;

  const room = () => given.casework.ledger;
  const door = () => given.casework.caseStore;
  const call = () => ({ idempotencyKey: `key-${(key += 1)}` });
  const ask = (amount: string, more: object = {}) =>
    door().askPayment(connector, { ...call(), kind: 'fee', label, legalReference, amount, days: 30, ...more });
  const take = (amount: string, more: object = {}, actor = ada) =>
    room().takePayment(actor, { channel: 'counter', amount, day: '2026-11-25', reference: '', payer: '', ...more });
  const open = (receivableId: string, actor = ada) => room().getReceivable(actor, { receivableId });
  const watch = () => given.casework.terms.watchMoney(system, {});
  const told = async (receivableId: string) => {
    const rows = await given.database.query<{ message: { key: string; name: string; variables: object } }>(
      `select message from casework.outbox where message ->> 'key' = $1 order by id`,
      [receivableId],
    );
    return rows.map(({ message: { name, variables } }) => ({ name, ...variables }));
  };

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    agent = await givenStaff(given.casework, { name: 'Agnès', roles: ['agent'] });
    ada = await givenStaff(given.casework, { name: 'Ada', roles: ['accountant'] });
    bob = await givenStaff(given.casework, { name: 'Bob', roles: ['accountant'] });
    administrator = await givenStaff(given.casework, { name: 'Alma', roles: ['administrator'] });
    elsewhere = await givenStaff(given.casework, {
      name: 'Eva',
      roles: ['accountant', 'agent', 'administrator'],
      administration: 'taxi',
    });
    lea = await givenReader(given.casework, 'Léa');
    tom = await givenCitizen(given.casework, 'Tom');
    caseId = await givenCase(given.casework, lea);
    connector = connectorOf(caseId);
  });
  afterAll(() => given.close());

  test('nothing is asked before an administrator has said to which account people pay', async () => {
    await expect(ask('10.00')).rejects.toEqual(refused('PAYEE_MISSING'));
    const payee = { iban: 'BE68 5390 0754 7034', name: 'Brussels Housing', revision: 0 };
    await expect(room().setPayee(ada, payee)).rejects.toEqual(refused('FORBIDDEN'));
    await expect(room().setPayee(administrator, { ...payee, iban: 'BE68 5390 0754 7035' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      errors: [{ pointer: '/iban', keyword: 'checkDigits' }],
    });
    expect(await room().setPayee(administrator, payee)).toMatchObject({ revision: 1 });
    await expect(room().setPayee(administrator, payee)).rejects.toEqual(refused('STALE_REVISION'));
    expect(await room().getPayee(elsewhere, {})).toBeNull();
  });

  test('a process asks for a payment once, and whoever owes it reads how to pay', async () => {
    const asking = { ...call(), kind: 'fee', label, legalReference, amount: '125.50', days: 30 } as const;
    const asked = await door().askPayment(connector, asking);
    expect(await door().askPayment(connector, asking)).toEqual(asked);
    expect(asked).toMatchObject({ dueOn: '2026-12-28', amount: '125.50', iban: 'BE68539007547034' });
    expect(structuredCommunication.check(asked.communication)).toMatchObject({ ok: true });
    const mine = await room().listMine(lea, {});
    expect(mine).toMatchObject([{ id: asked.receivableId, state: 'open', rest: '125.50', paid: '0.00' }]);
    const one = await room().getMine(lea, { receivableId: asked.receivableId });
    expect(one.payee?.iban).toBe('BE68 5390 0754 7034');
    expect(one.transfer).toBe(
      `BCD\n002\n1\nSCT\n\nBrussels Housing\nBE68539007547034\nEUR125.50\n\n\n${asked.communication}`,
    );
    await expect(room().getMine(tom, { receivableId: asked.receivableId })).rejects.toEqual(refused('NOT_FOUND'));
    expect(await room().listOfOfficeCase(agent, { caseId })).toHaveLength(1);
    await expect(room().listOfOfficeCase(elsewhere, { caseId })).rejects.toEqual(refused('NOT_FOUND'));
    for (const amount of ['0.00', '1', '1.5', '-1.00', '1e3', '1234567890123.00'])
      await expect(ask(amount), amount).rejects.toEqual(refused('INPUT_INVALID'));
  });

  test('what comes in is booked by its communication, in parts and beyond, and the process hears of each', async () => {
    const { receivableId, communication } = await ask('100.00');
    expect(await take('40.10', { reference: communication, channel: 'bank' })).toMatchObject({ receivableId });
    expect(await open(receivableId)).toMatchObject({ state: 'partlyPaid', paid: '40.10', rest: '59.90' });
    await take('60.00', { receivableId });
    const after = await open(receivableId);
    expect(after).toMatchObject({ state: 'overpaid', paid: '100.00', rest: '0.00', refundDue: '0.10' });
    expect(after.transfer).toBeNull();
    await watch();
    const payment = (amount: string, rest: string) => ({
      name: 'payment.received',
      payment: { receivableId, amount, rest, day: '2026-11-25' },
    });
    expect(await told(receivableId)).toEqual([payment('40.10', '59.90'), payment('60.00', '0.00')]);
    await watch();
    expect(await told(receivableId)).toHaveLength(2);
  });

  test('a payment is reversed by name, once, and takes back what was put aside', async () => {
    const { receivableId } = await ask('50.00');
    await take('80.00', { receivableId });
    const [entry] = (await open(receivableId)).entries.filter(({ kind }) => kind === 'payment');
    const wrong = { receivableId, entryId: entry?.id ?? '', reason: 'Entered twice.' };
    const after = await room().reversePayment(ada, wrong);
    expect(after).toMatchObject({ state: 'open', paid: '0.00', rest: '50.00', refundDue: '0.00' });
    expect(after.entries.find(({ kind }) => kind === 'reversal')?.reverses).toBe(entry?.number);
    expect(after.payments).toEqual([
      { day: '2026-11-25', amount: '80.00' },
      { day: '2026-11-25', amount: '-80.00' },
    ]);
    await expect(room().reversePayment(ada, wrong)).rejects.toEqual(refused('ENTRY_REVERSED'));
    await watch();
    const payment = (amount: string, rest: string) => ({ receivableId, amount, rest, day: '2026-11-25' });
    expect(await told(receivableId)).toEqual([
      { name: 'payment.received', payment: payment('80.00', '0.00') },
      { name: 'payment.reversed', payment: payment('80.00', '50.00') },
    ]);
  });

  test('what nobody recognized waits, and is allotted in parts by whoever keeps the books', async () => {
    const [one, two] = [await ask('30.00'), await ask('30.00')];
    const { paymentId, receivableId } = await take('50.00', { reference: 'for my taxi', payer: 'T. Peeters' });
    expect(receivableId).toBeNull();
    const waits = async (actor = ada, more: object = {}) => (await room().listWaitingPayments(actor, more)).items;
    expect(await waits()).toMatchObject([{ id: paymentId, rest: '50.00', payer: 'T. Peeters' }]);
    expect(await waits(ada, { search: 'PÉETERS taxi' })).toHaveLength(1);
    expect(await waits(ada, { search: 'nobody' })).toEqual([]);
    expect(await waits(elsewhere)).toEqual([]);
    const allot = (parts: { receivableId: string; amount: string }[], actor = ada) =>
      room().allotPayment(actor, { paymentId, parts });
    const to = (receivableId: string, amount: string) => ({ receivableId, amount });
    await expect(allot([to(one.receivableId, '30.00'), to(two.receivableId, '20.01')])).rejects.toEqual(
      refused('TOO_MUCH_ALLOTTED'),
    );
    await expect(allot([to(one.receivableId, '1.00'), to(one.receivableId, '1.00')])).rejects.toEqual(
      refused('INPUT_INVALID'),
    );
    await expect(allot([to(one.receivableId, '1.00')], elsewhere)).rejects.toEqual(refused('NOT_FOUND'));
    expect(await open(one.receivableId)).toMatchObject({ state: 'open' });
    const after = await allot([to(one.receivableId, '30.00'), to(two.receivableId, '20.00')]);
    expect(after).toMatchObject({ rest: '0.00', entries: [{ kind: 'payment' }, {}, {}] });
    expect(await open(one.receivableId)).toMatchObject({ state: 'paid' });
    expect(await open(two.receivableId)).toMatchObject({ state: 'partlyPaid', rest: '10.00' });
    expect(await waits()).toEqual([]);
  });

  test('a wrong allotment is reversed and waits again; what was entered by mistake is reversed while all of it waits', async () => {
    const { receivableId } = await ask('30.00');
    const { paymentId } = await take('30.00', { reference: 'thank you', payer: 'Somebody' });
    const allotted = await room().allotPayment(ada, { paymentId, parts: [{ receivableId, amount: '30.00' }] });
    const [entered, allotment] = allotted.entries;
    const undo = (entryId: string | undefined, actor = ada) =>
      room().reverseEntryOfPayment(actor, { paymentId, entryId: entryId ?? '', reason: 'Somebody else.' });
    await expect(undo(entered?.id)).rejects.toEqual(refused('PAYMENT_ALLOTTED'));
    await expect(undo(allotment?.id, elsewhere)).rejects.toEqual(refused('NOT_FOUND'));
    expect(await undo(allotment?.id)).toMatchObject({ rest: '30.00' });
    expect(await open(receivableId)).toMatchObject({ state: 'open', rest: '30.00' });
    await expect(undo(allotment?.id)).rejects.toEqual(refused('ENTRY_REVERSED'));
    expect(await undo(entered?.id)).toMatchObject({ rest: '0.00' });
    await expect(undo(entered?.id)).rejects.toEqual(refused('ENTRY_REVERSED'));
    expect((await room().listWaitingPayments(ada, {})).items).toEqual([]);
  });

  test('what is for nothing that was asked is to be given back, in whole or in part, until that is reversed', async () => {
    const { paymentId } = await take('80.00', { payer: 'Somebody' });
    const giveBack = (amount: string) => room().giveBackPayment(ada, { paymentId, amount, reason: 'Not ours.' });
    await expect(giveBack('80.01')).rejects.toEqual(refused('TOO_MUCH_ALLOTTED'));
    const given_ = await giveBack('50.00');
    expect(given_).toMatchObject({ rest: '30.00', refundDue: '50.00' });
    const due = await room().listWaitingPayments(ada, { filter: 'refund' });
    expect(due).toMatchObject({ total: 1, items: [{ id: paymentId, refundDue: '50.00' }] });
    const { id: entryId = '' } = given_.entries.at(-1) ?? {};
    const undo = { paymentId, entryId, reason: 'It was ours.' };
    expect(await room().reverseEntryOfPayment(ada, undo)).toMatchObject({ rest: '80.00', refundDue: '0.00' });
    await giveBack('80.00');
    expect((await room().listWaitingPayments(ada, {})).items).toEqual([]);
  });

  test('what an accountant writes beside a payment stays with it', async () => {
    const { paymentId } = await take('5.00', { payer: 'Somebody' });
    await room().notePayment(ada, { paymentId, text: 'Called them, no answer.' });
    const view = await room().notePayment(bob, { paymentId, text: 'Wrote to them.' });
    expect(view.notes).toMatchObject([{ text: 'Called them, no answer.', by: 'Ada' }, { by: 'Bob' }]);
    expect((await room().listWaitingPayments(ada, {})).items).toMatchObject([{ note: 'Wrote to them.' }]);
    await expect(room().notePayment(ada, { paymentId, text: ' ' })).rejects.toEqual(refused('INPUT_INVALID'));
    await expect(room().notePayment(elsewhere, { paymentId, text: 'x' })).rejects.toEqual(refused('NOT_FOUND'));
    await room().giveBackPayment(ada, { paymentId, amount: '5.00', reason: 'Not ours.' });
  });

  test('the one open receivable of that name and amount is proposed, and never booked by itself', async () => {
    const { receivableId } = await ask('61.37');
    const { paymentId } = await take('61.37', { payer: 'LEA' });
    const [waiting] = (await room().listWaitingPayments(ada, {})).items;
    expect(waiting).toMatchObject({ id: paymentId, proposal: { receivableId, reasons: ['name', 'amount'] } });
    expect(await open(receivableId)).toMatchObject({ state: 'open' });
    await ask('61.37');
    expect((await room().listWaitingPayments(ada, {})).items).toMatchObject([{ proposal: null }]);
    const { proposals } = await room().getPayment(ada, { paymentId });
    expect(proposals.slice(0, 2)).toMatchObject([{ reasons: ['name', 'amount'] }, { reasons: ['name', 'amount'] }]);
    expect(proposals.length).toBeGreaterThan(2);
    await room().giveBackPayment(ada, { paymentId, amount: '61.37', reason: 'Not ours.' });
  });

  test('what is left is given up by a second person, and comes back when somebody pays after all', async () => {
    const { receivableId } = await ask('75.00');
    const { writeOff } = await room().askWriteOff(ada, { receivableId, reason: 'The company is bankrupt.' });
    const decision = { writeOffId: writeOff?.id ?? '', isApproved: true };
    expect(writeOff).toMatchObject({ isOwn: true, rest: '75.00' });
    await expect(room().askWriteOff(bob, { receivableId, reason: 'x y' })).rejects.toEqual(refused('WRITE_OFF_ASKED'));
    await expect(room().decideWriteOff(ada, decision)).rejects.toEqual(refused('FOUR_EYES'));
    // The same person under another account is no second one.
    const again = await givenStaff(given.casework, { name: 'Ada again', roles: ['accountant'] });
    await given.database.query('update casework.person set party_id = $2 where id = $1', [
      personOf(again).id,
      personOf(ada).partyId,
    ]);
    const twin = { ...again, person: { ...personOf(again), partyId: personOf(ada).partyId } } as Actor;
    await expect(room().decideWriteOff(twin, decision)).rejects.toEqual(refused('FOUR_EYES'));
    await expect(room().decideWriteOff(elsewhere, decision)).rejects.toEqual(refused('NOT_FOUND'));
    expect(await room().listWriteOffs(bob, {})).toMatchObject([{ receivableId, isOwn: false }]);
    expect(await room().decideWriteOff(bob, decision)).toMatchObject({ state: 'writtenOff', rest: '0.00' });
    await take('25.00', { receivableId });
    expect(await open(receivableId)).toMatchObject({ state: 'partlyPaid', paid: '25.00', rest: '50.00' });
  });

  test('whoever waits for money hears that less is owed, however that came about', async () => {
    const told = async (id: string) => {
      const rows = await given.database.query<{ payment: { amount: string; rest: string } }>(
        `select payment from casework.receivable_news where receivable_id = $1 and name = 'payment.lowered' order by id`,
        [id],
      );
      return rows.map(({ payment: { amount, rest } }) => ({ amount, rest }));
    };
    const reason = 'Less is owed.';
    // given three debts of which a part is paid
    const debts = [await ask('80.00'), await ask('80.00'), await ask('80.00')].map(({ receivableId }) => receivableId);
    for (const receivableId of debts) await take('30.00', { receivableId });
    const [lowered = '', canceled = '', givenUp = ''] = debts;
    // when one is lowered, to more and then to less than what was paid
    for (const paymentAmount of ['60.00', '20.00'])
      await door().lowerPayment(connector, { ...call(), receivableId: lowered, amount: paymentAmount, reason });
    // and one is taken back, and of one what is left is given up
    await door().cancelPayment(connector, { ...call(), receivableId: canceled, reason });
    const { writeOff } = await room().askWriteOff(ada, { receivableId: givenUp, reason });
    await room().decideWriteOff(bob, { writeOffId: writeOff?.id ?? '', isApproved: true });
    // then each process hears by how much, and what is left
    expect(await told(lowered)).toEqual([
      { amount: '20.00', rest: '30.00' },
      { amount: '30.00', rest: '0.00' },
    ]);
    expect(await told(canceled)).toEqual([{ amount: '50.00', rest: '0.00' }]);
    expect(await told(givenUp)).toEqual([{ amount: '50.00', rest: '0.00' }]);
    // and to take back what is over already tells nothing anew
    await door().cancelPayment(connector, { ...call(), receivableId: canceled, reason });
    expect(await told(canceled)).toHaveLength(1);
  });

  test('a process takes back what it asked; what was paid is to be given back', async () => {
    const { receivableId } = await ask('20.00');
    await take('5.00', { receivableId });
    const cancel = () => door().cancelPayment(connector, { ...call(), receivableId, reason: 'Asked in error.' });
    expect(await cancel()).toEqual({ refundDue: '5.00' });
    expect(await cancel()).toEqual({ refundDue: '5.00' });
    expect(await open(receivableId)).toMatchObject({ state: 'overpaid', amount: '0.00', rest: '0.00' });
    const other = connectorOf(await givenCase(given.casework, tom));
    await expect(door().cancelPayment(other, { ...call(), receivableId, reason: 'Not theirs.' })).rejects.toEqual(
      refused('INPUT_INVALID'),
    );
  });

  test('what is not paid in time is said once, and a plan of parts falls when one is missed', async () => {
    const { receivableId } = await ask('100.00', { days: 5 });
    const plan = { receivableId, count: 3, firstDueOn: '2026-12-10' };
    const granted = await door().grantInstallments(connector, { ...call(), ...plan });
    expect(granted.installments).toEqual([
      { dueOn: '2026-12-10', amount: '33.34' },
      { dueOn: '2027-01-10', amount: '33.33' },
      { dueOn: '2027-02-10', amount: '33.33' },
    ]);
    await expect(door().grantInstallments(connector, { ...call(), ...plan })).rejects.toEqual(refused('PLAN_HOLDS'));
    await take('33.34', { receivableId });
    const late = await ask('10.00', { days: 5 });
    given.clock.set('2026-12-11T09:00:00.000Z');
    await watch();
    // whoever pays in parts is asked for the next one, by its own day, and not for everything by the day of before
    const next = { amount: '33.33', dueOn: '2027-01-10' };
    expect(await open(receivableId)).toMatchObject({ state: 'inInstallments', rest: '66.66', next });
    expect(await open(late.receivableId)).toMatchObject({ state: 'overdue' });
    given.clock.set('2027-01-11T09:00:00.000Z');
    await watch();
    await watch();
    const fallen = await open(receivableId);
    expect(fallen).toMatchObject({ state: 'overdue', plan: { fallenOn: '2027-01-11' } });
    expect(fallen.next).toEqual({ amount: '66.66', dueOn: '2027-01-11' });
    expect(fallen.plan?.installments.map(({ isPaid }) => isPaid)).toEqual([true, false, false]);
    const overdue = async (id: string) => (await told(id)).filter(({ name }) => name === 'payment.overdue');
    expect(await overdue(receivableId)).toHaveLength(1);
    expect(await overdue(late.receivableId)).toEqual([
      {
        name: 'payment.overdue',
        payment: {
          receivableId: late.receivableId,
          amount: '10.00',
          rest: '10.00',
          day: '2026-12-11',
          step: 'overdue',
        },
      },
    ]);
    given.clock.set('2026-11-25T09:00:00.000Z');
  });

  test('a ladder goes on step by step while something is owed, each told once, however late the platform is', async () => {
    const ladder = { days: 5, reminderDays: 10, noticeDays: 15 };
    const owed = await ask('70.00', ladder);
    const paid = await ask('71.00', ladder);
    const planned = await ask('72.00', ladder);
    const plain = await ask('73.00', { days: 5 });
    const on = async (day: string) => {
      given.clock.set(`${day}T00:30:00.000Z`);
      await watch();
      await watch();
    };
    const steps = async ({ receivableId }: { receivableId: string }) =>
      (await open(receivableId)).steps.map(({ step, day }) => `${step} ${day}`);
    await on('2026-12-01');
    await on('2026-12-10');
    expect(await steps(owed)).toEqual(['overdue 2026-12-01']);
    await take('71.00', { receivableId: paid.receivableId });
    const plan = { receivableId: planned.receivableId, count: 2, firstDueOn: '2027-01-10' };
    await door().grantInstallments(connector, { ...call(), ...plan });
    await on('2026-12-11');
    expect(await steps(owed)).toEqual(['overdue 2026-12-01', 'reminder 2026-12-11']);
    // Away for a month: the notice comes late, and not twice.
    await on('2027-01-20');
    expect(await steps(owed)).toEqual(['overdue 2026-12-01', 'reminder 2026-12-11', 'formalNotice 2027-01-20']);
    expect(await steps(paid)).toEqual(['overdue 2026-12-01']);
    expect(await steps(plain)).toEqual(['overdue 2026-12-01']);
    // The plan fell, and the ladder begins anew with its fall.
    expect(await steps(planned)).toEqual(['overdue 2026-12-01', 'overdue 2027-01-20']);
    await on('2027-01-30');
    expect((await steps(planned)).at(-1)).toBe('reminder 2027-01-30');
    await door().cancelPayment(connector, { ...call(), receivableId: planned.receivableId, reason: 'Asked in error.' });
    await on('2027-03-01');
    expect((await steps(planned)).at(-1)).toBe('reminder 2027-01-30');
    expect(await told(owed.receivableId)).toMatchObject([
      { name: 'payment.overdue', payment: { step: 'overdue', rest: '70.00' } },
      { name: 'payment.overdue', payment: { step: 'reminder' } },
      { name: 'payment.overdue', payment: { step: 'formalNotice' } },
    ]);
    given.clock.set('2026-11-25T09:00:00.000Z');
  });

  test('a formal notice without a reminder before it is refused', async () => {
    await expect(ask('10.00', { noticeDays: 10 })).rejects.toEqual(refused('INPUT_INVALID'));
  });

  test('one is found by its communication and by who owes it', async () => {
    const found = async (search: string) => (await room().listReceivables(ada, { filter: 'all', search })).items;
    const [one] = (await room().listReceivables(ada, { filter: 'all', limit: 1 })).items;
    expect(await found(one?.communication ?? '')).toEqual([one]);
    expect(await found(String(one?.debtor).toUpperCase())).toContainEqual(one);
    expect(await found('nobody of that name')).toEqual([]);
  });

  test('a list says what is open, by its due day and page by page, and no other office reads it', async () => {
    const first = await room().listReceivables(ada, { filter: 'open', limit: 1 });
    expect(first.items).toHaveLength(1);
    const rest = await room().listReceivables(ada, { filter: 'open', limit: 100, cursor: first.nextCursor ?? '' });
    expect(rest.items.map(({ id }) => id)).not.toContain(first.items[0]?.id);
    expect(rest.items).toHaveLength(first.total - 1);
    expect(
      (await room().listReceivables(ada, { filter: 'refund' })).items.every(({ state }) => state === 'overpaid'),
    ).toBe(true);
    const { balances } = await room().getBooks(ada, {});
    expect(balances.find(({ account }) => account === 'receivable')?.balance).toBe(first.rest);
    for (const filter of ['open', 'overdue', 'refund', 'all'] as const) {
      const { items, total } = await room().listReceivables(ada, { filter, limit: 100 });
      expect(total, filter).toBe(items.length);
    }
    expect(await room().listReceivables(elsewhere, { filter: 'all' })).toMatchObject({ items: [], total: 0 });
    await expect(room().listReceivables(agent, {})).rejects.toEqual(refused('FORBIDDEN'));
    await expect(open(first.items[0]?.id ?? '', elsewhere)).rejects.toEqual(refused('NOT_FOUND'));
  });

  test('no role of the application, and no owner, changes a line or takes one out', async () => {
    for (const table of ['ledger_entry', 'ledger_line'])
      for (const statement of [`update casework.${table} set receivable_id = null`, `delete from casework.${table}`]) {
        for (const grantee of grantees)
          await expect(
            given.database.as({ role: roleOf(grantee), settings: {} }).query(statement),
            `${grantee}: ${statement}`,
          ).rejects.toMatchObject({ sqlState: '42501' });
        await expect(given.database.query(statement)).rejects.toMatchObject({ sqlState: 'P0001' });
      }
    await expect(given.database.query('truncate casework.ledger_line')).rejects.toMatchObject({ sqlState: 'P0001' });
  });

  test('the database refuses an entry that does not balance, whoever writes it', async () => {
    const [entry] = await given.database.query<{ id: string }>('select id from casework.ledger_entry limit 1');
    const add = (id: string, amounts: readonly string[]) =>
      given.database.transaction(async (tx) => {
        await tx.query(
          `insert into casework.ledger_entry (id, administration, number, kind, day, at, made_by)
           select $2, administration, 0, 'payment', day, at, made_by from casework.ledger_entry where id = $1`,
          [entry?.id, id],
        );
        for (const [place, amount] of amounts.entries())
          await tx.query(
            `insert into casework.ledger_line (entry_id, place, account, amount) values ($1, $2, 'bank', $3)`,
            [id, place, amount],
          );
      });
    for (const amounts of [[], ['1'], ['1', '-2'], ['0', '0'], ['9007199254740993', '-9007199254740992']])
      await expect(add('unbalanced', amounts), String(amounts)).rejects.toMatchObject({ sqlState: '23514' });
  });

  test('the deep check finds nothing, and then each thing that somebody planted', async () => {
    expect(await checkLedger(given.database)).toEqual([]);
    const planted: readonly (readonly [string, string])[] = [
      [`update casework.ledger_balance set balance = balance + 1 where account = 'bank'`, 'Expected account bank'],
      [`update casework.receivable_balance set rest = rest + 1 where rest > 0`, 'to have the sums of its lines'],
      [`update casework.payment_balance set suspense = suspense + 1`, 'to have in suspense'],
      [`update casework.payment_balance set refund = refund + 1`, 'to have to be given back'],
      [`update casework.receivable_tally set open = open + 1`, 'to fall due on'],
      [`update casework.ledger_book set last = last + 1`, 'Expected entries 1 to'],
      [`update casework.ledger_line set amount = amount + 1 where place = 0`, 'to balance'],
      [
        `update casework.ledger_line set account = 'loss' where account = 'receivable'
            and entry_id in (select id from casework.ledger_entry where kind = 'reversal')`,
        'to mirror entry',
      ],
      [
        `update casework.receivable set communication = '1' || substr(communication, 2) where communication not like '1%'`,
        'a communication that checks',
      ],
    ];
    for (const [damage, finding] of planted) {
      const found = await given.database
        .transaction(async (tx) => {
          await tx.query('alter table casework.ledger_line disable trigger final');
          await tx.query('alter table casework.receivable disable trigger kept');
          await tx.query(damage);
          throw await checkLedger({ ...given.database, query: tx.query.bind(tx), as: () => tx } as never);
        })
        .catch((thrown: unknown) => thrown);
      expect(found, damage).toEqual(expect.arrayContaining([expect.stringContaining(finding)]));
    }
    expect(await checkLedger(given.database)).toEqual([]);
  });
});
