import { checkLedger } from '@irisflow/ledger';
import { system } from '@irisflow/platform/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GivenPayer, givenPayer } from './testing/given-payer.ts';

/** What may happen in whatever order: people go to the page, pay all, half or more, the provider tells it, is away, or says how it ended. */
type Step =
  | { readonly kind: 'go' | 'come-back' | 'ask' | 'away' | 'lost-answer' }
  | { readonly kind: 'pay'; readonly which: number; readonly cents: number }
  | { readonly kind: 'tell'; readonly which: number }
  | { readonly kind: 'end'; readonly which: number; readonly state: 'refused' | 'abandoned' | 'expired' }
  | { readonly kind: 'pass'; readonly minutes: number };

const which = fc.nat(3);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .constantFrom('go' as const, 'come-back' as const, 'ask' as const, 'away' as const, 'lost-answer' as const)
    .map((kind) => ({ kind })),
  fc.record({ kind: fc.constant('pay' as const), which, cents: fc.integer({ min: 1, max: 15_000 }) }),
  fc.record({ kind: fc.constant('tell' as const), which }),
  fc.record({
    kind: fc.constant('end' as const),
    which,
    state: fc.constantFrom('refused' as const, 'abandoned' as const, 'expired' as const),
  }),
  fc.record({ kind: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 40 }) }),
);

const centsOf = (text: string): bigint => BigInt(text.replace('.', ''));
const textOf = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
/** A provider that is away refuses; nothing left is an answer too. */
const orRefused = async (work: Promise<unknown>): Promise<void> => {
  await work.catch((thrown: { code?: string }) => {
    if (thrown.code !== 'PROVIDER_UNAVAILABLE' && thrown.code !== 'NOTHING_LEFT') throw thrown;
  });
};

describe.each(['postgres', 'pglite'] as const)('whatever happens at a provider, on %s', (kind) => {
  let all: GivenPayer;
  let now = Date.parse('2026-11-25T09:00:00.000Z');

  beforeAll(async () => {
    all = await givenPayer(kind);
  });
  afterAll(() => all.given.close());

  const pass = (minutes: number): void => {
    now += minutes * 60_000;
    all.given.clock.set(new Date(now).toISOString());
  };

  test('each cent that came in is booked once, and the account of the provider is what it took in', async () => {
    const { onlinePayments, ledger } = all.given.casework;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        const receivableId = await all.owe('100.00');
        const before = centsOf(await all.balanceOf('provider'));
        const pages: string[] = [];
        let tookIn = 0;
        const run = async (one: Step): Promise<void> => {
          const page = 'which' in one ? pages[one.which % Math.max(1, pages.length)] : undefined;
          if (one.kind === 'go')
            await orRefused(
              all.goToPay(receivableId).then((found) => {
                if (!pages.includes(found)) pages.push(found);
              }),
            );
          if (one.kind === 'come-back') await onlinePayments.comeBack(all.payer, { receivableId });
          if (one.kind === 'ask') await orRefused(onlinePayments.ask(system, {}));
          if (one.kind === 'away') all.scripted.fail(1);
          if (one.kind === 'lost-answer') all.scripted.loseAnswer();
          if (one.kind === 'pass') pass(one.minutes);
          if (page === undefined) return;
          if (one.kind === 'pay') {
            all.scripted.capture(page, textOf(one.cents));
            tookIn += one.cents;
          }
          if (one.kind === 'tell') await orRefused(all.tell(page));
          if (one.kind === 'end') all.scripted.say(page, one.state);
        };
        for (const one of steps) await run(one);
        all.scripted.fail(0);
        for (const page of pages) await all.tell(page);
        const seen = await ledger.getReceivable(all.accountant, { receivableId });
        expect(centsOf(seen.paid) + centsOf(seen.refundDue)).toBe(BigInt(tookIn));
        expect(centsOf(await all.balanceOf('provider')) - before).toBe(BigInt(tookIn));
        const offered = await all.given.database.query(
          `select 1 from casework.online_payment where receivable_id = $1 and state in ('begun', 'open')`,
          [receivableId],
        );
        expect(offered.length).toBeLessThanOrEqual(1);
      }),
      // The embedded store takes one after the other: what hurries meets on PostgreSQL.
      { numRuns: kind === 'pglite' ? 6 : 25, seed: 65 },
    );
    expect(await checkLedger(all.given.database)).toEqual([]);
  }, 180_000);
});
