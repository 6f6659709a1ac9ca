import type { Actor } from '@irisflow/access';
import type { Movement } from '@irisflow/bank-files';
import {
  camtFile,
  camtEntry,
  type GivenStatement,
  inPieces,
  writeCamt053,
  writeCoda,
} from '@irisflow/bank-files/testing';
import { checkLedger } from '@irisflow/ledger';
import {
  connectorOf,
  givenAdministrations,
  givenCase,
  givenPublished,
  givenReader,
  givenStaff,
  openTestCasework,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const account = 'BE68539007547034';
const refused = (code: string, more: object = {}) => expect.objectContaining({ code, ...more });
const label = { fr: 'Redevance', nl: 'Retributie', en: 'Fee' };

type Moved = Partial<Movement>;

describe.each(['postgres', 'pglite'] as const)('statements of a bank on %s', (kind) => {
  let given: TestCasework;
  let ada: Actor;
  let elsewhere: Actor;
  let agent: Actor;
  let connector: Actor;
  let key = 0;
  let number = 0;
  let balance = 0n;

  const room = () => given.casework.statements;
  const ask = (amount: string) =>
    given.casework.caseStore.askPayment(connector, {
      idempotencyKey: `key-${(key += 1)}`,
      kind: 'fee',
      label,
      legalReference: 'Ordinance',
      amount,
      days: 30,
    });
  const open = (receivableId: string) => given.casework.ledger.getReceivable(ada, { receivableId });
  const waiting = async () => (await given.casework.ledger.listWaitingPayments(ada, { limit: 100 })).items;

  /** The next statement of the account, unless told otherwise. */
  const statementOf = (movements: readonly Moved[], more: Partial<GivenStatement> = {}): GivenStatement => {
    number += 1;
    const statement = {
      account,
      owner: 'HOUSING',
      number: String(number).padStart(3, '0'),
      day: '2026-11-24',
      opening: balance,
      movements,
      ...more,
    };
    balance = movements.reduce((sum, { cents = 0n }) => sum + cents, statement.opening);
    return statement;
  };
  const bring = (file: string, actor = ada) =>
    room().importStatements(actor, {
      name: 'statement.cod',
      content: (async function* () {
        yield* inPieces(file, 1000);
      })(),
    });
  const book = async () => {
    for (let booked = 1; booked > 0;) booked = await room().book(system, {});
  };
  const bringAndBook = async (file: string) => {
    const [summary] = await bring(file);
    await book();
    return room().getStatement(ada, { statementId: summary?.id ?? '' });
  };
  const movementsOf = async (statementId: string, more: object = {}) =>
    (await room().listMovements(ada, { statementId, limit: 100, ...more })).items;

  const came = (cents: bigint, text: string, more: Moved = {}): Moved => ({
    cents,
    communication: text === '' ? null : { kind: 'free', text },
    counterparty: { name: 'JANSSENS LEA', account: 'BE71096123456769', bank: null },
    ...more,
  });
  const digits = (communication: string): string => communication.replaceAll(/\D/g, '');
  const told = (cents: bigint, communication: string, more: Moved = {}): Moved =>
    came(cents, '', { communication: { kind: 'structured', digits: digits(communication) }, ...more });

  beforeAll(async () => {
    given = await openTestCasework({ kind });
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    ada = await givenStaff(given.casework, { name: 'Ada', roles: ['accountant'] });
    agent = await givenStaff(given.casework, { name: 'Agnès', roles: ['agent'] });
    elsewhere = await givenStaff(given.casework, {
      name: 'Eva',
      roles: ['accountant', 'administrator'],
      administration: 'taxi',
    });
    const administrator = await givenStaff(given.casework, { name: 'Alma', roles: ['administrator'] });
    await given.casework.ledger.setPayee(administrator, { iban: account, name: 'Housing', revision: 0 });
    connector = connectorOf(await givenCase(given.casework, await givenReader(given.casework, 'Léa Janssens')));
  });
  afterAll(() => given.close());

  test.each([
    ['CODA', writeCoda],
    ['camt.053', writeCamt053],
  ])('%s: what names a receivable pays it, however the payer wrote it; the rest waits', async (_, write) => {
    const all = await Promise.all(['10.00', '20.00', '30.00', '40.00', '50.00'].map(ask));
    const [one, two, three, four, five] = all.map(({ communication }) => communication);
    const view = await bringAndBook(
      write(
        statementOf([
          told(1000n, one ?? ''),
          came(2000n, `Amende ${two} merci`),
          came(3000n, `FACTURE ${digits(three ?? '')} JANVIER`),
          came(1500n, digits(four ?? '')),
          came(5000n, `${four} et ${five}`),
          came(700n, 'for my taxi'),
          told(800n, '090933755493'),
          came(-2500n, 'RENT NOVEMBER'),
        ]),
      ),
    );
    expect(view).toMatchObject({
      isBooked: true,
      movements: 8,
      booked: 8,
      came: '140.00',
      went: '25.00',
      counts: { waiting: 0, matched: 4, unmatched: 3, tookBack: 0, outgoing: 1 },
    });
    const states = await Promise.all(all.map(({ receivableId }) => open(receivableId)));
    expect(states.map(({ state, rest }) => [state, rest])).toEqual([
      ['paid', '0.00'],
      ['paid', '0.00'],
      ['paid', '0.00'],
      ['partlyPaid', '25.00'],
      ['open', '50.00'],
    ]);
    expect(states[0]?.payments).toEqual([{ day: '2026-11-24', amount: '10.00' }]);
    expect((await movementsOf(view.id, { state: 'unmatched' })).map(({ amount }) => amount)).toEqual([
      '50.00',
      '7.00',
      '8.00',
    ]);
    expect(await movementsOf(view.id, { search: 'NOVEMBER rent' })).toMatchObject([{ amount: '-25.00' }]);
    for (const { id, rest } of await waiting())
      await given.casework.ledger.giveBackPayment(ada, { paymentId: id, amount: rest, reason: 'Not ours.' });
    expect(await checkLedger(given.database)).toEqual([]);
  });

  test('the same statement is taken once, by its number and by its bytes, and it is said since when it is here', async () => {
    const statement = statementOf([came(100n, 'once')]);
    const file = writeCoda(statement);
    const [first] = await bring(file);
    const known = refused('STATEMENT_KNOWN', {
      errors: [
        { pointer: '/file', keyword: 'known', params: { importedAt: first?.importedAt, number: statement.number } },
      ],
    });
    await expect(bring(file)).rejects.toEqual(known);
    await expect(bring(writeCoda({ ...statement, owner: 'OTHERWISE' }))).rejects.toEqual(known);
    const both = await Promise.allSettled(
      [1, 2].map(() => bring(writeCamt053(statementOf([came(1n, 'race')], { number: '77' })))),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    // Another year counts anew.
    await bring(writeCoda({ ...statement, day: '2025-11-24', owner: 'HOUSING' }));
    await book();
  });

  test('what is missing between statements is said, and no more once it is there', async () => {
    const [before] = await bring(writeCoda(statementOf([came(100n, 'a')], { number: '201', day: '2026-11-01' })));
    const between = statementOf([came(200n, 'b')], { number: '202', day: '2026-11-02' });
    const [after] = await bring(writeCoda(statementOf([came(300n, 'c')], { number: '203', day: '2026-11-03' })));
    expect(before?.closing).not.toBe(after?.opening);
    expect(after).toMatchObject({ missingBefore: 1, otherBalance: before?.closing });
    await bring(writeCoda(between));
    const { items } = await room().listStatements(ada, { limit: 100 });
    expect(items.find(({ id }) => id === after?.id)).toMatchObject({ missingBefore: 0, otherBalance: null });
    await book();
  });

  test('a file that cannot be believed leaves nothing behind, and says what is wrong', async () => {
    const whole = writeCoda(statementOf([told(100n, '090933755493'), came(200n, 'x')], { number: '301' }));
    const { total } = await room().listStatements(ada, {});
    const unreadable = (keyword: string) =>
      refused('STATEMENT_UNREADABLE', { errors: [expect.objectContaining({ pointer: '/file', keyword })] });
    const lines = whole.split('\r\n');
    await expect(bring(lines.slice(0, -2).join('\r\n'))).rejects.toEqual(unreadable('TRUNCATED'));
    await expect(bring(whole.slice(0, -100))).rejects.toMatchObject({ code: 'STATEMENT_UNREADABLE' });
    await expect(bring(whole.replace('000000000001000', '000000000009000'))).rejects.toEqual(unreadable('BALANCE'));
    await expect(bring('')).rejects.toMatchObject({ code: 'STATEMENT_UNREADABLE' });
    await expect(bring('<html><body>404</body></html>')).rejects.toEqual(unreadable('KIND'));
    await expect(bring('<!DOCTYPE a [<!ENTITY b "c">]><a/>')).rejects.toMatchObject({ code: 'STATEMENT_UNREADABLE' });
    const huge = camtFile(
      { ...statementOf([], { number: '302' }), opening: 0n },
      camtEntry([{ cents: 10n ** 20n }], { day: '2026-11-24' }),
    );
    await expect(bring(huge)).rejects.toMatchObject({ code: 'STATEMENT_UNREADABLE' });
    const old = writeCamt053(statementOf([came(1n, 'x', { bookedOn: '0000-01-01' })], { number: '303' }));
    await expect(bring(old)).rejects.toMatchObject({ code: 'STATEMENT_UNREADABLE' });
    const more = async function* () {
      for (let sent = 0; sent < 30; sent += 1) yield new Uint8Array(1024 * 1024).fill(48);
    };
    await expect(room().importStatements(ada, { name: 'x', content: more() })).rejects.toEqual(unreadable('TOO_LARGE'));
    await expect(bring(writeCoda(statementOf([], { account: 'BE71096123456769' })))).rejects.toEqual(
      refused('STATEMENT_ACCOUNT'),
    );
    const dollars = writeCamt053(statementOf([], { number: '304' })).replace('<Ccy>EUR</Ccy>', '<Ccy>USD</Ccy>');
    await expect(bring(dollars)).rejects.toEqual(refused('STATEMENT_CURRENCY'));
    expect((await room().listStatements(ada, {})).total).toBe(total);
    expect(await room().book(system, {})).toBe(0);
  });

  test('words that no screen shows and no store keeps are left out', async () => {
    const statement = statementOf([
      came(100n, 'a\u0007b \u202Ec', { counterparty: { name: '\u0001X', account: null, bank: null } }),
    ]);
    const view = await bringAndBook(writeCoda(statement));
    expect(await movementsOf(view.id)).toMatchObject([
      { communication: expect.stringMatching(/^a b/), counterparty: 'X' },
    ]);
  });

  test('a statement without a number is known by what it says, whatever its bytes are', async () => {
    const file = writeCoda(statementOf([came(100n, 'once'), came(250n, 'twice')], { number: '000' }));
    await bringAndBook(file);
    const trimmed = file
      .split('\r\n')
      .map((line) => line.trimEnd())
      .join('\n');
    const before = (await room().listStatements(ada, {})).total;
    await expect(bring(trimmed)).rejects.toEqual(refused('STATEMENT_KNOWN'));
    expect((await room().listStatements(ada, {})).total).toBe(before);
  });

  test('accounts of the other side are grouped as people read them, where they are an IBAN', async () => {
    const other = { name: 'X', account: '001234567890', bank: null };
    const { id } = await bringAndBook(
      writeCoda(statementOf([came(100n, 'a'), came(100n, 'b', { counterparty: other })])),
    );
    expect(await movementsOf(id)).toMatchObject([
      { counterpartyAccount: 'BE71 0961 2345 6769' },
      { counterpartyAccount: '001234567890' },
    ]);
  });

  test('a payment that the bank reverses without another reason is owed again', async () => {
    const { receivableId, communication } = await ask('75.00');
    const same = { endToEndId: `E2E-${communication}` };
    await bringAndBook(writeCamt053(statementOf([told(7500n, communication, same)])));
    expect(await open(receivableId)).toMatchObject({ rest: '0.00' });
    const reversed = writeCamt053(statementOf([came(-7500n, '', same)]));
    const { counts } = await bringAndBook(reversed.replace('<Sts>', '<RvslInd>true</RvslInd><Sts>'));
    expect(counts).toMatchObject({ tookBack: 1, outgoing: 0 });
    expect(await open(receivableId)).toMatchObject({ rest: '75.00' });
  });

  test('a payment that the bank takes back is owed again, in the same statement and in a later one', async () => {
    const { receivableId, communication } = await ask('75.00');
    const back: Moved = { endToEndId: 'E2E-1', returnReason: 'MD06' };
    const view = await bringAndBook(
      writeCamt053(
        statementOf([
          told(7500n, communication, { endToEndId: 'E2E-1' }),
          came(-7500n, '', back),
          came(-7500n, '', back),
        ]),
      ),
    );
    expect(view.counts).toMatchObject({ matched: 1, tookBack: 1, outgoing: 1 });
    expect(await open(receivableId)).toMatchObject({ state: 'open', paid: '0.00', rest: '75.00' });

    await bringAndBook(writeCoda(statementOf([came(7500n, 'unknown', { endToEndId: 'E2E-2' })])));
    const payment = (await waiting()).find(({ reference }) => reference === 'unknown');
    const paymentId = payment?.id ?? '';
    await given.casework.ledger.allotPayment(ada, { paymentId, parts: [{ receivableId, amount: '60.00' }] });
    await given.casework.ledger.giveBackPayment(ada, { paymentId, amount: '10.00', reason: 'Too much.' });
    const later = await bringAndBook(
      writeCoda(statementOf([came(-7500n, '', { endToEndId: 'E2E-2', returnReason: 'AC04' })])),
    );
    expect(later.counts).toMatchObject({ tookBack: 1 });
    expect(await open(receivableId)).toMatchObject({ state: 'open', rest: '75.00' });
    // Its process was told that the money came, and each time that it went again.
    const words = await given.database.query<{ name: string; amount: string; rest: string }>(
      `select name, payment ->> 'amount' as amount, payment ->> 'rest' as rest
         from casework.receivable_news where receivable_id = $1 order by id`,
      [receivableId],
    );
    expect(words.map(({ name, amount, rest }) => [name, amount, rest])).toEqual([
      ['payment.received', '75.00', '0.00'],
      ['payment.reversed', '75.00', '75.00'],
      ['payment.received', '60.00', '15.00'],
      ['payment.reversed', '60.00', '75.00'],
    ]);
    expect(await given.casework.ledger.getPayment(ada, { paymentId })).toMatchObject({
      rest: '0.00',
      refundDue: '0.00',
    });
    expect(await checkLedger(given.database)).toEqual([]);
  });

  test('what leaves without a word on a return, or could take back two payments, takes back none', async () => {
    const { receivableId, communication } = await ask('20.00');
    const view = await bringAndBook(
      writeCoda(
        statementOf([
          told(1000n, communication),
          told(1000n, communication),
          told(-1000n, communication, { returnReason: 'MD06' }),
          told(-1000n, communication),
        ]),
      ),
    );
    expect(view.counts).toMatchObject({ matched: 2, tookBack: 0, outgoing: 2 });
    expect(await open(receivableId)).toMatchObject({ state: 'paid' });
  });

  test('money of ours that comes back pays nothing, whatever communication stands on it', async () => {
    const { receivableId, communication } = await ask('15.00');
    await bringAndBook(writeCoda(statementOf([told(1500n, communication, { returnReason: 'AC01' })])));
    expect(await open(receivableId)).toMatchObject({ state: 'open' });
  });

  test('what the bank says came in can be moved, and never taken out by hand', async () => {
    const [wrong, right] = [await ask('12.00'), await ask('12.00')];
    const view = await bringAndBook(writeCoda(statementOf([told(1200n, wrong.communication)])));
    const paymentId = (await movementsOf(view.id))[0]?.paymentId ?? '';
    const { ledger } = given.casework;
    const [entry] = (await ledger.getPayment(ada, { paymentId })).entries;
    const moved = await ledger.reverseEntryOfPayment(ada, { paymentId, entryId: entry?.id ?? '', reason: 'Not hers.' });
    expect(moved).toMatchObject({ rest: '12.00' });
    expect(await open(wrong.receivableId)).toMatchObject({ state: 'open' });
    const entryId = moved.entries.at(-1)?.id ?? '';
    await expect(ledger.reverseEntryOfPayment(ada, { paymentId, entryId, reason: 'Gone.' })).rejects.toEqual(
      refused('PAYMENT_OF_BANK'),
    );
    await ledger.allotPayment(ada, { paymentId, parts: [{ receivableId: right.receivableId, amount: '12.00' }] });
    expect(await open(right.receivableId)).toMatchObject({ state: 'paid' });
    expect(await checkLedger(given.database)).toEqual([]);
  });

  test('a platform that dies in the middle goes on where its last portion ended, and books nothing twice', async () => {
    const { receivableId, communication } = await ask('500.00');
    const movements = Array.from({ length: 120 }, () => told(100n, communication));
    const [summary] = await bring(writeCoda(statementOf(movements)));
    const statementId = summary?.id ?? '';
    await given.database.query(
      `create function casework.die() returns trigger language plpgsql as $$ begin raise exception 'gone'; end $$`,
    );
    await given.database.query(
      `create trigger dies before update on casework.bank_movement
         for each row when (new.place = 80 and new.statement_id = '${statementId}') execute function casework.die()`,
    );
    await expect(book()).rejects.toThrow('gone');
    expect(await room().getStatement(ada, { statementId })).toMatchObject({ booked: 50, isBooked: false });
    expect(await open(receivableId)).toMatchObject({ paid: '50.00' });
    await given.database.query('drop function casework.die() cascade');
    given.clock.set('2026-11-25T09:01:00.000Z');
    await book();
    expect(await room().getStatement(ada, { statementId })).toMatchObject({ booked: 120, isBooked: true });
    expect(await open(receivableId)).toMatchObject({ paid: '120.00' });
  });

  test('nobody but accountants of the administration reads them, brings them or books them', async () => {
    const file = writeCoda(statementOf([came(100n, 'x')], { number: '401' }));
    await expect(bring(file, agent)).rejects.toEqual(refused('FORBIDDEN'));
    await expect(bring(file, elsewhere)).rejects.toEqual(refused('PAYEE_MISSING'));
    await expect(room().book(ada, {})).rejects.toEqual(refused('FORBIDDEN'));
    const { items } = await room().listStatements(ada, { limit: 2 });
    expect(await room().listStatements(elsewhere, {})).toMatchObject({ items: [], total: 0 });
    const statementId = items[0]?.id ?? '';
    await expect(room().getStatement(elsewhere, { statementId })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(room().listMovements(elsewhere, { statementId })).rejects.toEqual(refused('NOT_FOUND'));
  });
});
