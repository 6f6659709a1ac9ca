import type { Actor } from '@irisflow/access';
import type { Movement } from '@irisflow/bank-files';
import { type GivenStatement, inPieces, writeCamt053, writeCoda } from '@irisflow/bank-files/testing';
import { checkLedger } from '@irisflow/ledger';
import { checkPayables } from '@irisflow/payables';
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
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const account = 'BE68539007547034';
const day = '2026-11-25';
const label = { fr: 'x', nl: 'x', en: 'x' };

/** What becomes of an order at the bank. */
type Fate = 'paid' | 'rejected' | 'returned';
type Form = 'coda' | 'camt';
interface Given {
  readonly orders: readonly { readonly cents: number; readonly fate: Fate }[];
  readonly form: Form;
  /** Whether the bank tells one sum of the batch, or each order by itself. */
  readonly isWhole: boolean;
  readonly told: readonly ('answer' | 'statement')[];
}

interface Order {
  readonly payableId: string;
  readonly endToEndId: string;
  readonly cents: bigint;
  readonly fate: Fate;
}

const inCents = (text: string): bigint => BigInt(text.replace('.', ''));
const textOf = (cents: number): string => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

describe('debits of a statement', () => {
  let given: TestCasework;
  let ada: Actor;
  let bob: Actor;
  let connector: Actor;
  let count = 0;

  const next = (): number => (count += 1);
  const pieces = (text: string) =>
    (async function* () {
      yield await Promise.resolve(Buffer.from(text));
    })();

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    ada = await givenStaff(given.casework, { name: 'Ada', roles: ['accountant'] });
    bob = await givenStaff(given.casework, { name: 'Bob', roles: ['accountant'] });
    const administrator = await givenStaff(given.casework, { name: 'Alma', roles: ['administrator'] });
    await given.casework.ledger.setPayee(administrator, { iban: account, name: 'Housing', revision: 0 });
    await given.casework.payables.setPayer(administrator, { iban: account, name: 'Housing', revision: 0 });
    connector = connectorOf(await givenCase(given.casework, await givenReader(given.casework, 'Léa')));
  }, 60_000);
  afterAll(() => given.close());

  /** Orders that left in one batch. */
  const released = async (
    wanted: Given['orders'],
  ): Promise<{ messageId: string; batchId: string; orders: Order[] }> => {
    const orders: Order[] = [];
    for (const { cents, fate } of wanted) {
      const asked = { idempotencyKey: `k${next()}`, label, amount: textOf(cents), iban: account };
      const { payableId } = await given.casework.caseStore.orderPayment(connector, asked);
      const [row] = await given.database.query<{ named: string }>(
        'select end_to_end_id as named from casework.payable where id = $1',
        [payableId],
      );
      orders.push({ payableId: payableId ?? '', endToEndId: row?.named ?? '', cents: BigInt(cents), fate });
    }
    const { id: batchId, messageId } = await given.casework.payables.gatherBatch(ada, { until: day, executeOn: day });
    await given.casework.payables.releaseBatch(bob, { batchId });
    return { messageId, batchId, orders };
  };

  /** What the bank answers to it: one word an order. */
  const answerOf = (messageId: string, orders: readonly Order[]): string =>
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><OrgnlGrpInfAndSts><OrgnlMsgId>${messageId}</OrgnlMsgId></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>${messageId}</OrgnlPmtInfId>${orders
      .map(
        ({ endToEndId, fate }) =>
          `<TxInfAndSts><OrgnlEndToEndId>${endToEndId}</OrgnlEndToEndId><TxSts>${fate === 'rejected' ? 'RJCT' : 'ACSC'}</TxSts></TxInfAndSts>`,
      )
      .join('')}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;

  const movement = (cents: bigint, more: Partial<Movement>): Partial<Movement> => ({ cents, bookedOn: day, ...more });
  const statementOf = (
    messageId: string,
    orders: readonly Order[],
    { form, isWhole }: Pick<Given, 'form' | 'isWhole'>,
  ) => {
    const left = orders.filter(({ fate }) => fate !== 'rejected');
    const sum = left.reduce((total, { cents }) => total + cents, 0n);
    const named = form === 'camt' ? { batchReference: messageId } : { endToEndId: messageId };
    const debits = isWhole
      ? left.length === 0
        ? []
        : [movement(-sum, named)]
      : left.map(({ cents, endToEndId }) => movement(-cents, { endToEndId }));
    const back = orders
      .filter(({ fate }) => fate === 'returned')
      .map(({ cents, endToEndId }) => movement(cents, { endToEndId, returnReason: 'AC04' }));
    const number = String(next()).padStart(3, '0');
    const movements = [...debits, ...back];
    const statement: GivenStatement = { account, number, day, opening: 0n, owner: 'HOUSING', movements };
    return form === 'coda' ? writeCoda(statement) : writeCamt053(statement);
  };

  const bring = async (text: string): Promise<void> => {
    const content = (async function* () {
      yield* inPieces(text, 4096);
    })();
    await given.casework.statements.importStatements(ada, { name: 'x', content });
    for (let booked = 1; booked > 0;) booked = await given.casework.statements.book(system, {});
  };
  const bank = async (): Promise<bigint> => {
    const { balances } = await given.casework.ledger.getBooks(ada, {});
    return inCents(balances.find((one) => one.account === 'bank')?.balance ?? '0.00');
  };
  const told = async (payableId: string): Promise<string[]> =>
    (
      await given.database.query<{ name: string }>(
        'select name from casework.payable_news where payable_id = $1 order by id',
        [payableId],
      )
    ).map(({ name }) => name);
  const refusal = async (work: () => Promise<unknown>): Promise<string | undefined> => {
    try {
      await work();
      return undefined;
    } catch (thrown) {
      return (thrown as { code?: string }).code ?? String(thrown);
    }
  };
  const prove = async (): Promise<void> => {
    expect([...(await checkLedger(given.database)), ...(await checkPayables(given.database))]).toEqual([]);
  };

  test('in whatever order the bank answers and debits, and however often, orders end once and the bank account agrees', async () => {
    const order = fc.record({
      cents: fc.integer({ min: 1, max: 50_000 }),
      fate: fc.constantFrom<Fate[]>('paid', 'paid', 'rejected', 'returned'),
    });
    const play: fc.Arbitrary<Given> = fc.record({
      orders: fc.array(order, { minLength: 1, maxLength: 4 }),
      form: fc.constantFrom<Form[]>('coda', 'camt'),
      isWhole: fc.boolean(),
      told: fc
        .array(fc.constantFrom<Given['told'][number][]>('answer', 'statement'), { maxLength: 4 })
        .map((more) => [...more, 'statement' as const, 'answer' as const]),
    });
    await fc.assert(
      fc.asyncProperty(play, async ({ orders: wanted, told: files, ...how }) => {
        const before = await bank();
        const { messageId, orders } = await released(wanted);
        const answer = answerOf(messageId, orders);
        const statement = statementOf(messageId, orders, how);
        const deeds = {
          answer: () => given.casework.payables.takeAnswer(ada, { content: pieces(answer) }),
          statement: () => bring(statement),
        };
        const hasMoved = orders.some(({ fate }) => fate !== 'rejected');
        for (const file of files.filter((one) => hasMoved || one === 'answer')) {
          expect([undefined, 'BANK_FILE_CONTRADICTS', 'STATEMENT_KNOWN']).toContain(await refusal(deeds[file]));
          await prove();
        }
        const sumOf = (...fates: readonly Fate[]): bigint =>
          orders.filter(({ fate }) => fates.includes(fate)).reduce((sum, { cents }) => sum + cents, 0n);
        expect((await bank()) - before).toBe(-sumOf('paid'));
        for (const { payableId, fate } of orders) {
          const names = await told(payableId);
          expect(new Set(names).size).toBe(names.length);
          expect(fate !== 'paid' || names.join() === 'payment.executed').toBe(true);
        }
      }),
      { numRuns: 20, seed: 71 },
    );
  }, 240_000);

  test('what came back is told to the process as rejected, and is owed no more', async () => {
    const { messageId, batchId, orders } = await released([{ cents: 12_500, fate: 'returned' }]);
    await bring(statementOf(messageId, orders, { form: 'camt', isWhole: true }));
    const [one] = (await given.casework.payables.listPayables(ada, { filter: 'all', batchId })).items;
    expect(one).toMatchObject({ id: orders[0]?.payableId, state: 'rejected', reason: 'AC04' });
    expect(await told(orders[0]?.payableId ?? '')).toEqual(['payment.executed', 'payment.rejected']);
    await prove();
  });

  test('a debit that is not what the bank had still to take is left to a person, with the reason', async () => {
    const { messageId, batchId, orders } = await released([{ cents: 10_000, fate: 'paid' }]);
    const other = orders.map((one) => ({ ...one, cents: one.cents + 1n }));
    await bring(statementOf(messageId, other, { form: 'coda', isWhole: true }));
    await bring(statementOf(messageId, orders, { form: 'coda', isWhole: false }));
    await bring(statementOf(messageId, orders, { form: 'camt', isWhole: true }));
    const all = await given.casework.statements.listStatements(ada, { limit: 3 });
    const outcomes = [];
    for (const { id } of all.items)
      outcomes.push(...(await given.casework.statements.listMovements(ada, { statementId: id })).items);
    const kinds = outcomes.map(({ state, misfit }) => ({ state, misfit }));
    expect(kinds).toContainEqual({ state: 'misfit', misfit: 'sum' });
    expect(kinds).toContainEqual({ state: 'settled', misfit: null });
    expect(kinds).toContainEqual({ state: 'misfit', misfit: 'settled' });
    expect(await given.casework.payables.getBatch(ada, { batchId })).toMatchObject({ state: 'settled' });
    await prove();
  });
});
