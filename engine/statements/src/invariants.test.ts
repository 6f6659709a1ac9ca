import type { Actor } from '@irisflow/access';
import type { Movement } from '@irisflow/bank-files';
import { type GivenStatement, inPieces, writeCamt053, writeCoda } from '@irisflow/bank-files/testing';
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
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** What may stand in a statement: money for one of three receivables or for none, and that an earlier one is taken back. */
type Moved =
  | { readonly kind: 'for'; readonly which: number; readonly cents: number; readonly isAmongWords: boolean }
  | { readonly kind: 'unknown'; readonly cents: number }
  | { readonly kind: 'out'; readonly cents: number }
  | { readonly kind: 'back'; readonly of: number };

const cents = fc.integer({ min: 1, max: 20_000 });
const moved: fc.Arbitrary<Moved> = fc.oneof(
  fc.record({ kind: fc.constant('for' as const), which: fc.nat(2), cents, isAmongWords: fc.boolean() }),
  fc.record({ kind: fc.constant('unknown' as const), cents }),
  fc.record({ kind: fc.constant('out' as const), cents }),
  fc.record({ kind: fc.constant('back' as const), of: fc.nat(20) }),
);

let given: TestCasework;
let ada: Actor;
let connector: Actor;
let count = 0;
const account = 'BE68539007547034';

beforeAll(async () => {
  given = await openTestCasework();
  await givenAdministrations(given.casework);
  await givenPublished(given.casework);
  ada = await givenStaff(given.casework, { name: 'Ada', roles: ['accountant'] });
  const administrator = await givenStaff(given.casework, { name: 'Alma', roles: ['administrator'] });
  await given.casework.ledger.setPayee(administrator, { iban: account, name: 'Housing', revision: 0 });
  connector = connectorOf(await givenCase(given.casework, await givenReader(given.casework, 'Léa')));
});
afterAll(() => given.close());

const numbered = (): number => (count += 1);
const inCents = (text: string): bigint => BigInt(text.replace('.', ''));

const ask = () =>
  given.casework.caseStore.askPayment(connector, {
    idempotencyKey: `k${numbered()}`,
    kind: 'fee',
    label: { fr: 'x', nl: 'x', en: 'x' },
    legalReference: 'x',
    amount: '100.00',
  });

const balanceOf = async (name: string): Promise<bigint> => {
  const { balances } = await given.casework.ledger.getBooks(ada, {});
  return inCents(balances.find((one) => one.account === name)?.balance ?? '0.00');
};

/** What the statements say, as the bank writes it, and what stands of it in the end. */
const written = (all: readonly Moved[], communications: readonly string[], run: number) => {
  const standing = new Map<number, { which: number | null; cents: bigint }>();
  const movements = all.map((one, place): Partial<Movement> => {
    if (one.kind === 'back') {
      const taken = standing.get(one.of);
      standing.delete(one.of);
      const unknown = { cents: -7n, endToEndId: `R${run}-none`, returnReason: 'MD06' };
      return taken === undefined ? unknown : { ...unknown, cents: -taken.cents, endToEndId: `R${run}-${one.of}` };
    }
    if (one.kind === 'out') return { cents: -BigInt(one.cents), communication: { kind: 'free', text: 'rent' } };
    standing.set(place, { which: one.kind === 'for' ? one.which : null, cents: BigInt(one.cents) });
    const about = { cents: BigInt(one.cents), endToEndId: `R${run}-${place}` };
    if (one.kind === 'unknown') return { ...about, communication: { kind: 'free', text: 'thank you' } };
    const digits = (communications[one.which] ?? '').replaceAll(/\D/g, '');
    return one.isAmongWords
      ? { ...about, communication: { kind: 'free', text: `fee ${digits} thanks` } }
      : { ...about, communication: { kind: 'structured', digits } };
  });
  return { movements, standing: [...standing.values()] };
};

const sumOf = (all: readonly { readonly cents: bigint }[]): bigint => all.reduce((sum, one) => sum + one.cents, 0n);

test('whatever statements say, in whatever file, each movement is booked once and what a bank took back never came', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(moved, { maxLength: 20 }), fc.boolean(), async (all, isCoda) => {
      const asked = [await ask(), await ask(), await ask()];
      const before = { bank: await balanceOf('bank'), suspense: await balanceOf('suspense') };
      const run = numbered();
      const { movements, standing } = written(
        all,
        asked.map(({ communication }) => communication),
        run,
      );
      const statement: GivenStatement = {
        account,
        owner: 'HOUSING',
        number: String(run),
        day: '2026-11-24',
        opening: 0n,
        movements,
      };
      const content = (async function* pieces() {
        yield* inPieces(isCoda ? writeCoda(statement) : writeCamt053(statement), 777);
      })();
      await given.casework.statements.importStatements(ada, { name: 'x', content });
      for (let booked = 1; booked > 0;) booked = await given.casework.statements.book(system, {});
      for (const [which, { receivableId }] of asked.entries()) {
        const seen = await given.casework.ledger.getReceivable(ada, { receivableId });
        expect(inCents(seen.paid) + inCents(seen.refundDue)).toBe(sumOf(standing.filter((one) => one.which === which)));
      }
      expect((await balanceOf('bank')) - before.bank).toBe(sumOf(standing));
      expect(before.suspense - (await balanceOf('suspense'))).toBe(
        sumOf(standing.filter(({ which }) => which === null)),
      );
    }),
    { numRuns: 20, seed: 59 },
  );
  expect(await checkLedger(given.database)).toEqual([]);
}, 120_000);
