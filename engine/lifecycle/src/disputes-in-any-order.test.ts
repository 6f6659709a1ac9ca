import type { Actor } from '@irisflow/access';
import { usualStore } from '@irisflow/database/testing';
import { checkLedger } from '@irisflow/ledger';
import {
  appealFolder,
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
import { afterAll, beforeAll, expect, test } from 'vitest';

/** What can happen to a fine that can be appealed against, in whatever order. */
type Step =
  | { readonly kind: 'appeal' | 'confirm' | 'annul' | 'reverse' }
  | { readonly kind: 'pay'; readonly euros: number }
  | { readonly kind: 'days'; readonly count: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('days' as const), count: fc.integer({ min: 0, max: 12 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('appeal' as const, 'confirm' as const, 'annul' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reverse' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pay' as const), euros: fc.integer({ min: 1, max: 60 }) }) },
);

const DAY_MS = 86_400_000;
const label = { fr: 'x', nl: 'x', en: 'x' };

let given: TestCasework;
let agent: Actor;
let citizen: Actor;
let ada: Actor;
let key = 0;

beforeAll(async () => {
  given = await openTestCasework({ kind: usualStore });
  const { casework } = given;
  await givenAdministrations(casework);
  await givenPublished(casework, appealFolder());
  agent = await givenStaff(casework, { name: 'Agnès', roles: ['agent'] });
  ada = await givenStaff(casework, { name: 'Ada', roles: ['accountant'] });
  const alma = await givenStaff(casework, { name: 'Alma', roles: ['administrator'] });
  await casework.ledger.setPayee(alma, { iban: 'BE68539007547034', name: 'Housing', revision: 0 });
  citizen = await givenReader(casework, 'Léa');
}, 60_000);
afterAll(() => given.close());

const call = () => ({ idempotencyKey: `k${(key += 1)}` });
const today = (): string => new Date(given.clock.now()).toISOString().slice(0, 10);

interface Fined {
  readonly caseId: string;
  readonly receivableId: string;
}

const fined = async (): Promise<Fined> => {
  const caseId = await givenCase(given.casework, citizen, `Léa ${(key += 1)}`);
  const { caseStore } = given.casework;
  const asked = { kind: 'fine', label, legalReference: 'x', amount: '100.00', days: 5, reminderDays: 4, noticeDays: 6 };
  const { receivableId } = await caseStore.askPayment(connectorOf(caseId), { ...call(), ...asked } as never);
  await caseStore.recordDecision(connectorOf(caseId), { ...call(), outcome: 'refused', grounds: [] });
  return { caseId, receivableId };
};

const decide = (caseId: string, appealOutcome: 'confirmed' | 'annulled') =>
  given.casework.caseStore.recordDecision(connectorOf(caseId), { ...call(), outcome: 'x', grounds: [], appealOutcome });

const reverse = async (receivableId: string): Promise<void> => {
  const { entries } = await given.casework.ledger.getReceivable(ada, { receivableId });
  const entry = entries.find((one) => one.kind === 'payment' && !one.isReversed);
  if (entry === undefined) return;
  await given.casework.ledger.reversePayment(ada, { receivableId, entryId: entry.id, reason: 'x y' });
};

const play = async ({ caseId, receivableId }: Fined, one: Step): Promise<unknown> => {
  const { lifecycle, ledger, terms } = given.casework;
  switch (one.kind) {
    case 'appeal':
      return lifecycle.recordAppeal(agent, { caseId, receivedOn: today(), summary: `No ${(key += 1)}`, remedy: 0 });
    case 'confirm':
      return decide(caseId, 'confirmed');
    case 'annul':
      return decide(caseId, 'annulled');
    case 'reverse':
      return reverse(receivableId);
    case 'pay': {
      const money = { channel: 'bank', amount: `${one.euros}.00`, day: today(), reference: '', payer: '' } as const;
      return ledger.takePayment(ada, { ...money, receivableId });
    }
    case 'days':
      given.clock.set(new Date(given.clock.now() + one.count * DAY_MS).toISOString());
      return terms.watchMoney(system, {});
  }
};

const overdue = async (receivableId: string): Promise<string[]> => {
  const rows = await given.database.query<{ step: string }>(
    `select message -> 'variables' -> 'payment' ->> 'step' as step from casework.outbox
      where message ->> 'key' = $1 and message ->> 'name' = 'payment.overdue' order by id`,
    [receivableId],
  );
  return rows.map((row) => row.step);
};

const ladder = ['overdue', 'reminder', 'formalNotice'];

const look = ({ receivableId }: Fined) => given.casework.ledger.getMine(citizen, { receivableId });

/** One step, with what must hold after it. */
const playChecked = async (fine: Fined, one: Step): Promise<void> => {
  const { disputedOn } = await look(fine);
  const before = await overdue(fine.receivableId);
  await play(fine, one);
  const after = await overdue(fine.receivableId);
  if (disputedOn !== null && one.kind === 'days') expect(after).toEqual(before);
  expect(after).toEqual(ladder.slice(0, after.length));
  const seen = await look(fine);
  expect(seen.state === 'overdue' && seen.disputedOn !== null).toBe(false);
};

/** Whatever came before, in the end each step was told once, and a debt at least that it is overdue. */
const playOut = async (fine: Fined): Promise<void> => {
  await play(fine, { kind: 'confirm' });
  for (let round = 0; round < 4; round += 1) await play(fine, { kind: 'days', count: 40 });
  const told = await overdue(fine.receivableId);
  expect(told).toEqual(ladder.slice(0, told.length));
  const { rest } = await look(fine);
  if (rest !== '0.00') expect(told).toContain('overdue');
};

const playAll = async (steps: readonly Step[]): Promise<void> => {
  given.clock.set('2026-11-02T09:00:00Z');
  const fine = await fined();
  for (const one of steps) await playChecked(fine, one);
  await playOut(fine);
};

test('in whatever order, nobody is reminded in a dispute, each step is told once and in its order, and the books balance', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), playAll), {
    numRuns: 20,
    seed: 69,
  });
  expect(await checkLedger(given.database)).toEqual([]);
}, 240_000);
