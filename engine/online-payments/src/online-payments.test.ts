import { checkLedger } from '@irisflow/ledger';
import { anonymous, system } from '@irisflow/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GivenPayer, givenPayer } from './testing/given-payer.ts';

const refused = (code: string) => expect.objectContaining({ code });
const minutes = (iso: string, more: number): string => new Date(Date.parse(iso) + more * 60_000).toISOString();
const start = '2026-11-25T09:00:00.000Z';

describe.each(['postgres', 'pglite'] as const)('paying online on %s', (kind) => {
  let all: GivenPayer;
  const room = () => all.given.casework.onlinePayments;
  const see = (receivableId: string) => room().getMine(all.payer, { receivableId });
  const opened = (receivableId: string) => all.given.casework.ledger.getReceivable(all.accountant, { receivableId });

  beforeAll(async () => {
    all = await givenPayer(kind);
  });
  afterAll(() => all.given.close());

  test('the provider is told what is due and where to come back to; nothing of it is said by who pays', async () => {
    const receivableId = await all.owe('125.00');
    expect(await see(receivableId)).toEqual({ payable: '125.00', latest: null });
    const providerId = await all.goToPay(receivableId);
    expect(all.scripted.payments.get(providerId)?.offered).toMatchObject({
      administration: 'housing',
      amount: '125.00',
      description: 'Redevance',
      communication: (await opened(receivableId)).communication,
      returnUrl: `http://localhost:8080/fr/my/payments/${receivableId}/online`,
      webhookUrl: 'http://localhost:8080/api/online-payments/notifications',
    });
    expect(await see(receivableId)).toMatchObject({ payable: '125.00', latest: { state: 'open', received: null } });
  });

  test('what comes in is booked where the provider has it, and the process is told', async () => {
    const receivableId = await all.owe('80.00');
    const before = await all.balanceOf('provider');
    const providerId = await all.goToPay(receivableId);
    all.scripted.capture(providerId, '80.00');
    await all.tell(providerId);
    expect(await opened(receivableId)).toMatchObject({ state: 'paid', paid: '80.00', rest: '0.00' });
    expect(await see(receivableId)).toMatchObject({ payable: null, latest: { state: 'paid', received: '80.00' } });
    expect(Number(await all.balanceOf('provider')) - Number(before)).toBeCloseTo(80);
    const rows = await all.given.database.query<{ name: string }>(
      'select name from casework.receivable_news where receivable_id = $1',
      [receivableId],
    );
    expect(rows.map(({ name }) => name)).toEqual(['payment.received']);
  });

  test('a webhook that comes again, late or after the return books nothing more, and is asked for at once', async () => {
    const receivableId = await all.owe('40.00');
    const providerId = await all.goToPay(receivableId);
    all.scripted.capture(providerId, '40.00');
    await room().comeBack(all.payer, { receivableId });
    await room().ask(system, {});
    for (let again = 0; again < 3; again += 1) await all.tell(providerId);
    expect(await opened(receivableId)).toMatchObject({ paid: '40.00', refundDue: '0.00' });
  });

  test('who clicks twice is offered the same page; two at once are too', async () => {
    const receivableId = await all.owe('30.00');
    const [one, two] = await Promise.all([all.goToPay(receivableId), all.goToPay(receivableId)]);
    expect(two).toBe(one);
    expect(await all.goToPay(receivableId)).toBe(one);
  });

  test('a provider that created and did not say so is asked the same under the same key, whoever asks in which language', async () => {
    const receivableId = await all.owe('31.00');
    const before = all.scripted.payments.size;
    all.scripted.loseAnswer();
    await expect(all.goToPay(receivableId)).rejects.toEqual(refused('PROVIDER_UNAVAILABLE'));
    expect(await see(receivableId)).toMatchObject({ payable: '31.00', latest: null });
    await all.goToPay(receivableId, 'nl');
    expect(all.scripted.payments.size).toBe(before + 1);
  });

  test('an offer that is over is replaced; both paid, the second is to be given back', async () => {
    const receivableId = await all.owe('50.00');
    const first = await all.goToPay(receivableId);
    all.given.clock.set(minutes(start, 28));
    const second = await all.goToPay(receivableId);
    all.given.clock.set(start);
    expect(second).not.toBe(first);
    all.scripted.capture(first, '50.00');
    all.scripted.capture(second, '50.00');
    await all.tell(second);
    await all.tell(first);
    expect(await opened(receivableId)).toMatchObject({ state: 'overpaid', rest: '0.00', refundDue: '50.00' });
  });

  test('what was paid otherwise meanwhile is not asked again: another amount is another offer', async () => {
    const receivableId = await all.owe('60.00');
    const first = await all.goToPay(receivableId);
    await all.given.casework.ledger.takePayment(all.accountant, {
      channel: 'counter',
      amount: '20.00',
      day: '2026-11-25',
      reference: '',
      payer: 'Léa',
      receivableId,
    });
    const second = await all.goToPay(receivableId);
    expect(second).not.toBe(first);
    expect(all.scripted.payments.get(second)?.offered.amount).toBe('40.00');
  });

  test('a plan is paid part by part', async () => {
    const receivableId = await all.owe('90.00');
    await all.given.casework.caseStore.grantInstallments(all.connector, {
      idempotencyKey: 'parts',
      receivableId,
      count: 3,
      firstDueOn: '2026-12-10',
    });
    expect((await see(receivableId)).payable).toBe('30.00');
    const providerId = await all.goToPay(receivableId);
    all.scripted.capture(providerId, '30.00');
    await all.tell(providerId);
    expect(await see(receivableId)).toMatchObject({ payable: '30.00', latest: { state: 'paid' } });
    expect((await opened(receivableId)).plan?.installments.map(({ isPaid }) => isPaid)).toEqual([true, false, false]);
  });

  test.each([
    ['refused', 'refused'],
    ['abandoned', 'abandoned'],
    ['expired', 'expired'],
  ] as const)('%s: nothing is booked, and it can be paid again', async (word, state) => {
    const receivableId = await all.owe('12.00');
    const first = await all.goToPay(receivableId);
    all.scripted.say(first, word);
    await all.tell(first);
    expect(await see(receivableId)).toMatchObject({ payable: '12.00', latest: { state, received: null } });
    expect(await all.goToPay(receivableId)).not.toBe(first);
  });

  test('what the provider says while it is being asked is asked for again, not forgotten', async () => {
    const receivableId = await all.owe('14.00');
    const providerId = await all.goToPay(receivableId);
    all.scripted.meanwhile(async () => {
      all.scripted.capture(providerId, '14.00');
      await room().hearProvider(anonymous, { id: providerId });
    });
    await all.tell(providerId);
    expect(await opened(receivableId)).toMatchObject({ state: 'open' });
    await room().ask(system, {});
    expect(await opened(receivableId)).toMatchObject({ state: 'paid', paid: '14.00' });
  });

  test('a provider that does not answer leaves what became of a payment meanwhile as it is', async () => {
    const receivableId = await all.owe('15.00');
    const providerId = await all.goToPay(receivableId);
    all.scripted.meanwhile(async () => {
      const { ledger } = all.given.casework;
      const paid = {
        channel: 'counter',
        amount: '5.00',
        day: '2026-11-25',
        reference: '',
        payer: '',
        receivableId,
      } as const;
      await ledger.takePayment(all.accountant, paid);
      // The offer of another amount takes its place, and only then does the provider not answer.
      all.given.clock.set(minutes(start, 1));
      await all.goToPay(receivableId);
      all.scripted.fail(1);
    });
    await expect(all.tell(providerId)).rejects.toEqual(refused('PROVIDER_UNAVAILABLE'));
    expect(await see(receivableId)).toMatchObject({ payable: '10.00', latest: { amount: '10.00', state: 'open' } });
    expect(await all.goToPay(receivableId)).not.toBe(providerId);
    all.scripted.capture(providerId, '15.00');
    await all.tell(providerId);
    expect(await opened(receivableId)).toMatchObject({ paid: '15.00', refundDue: '5.00' });
    all.given.clock.set(start);
  });

  test('a capture that a provider names twice in one answer is booked once', async () => {
    const receivableId = await all.owe('17.00');
    const providerId = await all.goToPay(receivableId);
    const capture = all.scripted.capture(providerId, '17.00');
    const known = all.scripted.payments.get(providerId);
    if (known !== undefined) known.word = { state: 'paid', captures: [capture, capture] };
    await all.tell(providerId);
    expect(await opened(receivableId)).toMatchObject({ state: 'paid', paid: '17.00', refundDue: '0.00' });
  });

  test('only money that came on the account is a pay-out: a capture that was booked wrongly and cash are none', async () => {
    const { ledger } = all.given.casework;
    const receivableId = await all.owe('16.00');
    const providerId = await all.goToPay(receivableId);
    all.scripted.capture(providerId, '16.00');
    await all.tell(providerId);
    const entryId = (await opened(receivableId)).entries.find(({ kind: one }) => one === 'payment')?.id ?? '';
    await ledger.reversePayment(all.accountant, { receivableId, entryId, reason: 'Not hers.' });
    const cash = { channel: 'counter', amount: '16.00', day: '2026-11-25', reference: 'cash', payer: '' } as const;
    await ledger.takePayment(all.accountant, cash);
    const before = await all.balanceOf('provider');
    const { items } = await ledger.listWaitingPayments(all.accountant, { filter: 'waits' });
    const wrong = items.filter(({ channel }) => channel === 'online' || channel === 'counter');
    expect(new Set(wrong.map(({ channel }) => channel))).toEqual(new Set(['online', 'counter']));
    for (const { id } of wrong)
      await expect(room().bookPayout(all.accountant, { paymentId: id })).rejects.toEqual(refused('NOT_A_PAYOUT'));
    expect(await all.balanceOf('provider')).toBe(before);
  });

  test('that it is paid without any money is not believed', async () => {
    const receivableId = await all.owe('13.00');
    const providerId = await all.goToPay(receivableId);
    all.scripted.say(providerId, 'paid');
    await all.tell(providerId);
    expect(await see(receivableId)).toMatchObject({ payable: '13.00', latest: { state: 'open' } });
  });

  test('a provider that is away is asked again later, without a webhook', async () => {
    const receivableId = await all.owe('14.00');
    const providerId = await all.goToPay(receivableId);
    all.scripted.capture(providerId, '14.00');
    all.scripted.fail(1);
    await expect(all.tell(providerId)).rejects.toEqual(refused('PROVIDER_UNAVAILABLE'));
    expect((await see(receivableId)).latest?.state).toBe('open');
    all.given.clock.set(minutes(start, 1));
    await room().ask(system, {});
    all.given.clock.set(start);
    expect((await see(receivableId)).latest?.state).toBe('paid');
  });

  test('what nobody could ask of for a month is over', async () => {
    const receivableId = await all.owe('15.00');
    const providerId = await all.goToPay(receivableId);
    all.given.clock.set('2027-01-10T09:00:00.000Z');
    for (let asked = 1; asked > 0;) asked = await room().ask(system, {});
    all.given.clock.set(start);
    expect((await see(receivableId)).latest?.state).toBe('expired');
    all.scripted.capture(providerId, '15.00');
    await all.tell(providerId);
    expect(await opened(receivableId)).toMatchObject({ state: 'paid' });
  });

  test('nobody pays, sees or comes back for what another one owes; nothing paid twice when nothing is left', async () => {
    const receivableId = await all.owe('16.00');
    for (const call of [
      () => room().payOnline(all.stranger, { receivableId, locale: 'nl' }),
      () => room().getMine(all.stranger, { receivableId }),
      () => room().comeBack(all.stranger, { receivableId }),
    ])
      await expect(call()).rejects.toEqual(refused('NOT_FOUND'));
    const providerId = await all.goToPay(receivableId);
    all.scripted.capture(providerId, '16.00');
    await all.tell(providerId);
    await expect(all.goToPay(receivableId)).rejects.toEqual(refused('NOTHING_LEFT'));
  });

  test('a webhook of a key that there is not asks nobody', async () => {
    const before = all.scripted.reads();
    await room().hearProvider(anonymous, { id: 'pay_forged' });
    await room().ask(system, {});
    expect(all.scripted.reads()).toBe(before);
  });

  test('a process that dies while it asks leaves it to another one', async () => {
    const receivableId = await all.owe('17.00');
    const providerId = await all.goToPay(receivableId);
    all.scripted.capture(providerId, '17.00');
    await room().hearProvider(anonymous, { id: providerId });
    await all.given.database.query(
      `update casework.online_payment set ask_at = '2026-11-25T09:01:00Z' where provider_id = $1`,
      [providerId],
    );
    expect(await room().ask(system, {})).toBe(0);
    all.given.clock.set(minutes(start, 2));
    await room().ask(system, {});
    all.given.clock.set(start);
    expect((await see(receivableId)).latest?.state).toBe('paid');
  });

  test('what an accountant takes away from a receivable waits: the provider has it still', async () => {
    const receivableId = await all.owe('18.00');
    const providerId = await all.goToPay(receivableId);
    all.scripted.capture(providerId, '18.00');
    await all.tell(providerId);
    const { entries } = await opened(receivableId);
    const entryId = entries.find(({ kind: of }) => of === 'payment')?.id ?? '';
    await all.given.casework.ledger.reversePayment(all.accountant, { receivableId, entryId, reason: 'Wrong one.' });
    const { items } = await all.given.casework.ledger.listWaitingPayments(all.accountant, { limit: 100 });
    expect(items.at(-1)).toMatchObject({ channel: 'online', rest: '18.00' });
  });

  test('a pay-out empties the account of the provider, with what it kept; more than it has is refused', async () => {
    const receivableId = await all.owe('100.00');
    const providerId = await all.goToPay(receivableId);
    all.scripted.capture(providerId, '100.00');
    await all.tell(providerId);
    const had = Number(await all.balanceOf('provider'));
    const take = async (amount: string) =>
      (
        await all.given.casework.ledger.takePayment(all.accountant, {
          channel: 'bank',
          amount,
          day: '2026-11-25',
          reference: 'PAYOUT 12',
          payer: 'Provider',
        })
      ).paymentId;
    const paymentId = await take('98.80');
    const paid = await room().bookPayout(all.accountant, { paymentId, fee: '1.20' });
    expect(paid).toMatchObject({ rest: '0.00' });
    expect(had - Number(await all.balanceOf('provider'))).toBeCloseTo(100);
    await expect(room().bookPayout(all.accountant, { paymentId: await take('99999.00') })).rejects.toEqual(
      refused('PAYOUT_TOO_LARGE'),
    );
    const entryId = paid.entries.find(({ kind: of }) => of === 'payout')?.id ?? '';
    const undone = await all.given.casework.ledger.reverseEntryOfPayment(all.accountant, {
      paymentId,
      entryId,
      reason: 'Of another one.',
    });
    expect(undone).toMatchObject({ rest: '98.80' });
  });

  test('the database opens nothing again that is over, and changes no amount', async () => {
    const receivableId = await all.owe('19.00');
    const providerId = await all.goToPay(receivableId);
    const change = (set: string) =>
      all.given.database.query(`update casework.online_payment set ${set} where provider_id = $1`, [providerId]);
    await expect(change('amount = 1')).rejects.toThrow('stay as it was');
    await change(`state = 'refused', ask_at = null`);
    await expect(change(`state = 'open'`)).rejects.toThrow('stay so');
  });

  test('the books agree', async () => {
    expect(await checkLedger(all.given.database)).toEqual([]);
  });
});
