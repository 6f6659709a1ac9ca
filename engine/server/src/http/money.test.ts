import type { Actor } from '@irisflow/access';
import type { Movement } from '@irisflow/bank-files';
import { type GivenStatement, writeCoda } from '@irisflow/bank-files/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { givenCase, givenProcedure } from '../testing/given-case.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

const iban = 'BE68539007547034';
const label = { fr: 'Redevance', nl: 'Retributie', en: 'Fee' };

interface Paged<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}
interface Statement {
  readonly id: string;
  readonly isBooked: boolean;
  readonly counts: Readonly<Record<string, number>>;
}

describe('the money of an administration over HTTP', () => {
  let given: TestPlatform;
  let ada: Visitor;
  let bob: Visitor;
  let caseId: string;
  let asked = 0;
  let today: string;

  beforeAll(async () => {
    given = await openTestPlatform();
    const { app, casework } = given;
    const of = { administration: 'brussels-housing' };
    const analyst = await givenPerson(app, casework, { name: 'Ann', roles: ['analyst'], ...of });
    const administrator = await givenPerson(app, casework, { name: 'Alma', roles: ['administrator'], ...of });
    ada = await givenPerson(app, casework, { name: 'Ada', roles: ['accountant'], ...of });
    bob = await givenPerson(app, casework, { name: 'Bob', roles: ['accountant'], ...of });
    await administrator.ask('setPayee', { body: { iban, name: 'Housing', revision: 0 } });
    await administrator.ask('setPayer', { body: { iban, name: 'Housing', revision: 0 } });
    await givenProcedure(analyst, 'rent-aid');
    caseId = await givenCase(await givenPerson(app, casework, { name: 'Cy', roles: ['citizen'] }), 'rent-aid');
    today = new Date().toISOString().slice(0, 10);
    casework.start({ pollMs: 200, onFailure: () => undefined });
  });
  afterAll(() => given.close());

  const connector = (): Actor => ({
    kind: 'connector',
    connector: 'case-store',
    case: { caseId, administration: 'brussels-housing', procedureKey: 'rent-aid', procedureVersion: 1 },
    work: { job: '77', process: 'rent-aid', element: 'record' },
  });
  const once = () => ({ idempotencyKey: `money-${(asked += 1)}` });
  const owe = () =>
    given.casework.caseStore.askPayment(connector(), {
      ...once(),
      kind: 'fee',
      label,
      legalReference: 'Ordinance',
      amount: '25.00',
      days: 30,
    });
  /** Brings a file of the bank in, and waits until the platform has booked it. */
  const bring = async (number: string, movements: readonly Partial<Movement>[]): Promise<Statement> => {
    const statement: GivenStatement = { account: iban, owner: 'HOUSING', number, day: today, opening: 0n, movements };
    const file = { name: 'coda.txt', content: Buffer.from(writeCoda(statement), 'latin1') };
    const [{ id } = { id: '' }] = await ada.ask<Statement[]>('importStatements', { file });
    return vi.waitFor(
      async () => {
        const found = await ada.ask<Statement>('getStatement', { params: { statementId: id } });
        expect(found.isBooked).toBe(true);
        return found;
      },
      { timeout: 25_000, interval: 100 },
    );
  };

  it('story 16: 96 % of a CODA file find what they pay for, the rest waits on a list, and what is too much is given back', async () => {
    const owed = await Promise.all(Array.from({ length: 24 }, owe));
    const paid = owed.map(({ communication }, index): Partial<Movement> => ({
      // The last one pays twice what they owe.
      cents: index === 23 ? 5000n : 2500n,
      communication: { kind: 'structured', digits: communication.replaceAll(/\D/g, '') },
    }));
    const unknown: Partial<Movement> = { cents: 2500n, communication: { kind: 'free', text: 'for the stall' } };
    const { counts } = await bring('001', [...paid, unknown]);
    expect(counts).toMatchObject({ matched: 24, unmatched: 1 });
    const waiting = await ada.ask<Paged<{ id: string; reference: string }>>('listWaitingPayments');
    expect(waiting).toMatchObject({ total: 1, items: [{ reference: 'for the stall' }] });
    // Somebody recognizes the one that nothing named.
    const late = await owe();
    await ada.ask('allotPayment', {
      params: { paymentId: waiting.items[0]?.id ?? '' },
      body: { parts: [{ receivableId: late.receivableId, amount: '25.00' }] },
    });
    expect(await ada.ask('listWaitingPayments')).toMatchObject({ total: 0 });
    const refunds = await ada.ask<Paged<{ id: string }>>('listReceivables', { query: { filter: 'refund' } });
    expect(refunds).toMatchObject({ total: 1, items: [{ id: owed[23]?.receivableId, refundDue: '25.00' }] });
    await ada.ask('orderRefund', {
      params: { receivableId: refunds.items[0]?.id ?? '' },
      body: { iban, payee: 'Cy' },
    });
    expect(await ada.ask('listReceivables', { query: { filter: 'refund' } })).toMatchObject({ total: 0 });
    // The refund leaves, and the bank takes it from the account.
    const batch = await ada.ask<{ id: string; messageId: string }>('gatherPaymentBatch', {
      body: { until: today, executeOn: today },
    });
    await bob.ask('releasePaymentBatch', { params: { batchId: batch.id } });
    const debit = await bring('002', [{ cents: -2500n, endToEndId: batch.messageId }]);
    expect(debit.counts).toMatchObject({ settled: 1 });
    expect(await ada.ask('getPaymentBatch', { params: { batchId: batch.id } })).toMatchObject({
      state: 'settled',
      executed: '25.00',
    });
  }, 60_000);

  it('a budget line is opened, credited by two people, engaged by a process, corrected by hand and taken out as a file', async () => {
    const year = Number(today.slice(0, 4));
    const line = await ada.ask<{ id: string }>('openBudgetLine', {
      body: { code: '25.003.31.01', year, label: { fr: 'Primes', nl: 'Premies' } },
    });
    const params = { lineId: line.id };
    const asking = { engagement: '1000.00', liquidation: '500.00', givenOn: today, reason: 'Ordinance' };
    const { credits } = await ada.ask<{ credits: { id: string }[] }>('askBudgetCredit', { params, body: asking });
    const decision = { params: { creditId: credits[0]?.id ?? '' }, body: { isApproved: true } };
    expect((await ada.call('decideBudgetCredit', decision)).statusCode).toBe(409);
    await bob.ask('decideBudgetCredit', decision);
    const engaging = { budgetLine: '25.003.31.01', label };
    const { engagementId } = await given.casework.caseStore.engageBudget(connector(), {
      ...once(),
      ...engaging,
      amount: '600.00',
    });
    expect(
      await given.casework.caseStore.engageBudget(connector(), { ...once(), ...engaging, amount: '400.01' }),
    ).toMatchObject({ result: 'noBudgetLeft', available: '400.00' });
    const change = { params: { engagementId: engagementId ?? '' }, body: { amount: '700.00', reason: 'As agreed' } };
    expect(await ada.ask('changeEngagement', change)).toMatchObject({ engaged: '700.00', available: '300.00' });
    expect(await ada.ask('listEngagements', { params })).toMatchObject({ items: [{ rest: '700.00', state: 'open' }] });
    expect(await ada.ask('listBudgetMovements', { params, query: { limit: '2' } })).toMatchObject({
      total: 3,
      items: [
        { kind: 'raise', by: 'Ada' },
        { kind: 'engage', by: null },
      ],
    });
    expect(await ada.ask('closeEngagementByHand', { ...change, body: { reason: 'No more due' } })).toMatchObject({
      available: '1000.00',
    });
    const file = await ada.call('exportBudget', { query: { year: String(year), language: 'fr' } });
    expect(file.body).toContain('"25.003.31.01";"Primes";"1000,00"');
    expect(await ada.ask('getBudget', { query: { year: String(year) } })).toMatchObject({ total: { engaged: '0.00' } });
    expect(await ada.ask('previewCarryOver', { query: { year: String(year) } })).toMatchObject({ engagements: 0 });
    expect((await ada.call('carryOver', { body: { year, engagements: 0, amount: '0.00' } })).statusCode).toBe(400);
  });
});
