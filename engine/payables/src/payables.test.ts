import { type Actor, grantees, personOf, roleOf } from '@irisflow/access';
import { makeBelgianIban, makeStructuredCommunication, structuredCommunication } from '@irisflow/identifiers';
import { checkLedger } from '@irisflow/ledger';
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
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endToEndIdOf } from './ids.ts';
import { checkPayables } from './index.ts';
import { pain002, type WrittenStatus } from './testing/pain002.ts';

const label = { fr: 'Allocation de loyer', nl: 'Huurtoelage', en: 'Rent allowance' };
const refused = (code: string) => expect.objectContaining({ code });
const iban = makeBelgianIban(1_234_567);
const today = '2026-11-25';

describe('money that goes out', () => {
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

  const room = () => given.casework.payables;
  const door = () => given.casework.caseStore;
  const call = () => ({ idempotencyKey: `key-${(key += 1)}` });
  const order = (amount: string, more: object = {}) =>
    door().orderPayment(connector, { ...call(), label, amount, iban, ...more });
  const gather = (actor = ada, until = today) => room().gatherBatch(actor, { until, executeOn: today });
  const read = async (batchId: string, actor = ada): Promise<string> => {
    const { content } = await room().downloadBatch(actor, { batchId });
    const pieces: Uint8Array[] = [];
    for await (const piece of content) pieces.push(piece);
    return Buffer.concat(pieces).toString();
  };
  const listed = async (batchId: string) => (await room().listPayables(ada, { filter: 'all', batchId })).items;
  const one = async (payableId: string) =>
    (await room().listOfOfficeCase(agent, { caseId })).find(({ id }) => id === payableId);
  const answer = (text: string, actor = ada) =>
    room().takeAnswer(actor, {
      content: (async function* () {
        yield await Promise.resolve(Buffer.from(text));
      })(),
    });
  /** A batch of new orders, released. */
  const released = async (...amounts: readonly string[]) => {
    const ordered = [];
    for (const amount of amounts) ordered.push(await order(amount));
    const { id } = await gather();
    const batch = await room().releaseBatch(bob, { batchId: id });
    const say = (group: string | null, ...statuses: readonly WrittenStatus[]) =>
      pain002({ messageId: batch.messageId, group, statuses });
    return { batch, ordered, say, ids: ordered.map(({ payableId }) => endToEndIdOf(payableId)) };
  };
  const told = async (payableId: string) => {
    await given.casework.terms.watchMoney(system, {});
    const rows = await given.database.query<{ message: { name: string; variables: object } }>(
      `select message from casework.outbox where message ->> 'key' = $1 order by id`,
      [payableId],
    );
    return rows.map(({ message: { name, variables } }) => ({ name, ...variables }));
  };
  const balances = async () =>
    Object.fromEntries(
      (await given.casework.ledger.getBooks(ada, {})).balances.map(({ account, balance }) => [account, balance]),
    );
  const proveBooks = async (): Promise<void> => {
    expect(await checkLedger(given.database)).toEqual([]);
    expect(await checkPayables(given.database)).toEqual([]);
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

  test('a process orders a payment once; whoever gets it and the office of the case see it, nobody else', async () => {
    const asking = { ...call(), label, amount: '125.50', iban: 'BE68 5390 0754 7034' };
    const ordered = await door().orderPayment(connector, asking);
    expect(await door().orderPayment(connector, asking)).toEqual(ordered);
    expect(ordered).toMatchObject({ amount: '125.50', dueOn: today });
    expect(await room().listMine(lea, {})).toMatchObject([
      { id: ordered.payableId, state: 'ordered', amount: '125.50', iban: 'BE68 5390 0754 7034' },
    ]);
    expect(await room().listMine(tom, {})).toEqual([]);
    const seen = await one(ordered.payableId);
    expect(seen).toMatchObject({ payee: 'Léa', state: 'ordered' });
    expect(seen?.communication).toMatch(/^\S+ Allocation de loyer$/);
    await expect(room().listOfOfficeCase(elsewhere, { caseId })).rejects.toEqual(refused('NOT_FOUND'));
    expect((await room().listPayables(elsewhere, { filter: 'all' })).items).toEqual([]);
    await expect(room().listPayables(agent, {})).rejects.toEqual(refused('FORBIDDEN'));
    expect(await balances()).toMatchObject({ expense: '125.50', payable: '-125.50' });
    await door().cancelOrder(connector, { ...call(), payableId: ordered.payableId, reason: 'Only a test.' });
  });

  test.each([
    [
      'an account whose digits do not fit',
      { iban: 'BE68 5390 0754 7035' },
      [{ pointer: '/iban', keyword: 'checkDigits' }],
    ],
    ['a name that banks cannot write', { payeeName: '\u200B' }, [{ pointer: '/payee', keyword: 'name' }]],
  ] as const)('given %s, then nothing is ordered and it is said what is wrong', async (_, wrong, errors) => {
    await expect(order('10.00', wrong)).rejects.toMatchObject({ code: 'INPUT_INVALID', errors });
  });

  test.each([
    { amount: '0.00' },
    { amount: '1' },
    { amount: '1e3' },
    { amount: '1000000000.00' },
    { dueOn: '2026-11-24' },
    { dueOn: '2046-11-24' },
    { rightId: 'nnnnnnnnnnnnnnnnnnnnnn' },
    { payeeRole: 'nobody-has-it' },
    { payeeRole: 'partner', payeeName: 'Both' },
  ])('given %j, then nothing is ordered', async (wrong) => {
    const { amount, ...more } = { amount: '10.00', ...wrong };
    await expect(order(amount, more)).rejects.toEqual(refused('INPUT_INVALID'));
  });

  test('an order is taken back as long as no batch has it, and the books are as before', async () => {
    const before = await balances();
    const { payableId } = await order('20.00');
    const cancel = (actor = connector) =>
      door().cancelOrder(actor, { ...call(), payableId, reason: 'The right has ended.' });
    const other = connectorOf(await givenCase(given.casework, tom));
    await expect(cancel(other)).rejects.toEqual(refused('INPUT_INVALID'));
    expect(await cancel()).toEqual({ isCanceled: true });
    expect(await cancel()).toEqual({ isCanceled: true });
    expect(await one(payableId)).toMatchObject({ state: 'canceled', reason: 'The right has ended.', endedOn: today });
    expect(await balances()).toEqual(before);
    expect(await told(payableId)).toEqual([]);
    const later = await order('20.00');
    const { id } = await gather();
    const tooLate = await door().cancelOrder(connector, { ...call(), payableId: later.payableId, reason: 'Too late.' });
    expect(tooLate).toEqual({ isCanceled: false });
    expect((await room().giveUpBatch(bob, { batchId: id })).state).toBe('givenUp');
    expect(await one(later.payableId)).toMatchObject({ state: 'ordered', batchId: null });
    await door().cancelOrder(connector, { ...call(), payableId: later.payableId, reason: 'Now it works.' });
  });

  test('nobody releases what they gathered, under whatever account, nor what another office gathered', async () => {
    await order('30.00');
    const { id: batchId, isOwn, messageId } = await gather();
    expect(isOwn).toBe(true);
    await expect(room().releaseBatch(bob, { batchId })).rejects.toEqual(refused('PAYER_MISSING'));
    const payer = {
      iban: 'BE68 5390 0754 7034',
      name: 'Brussels Housing',
      enterpriseNumber: '0316.380.841',
      revision: 0,
    };
    await expect(room().setPayer(ada, payer)).rejects.toEqual(refused('FORBIDDEN'));
    await expect(room().setPayer(administrator, { ...payer, enterpriseNumber: '0316380842' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      errors: [{ pointer: '/enterpriseNumber' }],
    });
    expect(await room().setPayer(administrator, payer)).toMatchObject({ revision: 1, enterpriseNumber: '0316380841' });
    await expect(room().setPayer(administrator, payer)).rejects.toEqual(refused('STALE_REVISION'));
    expect(await room().getPayer(elsewhere, {})).toBeNull();
    await expect(room().releaseBatch(ada, { batchId })).rejects.toEqual(refused('FOUR_EYES'));
    const again = await givenStaff(given.casework, { name: 'Ada again', roles: ['accountant'] });
    await given.database.query('update casework.person set party_id = $2 where id = $1', [
      personOf(again).id,
      personOf(ada).partyId,
    ]);
    const twin = { ...again, person: { ...personOf(again), partyId: personOf(ada).partyId } } as Actor;
    await expect(room().releaseBatch(twin, { batchId })).rejects.toEqual(refused('FOUR_EYES'));
    await expect(room().releaseBatch(elsewhere, { batchId })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(room().downloadBatch(ada, { batchId })).rejects.toEqual(refused('BATCH_NOT_RELEASED'));
    await expect(room().markBatchSent(ada, { batchId })).rejects.toEqual(refused('BATCH_NOT_RELEASED'));
    await expect(answer(pain002({ messageId, group: 'ACSC', statuses: [] }))).rejects.toEqual(
      refused('BANK_FILE_UNKNOWN'),
    );
    expect(await room().releaseBatch(bob, { batchId })).toMatchObject({ state: 'released', orders: 1, total: '30.00' });
    await expect(room().releaseBatch(bob, { batchId })).rejects.toEqual(refused('BATCH_DECIDED'));
    await expect(room().giveUpBatch(ada, { batchId })).rejects.toEqual(refused('BATCH_DECIDED'));
    await expect(gather()).rejects.toEqual(refused('NOTHING_DUE'));
    await room().confirmBatch(ada, { batchId, day: today });
  });

  test('the file of a batch is the same to the byte whenever it is taken, and says what was ordered', async () => {
    const digits = makeStructuredCommunication(909_337_554);
    await order('0.01', { communication: structuredCommunication.format(digits), payeeName: 'Café Œuvre & fils' });
    await order('70.10', { communication: 'Loyer de décembre' });
    const { id: batchId } = await gather();
    const batch = await room().releaseBatch(bob, { batchId });
    const file = await read(batchId);
    await room().setPayer(administrator, { iban, name: 'Another account', revision: 1 });
    expect(await read(batchId, bob)).toBe(file);
    expect(createHash('sha256').update(file).digest('hex')).toBe(batch.fileHash);
    expect(file).toContain('<NbOfTxs>2</NbOfTxs><CtrlSum>70.11</CtrlSum>');
    expect(file).toContain(`<MsgId>${batch.messageId}</MsgId>`);
    expect(file).toContain(`<Issr>BBA</Issr></Tp><Ref>${digits}</Ref>`);
    expect(file).toContain('<Nm>Cafe OEuvre + fils</Nm>');
    expect(file).toContain('<Nm>Brussels Housing</Nm>');
    expect(file).not.toContain('PstlAdr');
    for (const { id } of await listed(batchId)) expect(file).toContain(endToEndIdOf(id));
    await room().setPayer(administrator, { iban: 'BE68539007547034', name: 'Brussels Housing', revision: 2 });
    expect(await room().markBatchSent(ada, { batchId })).toMatchObject({ state: 'sent' });
    await expect(room().confirmBatch(ada, { batchId, day: '2026-11-24' })).rejects.toEqual(refused('INPUT_INVALID'));
    expect(await room().confirmBatch(ada, { batchId, day: today })).toMatchObject({
      state: 'settled',
      executed: '70.11',
    });
  });

  test('orders of one answer end each in their own way, the books with them, and each process hears of its own', async () => {
    const before = await balances();
    const { batch, ordered, say, ids } = await released('10.00', '20.00', '40.00');
    expect(await balances()).toMatchObject({ transit: '-70.00' });
    const file = say(
      'PART',
      { order: ids[0] ?? '', status: 'ACSC' },
      { order: ids[1] ?? '', status: 'RJCT', reason: 'AC04' },
      { order: ids[2] ?? '', status: 'RVMC' },
    );
    expect(await answer(file)).toEqual({ batchId: batch.id, executed: 1, rejected: 1, noted: 1, isRepeated: false });
    expect(await answer(file)).toEqual({ batchId: batch.id, executed: 1, rejected: 1, noted: 1, isRepeated: true });
    const [paid, back, waits] = ordered.map(({ payableId }) => payableId);
    expect(await one(paid ?? '')).toMatchObject({ state: 'executed', endedOn: today, bankStatus: 'ACSC' });
    expect(await one(back ?? '')).toMatchObject({ state: 'rejected', reason: 'AC04', bankStatus: 'RJCT' });
    expect(await one(waits ?? '')).toMatchObject({ state: 'released', verification: 'closeMatch' });
    const payment = (payableId: string | undefined, amount: string, reason: string | null) => ({
      payment: { payableId, amount, day: today, reason },
    });
    expect(await told(paid ?? '')).toEqual([{ name: 'payment.executed', ...payment(paid, '10.00', null) }]);
    expect(await told(back ?? '')).toEqual([{ name: 'payment.rejected', ...payment(back, '20.00', 'AC04') }]);
    expect(await told(waits ?? '')).toEqual([]);
    expect(await balances()).toMatchObject({ transit: '-40.00' });
    expect(await answer(say(null, { order: ids[2] ?? '', status: 'ACCP' }))).toMatchObject({ noted: 1 });
    expect(await answer(say(null, { order: ids[2] ?? '', status: 'ACSC' }))).toMatchObject({ executed: 1 });
    expect(await room().getBatch(ada, { batchId: batch.id })).toMatchObject({
      state: 'settled',
      executed: '50.00',
      rejected: '20.00',
      answers: [{ rejected: 1 }, { noted: 1 }, { executed: 1 }],
    });
    const cents = (text = '0.00') => Number(text.replace('.', ''));
    const after = await balances();
    expect(cents(after.expense) - cents(before.expense)).toBe(5000);
    expect(cents(after.bank) - cents(before.bank)).toBe(-5000);
    expect(after).toMatchObject({ transit: '0.00', payable: before.payable });
    await proveBooks();
  });

  test('a batch is rejected as a whole, or executed as a whole', async () => {
    const { batch, ordered, say } = await released('1.00', '2.00');
    expect(await answer(say('RJCT'))).toMatchObject({ rejected: 2 });
    expect(await room().getBatch(bob, { batchId: batch.id })).toMatchObject({ state: 'settled', rejectedOrders: 2 });
    expect(await told(ordered[0]?.payableId ?? '')).toMatchObject([{ name: 'payment.rejected' }]);
    const next = await released('3.00');
    expect(await answer(next.say('ACSC'))).toMatchObject({ executed: 1 });
    await proveBooks();
  });

  test('a file that is none, of others, or against what was said does nothing at all', async () => {
    const { batch, say, ids } = await released('5.00', '6.00');
    const [first = '', second = ''] = ids;
    const wrong: readonly (readonly [string, string, Actor?])[] = [
      ['BANK_FILE_INVALID', 'not even XML'],
      ['BANK_FILE_INVALID', await read(batch.id)],
      ['BANK_FILE_INVALID', say('ACSC').slice(0, -30)],
      ['BANK_FILE_UNKNOWN', say('ACSC').replaceAll(batch.messageId, 'SOMETHING-ELSE')],
      ['BANK_FILE_UNKNOWN', say(null, { order: first, status: 'ACSC' }, { order: 'NOT-OURS', status: 'RJCT' })],
      ['BANK_FILE_UNKNOWN', say('ACSC'), elsewhere],
      ['FORBIDDEN', say('ACSC'), agent],
    ];
    for (const [code, text, actor = ada] of wrong)
      await expect(answer(text, actor), code).rejects.toEqual(refused(code));
    expect((await listed(batch.id)).map(({ state }) => state)).toEqual(['released', 'released']);
    await answer(say(null, { order: first, status: 'ACSC' }, { order: second, status: 'RJCT' }));
    for (const order of [
      { order: first, status: 'RJCT' },
      { order: second, status: 'ACSC' },
    ])
      await expect(answer(say(null, order))).rejects.toEqual(refused('BANK_FILE_CONTRADICTS'));
    // Said once more in another file, it changes nothing.
    expect(await answer(`${say(null, { order: first, status: 'ACSC' })}\n`)).toMatchObject({ executed: 0, noted: 0 });
    await proveBooks();
  });

  test('what was paid too much is given back by an order, and is to be given back again where the bank rejects it', async () => {
    const { ledger } = given.casework;
    await ledger.setPayee(administrator, { iban: 'BE68539007547034', name: 'Brussels Housing', revision: 0 });
    const { receivableId } = await door().askPayment(connector, {
      ...call(),
      kind: 'fee',
      label,
      legalReference: 'Article 3',
      amount: '50.00',
    });
    const pay = { channel: 'bank', amount: '80.00', day: today, reference: '', payer: '', receivableId } as const;
    await ledger.takePayment(ada, pay);
    const owed = () => ledger.getReceivable(ada, { receivableId });
    const refund = () => room().orderRefund(ada, { receivableId, iban, payee: 'Léa' });
    await expect(room().orderRefund(elsewhere, { receivableId, iban, payee: 'Léa' })).rejects.toEqual(
      refused('NOT_FOUND'),
    );
    expect(await refund()).toMatchObject({ amount: '30.00', state: 'ordered', receivableId, caseId });
    await expect(refund()).rejects.toEqual(refused('NOTHING_LEFT'));
    expect(await owed()).toMatchObject({ state: 'paid', refundDue: '0.00' });
    const { id: batchId } = await gather(ada);
    const { messageId } = await room().releaseBatch(bob, { batchId });
    await answer(pain002({ messageId, group: 'RJCT', statuses: [] }));
    expect(await owed()).toMatchObject({ state: 'overpaid', refundDue: '30.00' });
    await refund();
    const next = await gather(ada);
    await room().releaseBatch(bob, { batchId: next.id });
    await room().confirmBatch(ada, { batchId: next.id, day: today });
    // The payment turns out not to have held: what was given back is owed as well.
    const [entry] = (await owed()).entries.filter(({ kind }) => kind === 'payment');
    await ledger.reversePayment(ada, { receivableId, entryId: entry?.id ?? '', reason: 'It did not hold.' });
    expect(await owed()).toMatchObject({ rest: '80.00', paid: '0.00', refundDue: '0.00' });
    await proveBooks();
  });

  test('no role changes what was ordered, and no owner what has ended or was released', async () => {
    for (const grantee of grantees)
      for (const statement of [
        'update casework.payable set amount = amount + 1',
        'update casework.payable set iban = null where false',
        'delete from casework.payable',
        'update casework.payment_batch_balance set total = 0',
        'delete from casework.payment_batch',
        'delete from casework.bank_answer',
      ]) {
        // Names and accounts are forgotten in time, by the job that does so; what was ordered it does not change either.
        if (grantee === 'retention' && statement.includes('iban')) continue;
        // The functions that add up act as the keeper.
        if (grantee === 'keeper' && statement.includes('balance')) continue;
        await expect(
          given.database.as({ role: roleOf(grantee), settings: {} }).query(statement),
          `${grantee}: ${statement}`,
        ).rejects.toMatchObject({
          sqlState: expect.stringMatching(grantee === 'retention' ? /^(42501|P0001)$/ : /^42501$/),
        });
      }
    for (const statement of [
      'update casework.payable set amount = amount + 1',
      `update casework.payable set outcome = 'executed' where outcome = 'rejected'`,
      `update casework.payable set batch_id = null where released_on is not null and outcome is null`,
      `update casework.payable set outcome = 'executed' where outcome is null and batch_id is null`,
      `update casework.payment_batch set execute_on = execute_on + 1 where released_at is not null`,
    ]) {
      await released('2.00');
      await order('1.00');
      await expect(given.database.query(statement), statement).rejects.toMatchObject({ sqlState: 'P0001' });
    }
  });

  test('the deep check finds nothing, and then each thing that somebody planted', async () => {
    await order('9.00');
    expect(await checkPayables(given.database)).toEqual([]);
    const planted: readonly (readonly [string, string])[] = [
      [
        `update casework.ledger_balance set balance = balance + 1 where account = 'payable'`,
        'Expected account payable',
      ],
      [
        `update casework.ledger_balance set balance = balance + 1 where account = 'transit'`,
        'Expected account transit',
      ],
      ['update casework.payment_batch_balance set rejected = rejected + 1', 'to have the sums of its orders'],
      [`update casework.payable set amount = amount + 1 where outcome is null`, 'to stand on one entry'],
      [`update casework.payable set outcome = 'rejected' where outcome = 'executed'`, 'to stand on one entry'],
      ['update casework.payable set released_on = null', 'to be released as its batch is'],
      [`update casework.payable set end_to_end_id = 'X' || id`, 'Expected what banks call'],
    ];
    for (const [damage, finding] of planted) {
      const found = await given.database
        .transaction(async (tx) => {
          for (const trigger of ['kept', 'kept_released', 'added_up'])
            await tx.query(`alter table casework.payable disable trigger ${trigger}`);
          await tx.query(damage);
          throw await checkPayables({ ...given.database, query: tx.query.bind(tx), as: () => tx } as never);
        })
        .catch((thrown: unknown) => thrown);
      expect(found, damage).toEqual(expect.arrayContaining([expect.stringContaining(finding)]));
    }
    await proveBooks();
  });
});
