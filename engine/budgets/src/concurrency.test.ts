import type { Actor } from '@irisflow/access';
import {
  connectorOf,
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  type TestCasework,
} from '@irisflow/platform/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkBudgets } from './index.ts';

const WRITERS = 30;
const CREDIT = 100_000;
const iban = 'BE68539007547034';
const label = { fr: 'x', nl: 'x', en: 'x' };
const given2026 = { givenOn: '2026-11-25', reason: 'Ordinance of the budget' };

interface Act {
  readonly kind: 'engage' | 'set' | 'close' | 'order' | 'cancel';
  readonly cents: number;
}

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('engage', 'engage', 'set', 'set', 'close', 'order', 'order', 'cancel'),
  cents: fc.integer({ min: 1, max: 12_000 }),
});
const amountOf = (cents: number): string => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
const centsOf = (amount: string): number => Number(amount.replace('.', ''));

describe.each(['postgres', 'pglite'] as const)('thirty processes at once on %s', (kind) => {
  let given: TestCasework;
  let ada: Actor;
  let bob: Actor;
  const cases: string[] = [];
  let key = 0;

  beforeAll(async () => {
    given = await openTestCasework({ kind });
    const { casework } = given;
    await givenAdministrations(casework);
    await givenPublished(casework);
    ada = await givenStaff(casework, { name: 'Ada', roles: ['accountant'] });
    bob = await givenStaff(casework, { name: 'Bob', roles: ['accountant'] });
    const holder = await givenCitizen(casework, 'Noa Peeters');
    for (let number = 0; number < WRITERS; number += 1) cases.push(await givenCase(casework, holder, `P ${number}`));
  }, 120_000);
  afterAll(() => given.close());

  const once = () => ({ idempotencyKey: `k${(key += 1)}` });

  /** A line that holds a thousand euros to engage, and less to pay. */
  const open = async (): Promise<{ readonly lineId: string; readonly code: string }> => {
    const { budgets } = given.casework;
    const code = `25.${(key += 1)}`;
    const { id: lineId } = await budgets.openLine(ada, { code, year: 2026, label: { fr: 'x', nl: 'x' } });
    const asked = { lineId, engagement: amountOf(CREDIT), liquidation: amountOf(CREDIT / 2), ...given2026 };
    const { credits } = await budgets.askCredit(ada, asked);
    await budgets.decideOnCredit(bob, { creditId: credits[0]?.id ?? '', isApproved: true });
    return { lineId, code };
  };

  /** What one process does, while the others do the same: each act answers, none fails. */
  const write = async (caseId: string, code: string, acts: readonly Act[]): Promise<void> => {
    const { caseStore } = given.casework;
    const connector = connectorOf(caseId);
    let engagementId: string | null = null;
    let payableId: string | null = null;
    for (const one of acts) {
      const amount = amountOf(one.cents);
      if (one.kind === 'engage') {
        const reply = await caseStore.engageBudget(connector, { ...once(), budgetLine: code, amount, label });
        expect(centsOf(reply.available)).toBeGreaterThanOrEqual(0);
        engagementId = reply.engagementId ?? engagementId;
      } else if (engagementId === null) continue;
      else if (one.kind === 'set') await caseStore.setEngagement(connector, { ...once(), engagementId, amount });
      else if (one.kind === 'close') await caseStore.closeEngagement(connector, { ...once(), engagementId });
      else if (one.kind === 'order')
        payableId = (await caseStore.orderPayment(connector, { ...once(), label, amount, iban, engagementId }))
          .payableId;
      else if (payableId !== null)
        await caseStore.cancelOrder(connector, { ...once(), payableId, reason: 'No more due' });
    }
  };

  test('never engage more than the credit, never order more than is engaged, and every sum is kept', async () => {
    const turns = fc.array(fc.array(act, { minLength: 1, maxLength: 6 }), { minLength: WRITERS, maxLength: WRITERS });
    await fc.assert(
      fc.asyncProperty(turns, async (all) => {
        const { lineId, code } = await open();
        await Promise.all(all.map((acts, index) => write(cases[index] ?? '', code, acts)));
        expect(await checkBudgets(given.database)).toEqual([]);
        const line = await given.casework.budgets.getLine(ada, { lineId });
        expect(centsOf(line.engaged)).toBeLessThanOrEqual(CREDIT);
        expect(centsOf(line.liquidated)).toBeLessThanOrEqual(Math.min(CREDIT / 2, centsOf(line.engaged)));
      }),
      // The embedded store takes one after the other: what hurries meets on PostgreSQL.
      { numRuns: kind === 'pglite' ? 1 : 4, seed: 70 },
    );
  }, 240_000);

  test('go on with what is carried over in that very moment: each gets an answer', async () => {
    const { budgets, caseStore } = given.casework;
    const { code } = await open();
    const next = await budgets.openLine(ada, { code, year: 2027, label: { fr: 'x', nl: 'x' } });
    const asked = { lineId: next.id, engagement: '100.00', liquidation: '100.00', ...given2026 };
    const { credits } = await budgets.askCredit(ada, asked);
    await budgets.decideOnCredit(bob, { creditId: credits[0]?.id ?? '', isApproved: true });
    const engagements: string[] = [];
    for (const caseId of cases) {
      const engage = { ...once(), budgetLine: code, amount: '10.00', label };
      engagements.push((await caseStore.engageBudget(connectorOf(caseId), engage)).engagementId ?? '');
    }
    given.clock.set('2027-01-04T09:00:00.000Z');
    try {
      const { engagements: count, amount } = await budgets.previewCarryOver(ada, { year: 2026 });
      const [, ...replies] = await Promise.all([
        budgets.carryOver(ada, { year: 2026, engagements: count, amount }),
        ...cases.map((caseId, index) => {
          const raise = { ...once(), engagementId: engagements[index] ?? '', amount: '20.00' };
          return caseStore.setEngagement(connectorOf(caseId), raise);
        }),
      ]);
      expect(replies.filter(({ result }) => result === 'engaged').length).toBeLessThanOrEqual(10);
      expect(await checkBudgets(given.database)).toEqual([]);
    } finally {
      given.clock.set('2026-11-25T09:00:00.000Z');
    }
  }, 120_000);
});
