import type { Actor } from '@irisflow/access';
import {
  connectorOf,
  givenAdministrations,
  givenCase,
  givenPublished,
  givenReader,
  givenStaff,
  openTestCasework,
  type TestCasework,
} from '@irisflow/platform/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { amountOf } from './amount.ts';
import { checkLedger } from './index.ts';

/** What can be done to one receivable, in whatever order. */
type Step = { readonly kind: 'pay' | 'reverse' | 'writeOff' | 'cancel'; readonly cents: number };

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('pay', 'pay', 'reverse', 'writeOff', 'cancel'),
  cents: fc.integer({ min: 1, max: 20_000 }),
});

let given: TestCasework;
let ada: Actor;
let bob: Actor;
let connector: Actor;
let key = 0;

beforeAll(async () => {
  given = await openTestCasework();
  await givenAdministrations(given.casework);
  await givenPublished(given.casework);
  ada = await givenStaff(given.casework, { name: 'Ada', roles: ['accountant'] });
  bob = await givenStaff(given.casework, { name: 'Bob', roles: ['accountant'] });
  const administrator = await givenStaff(given.casework, { name: 'Alma', roles: ['administrator'] });
  await given.casework.ledger.setPayee(administrator, { iban: 'BE68539007547034', name: 'Housing', revision: 0 });
  connector = connectorOf(await givenCase(given.casework, await givenReader(given.casework, 'Léa')));
});
afterAll(() => given.close());

const call = () => ({ idempotencyKey: `k${(key += 1)}` });
const label = { fr: 'x', nl: 'x', en: 'x' };

/** Plays one step; answers by how much more or less has come in for it. What the books refuse changes nothing. */
const play = async (receivableId: string, { kind, cents }: Step): Promise<bigint> => {
  const { ledger, caseStore } = given.casework;
  if (kind === 'pay') {
    const money = { amount: amountOf(BigInt(cents)), day: '2026-11-25', reference: '', payer: '' };
    await ledger.takePayment(ada, { channel: 'bank', ...money, receivableId });
    return BigInt(cents);
  }
  if (kind === 'cancel') {
    await caseStore.cancelPayment(connector, { ...call(), receivableId, reason: 'x y' });
    return 0n;
  }
  const { entries } = await ledger.getReceivable(ada, { receivableId });
  if (kind === 'reverse') {
    const entry = entries.find((one) => one.kind === 'payment' && !one.isReversed);
    if (entry === undefined) return 0n;
    await ledger.reversePayment(ada, { receivableId, entryId: entry.id, reason: 'x y' });
    return BigInt(entry.lines.find(({ account }) => account === 'receivable')?.amount.replace('.', '') ?? 0);
  }
  try {
    const { writeOff } = await ledger.askWriteOff(ada, { receivableId, reason: 'x y' });
    await ledger.decideWriteOff(bob, { writeOffId: writeOff?.id ?? '', isApproved: cents % 2 === 0 });
  } catch (thrown) {
    expect(thrown).toMatchObject({ code: 'NOTHING_LEFT' });
  }
  return 0n;
};

test('whatever is done in whatever order, the books balance and nobody owes and is owed at once', async () => {
  const cents = (text: string): bigint => BigInt(text.replace('.', ''));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 20_000 }), fc.array(step, { maxLength: 8 }), async (asked, steps) => {
      const { receivableId } = await given.casework.caseStore.askPayment(connector, {
        ...call(),
        kind: 'fee',
        label,
        legalReference: 'x',
        amount: amountOf(BigInt(asked)),
      });
      let cameIn = 0n;
      for (const one of steps) {
        cameIn += await play(receivableId, one);
        const seen = await given.casework.ledger.getReceivable(ada, { receivableId });
        expect(cents(seen.rest) === 0n || cents(seen.refundDue) === 0n).toBe(true);
        expect(cents(seen.paid) + cents(seen.refundDue)).toBe(cameIn);
        expect(
          seen.entries.every(({ lines }) => lines.reduce((sum, { amount }) => sum + cents(amount), 0n) === 0n),
        ).toBe(true);
      }
    }),
    { numRuns: 25, seed: 59 },
  );
  expect(await checkLedger(given.database)).toEqual([]);
}, 180_000);
