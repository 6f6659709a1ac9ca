import type { Actor } from '@irisflow/access';
import { checkLedger } from '@irisflow/ledger';
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
import { endToEndIdOf } from './ids.ts';
import { checkPayables } from './index.ts';
import { pain002 } from './testing/pain002.ts';

/** What can be done, in whatever order; the number says to which order or batch. */
interface Step {
  readonly kind: 'order' | 'cancel' | 'gather' | 'giveUp' | 'release' | 'answer' | 'answerAll' | 'confirm';
  readonly which: number;
  readonly status: 'ACSC' | 'RJCT' | 'ACCP' | 'RVNM';
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(
    ...([
      'order',
      'order',
      'order',
      'cancel',
      'gather',
      'giveUp',
      'release',
      'answer',
      'answerAll',
      'confirm',
    ] as const),
  ),
  which: fc.nat(20),
  status: fc.constantFrom(...(['ACSC', 'RJCT', 'ACCP', 'RVNM'] as const)),
});

const iban = 'BE68539007547034';
const day = '2026-11-25';
const label = { fr: 'x', nl: 'x', en: 'x' };
const refusals = [
  'NOT_FOUND',
  'INPUT_INVALID',
  'BANK_FILE_UNKNOWN',
  'BANK_FILE_CONTRADICTS',
  'BATCH_DECIDED',
  'BATCH_NOT_RELEASED',
  'NOTHING_DUE',
];

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
  await given.casework.payables.setPayer(administrator, { iban, name: 'Housing', revision: 0 });
  connector = connectorOf(await givenCase(given.casework, await givenReader(given.casework, 'Léa')));
});
afterAll(() => given.close());

const call = () => ({ idempotencyKey: `k${(key += 1)}` });
const at = <Item>(all: readonly Item[], which: number): Item | undefined => all[which % Math.max(all.length, 1)];

const answer = (messageId: string, group: string | null, order?: string, status = '') =>
  given.casework.payables.takeAnswer(ada, {
    content: (async function* () {
      const statuses = order === undefined ? [] : [{ order, status }];
      yield await Promise.resolve(Buffer.from(`${pain002({ messageId, group, statuses })}${' '.repeat((key += 1))}`));
    })(),
  });

/** The order and the batch that a step is about; while there are none, keys that nobody knows. */
interface Target extends Step {
  readonly orderId: string;
  readonly batchId: string;
  readonly messageId: string;
}

const payables = () => given.casework.payables;
const deeds: Readonly<Record<Step['kind'], (target: Target) => Promise<unknown>>> = {
  order: ({ which }) =>
    given.casework.caseStore.orderPayment(connector, { ...call(), label, amount: `${which + 1}.01`, iban }),
  cancel: ({ orderId }) =>
    given.casework.caseStore.cancelOrder(connector, { ...call(), payableId: orderId, reason: 'x y' }),
  gather: () => payables().gatherBatch(ada, { until: day, executeOn: day }),
  giveUp: ({ batchId }) => payables().giveUpBatch(bob, { batchId }),
  release: ({ batchId }) => payables().releaseBatch(bob, { batchId }),
  confirm: ({ batchId }) => payables().confirmBatch(ada, { batchId, day }),
  answerAll: ({ messageId, status }) => answer(messageId, status),
  answer: ({ messageId, orderId, status }) => answer(messageId, null, endToEndIdOf(orderId), status),
};

const play = async (one: Step): Promise<unknown> => {
  const order = at((await payables().listPayables(ada, { filter: 'all', limit: 100 })).items, one.which);
  const batch = at(await payables().listBatches(ada, {}), one.which);
  return deeds[one.kind]({
    ...one,
    orderId: order?.id ?? 'none',
    batchId: batch?.id ?? 'none',
    messageId: batch?.messageId ?? 'none',
  });
};

/** What is refused says why by its code; anything else fails the test. */
const refusalOf = async (one: Step): Promise<unknown> => {
  try {
    await play(one);
    return undefined;
  } catch (thrown) {
    return (thrown as { code?: string }).code ?? thrown;
  }
};

test('whatever is done in whatever order, orders and books say the same and nothing ends twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const ended = new Map<string, string>();
      for (const one of steps) {
        expect([undefined, ...refusals]).toContain(await refusalOf(one));
        for (const { id, state } of (await given.casework.payables.listPayables(ada, { filter: 'all', limit: 100 }))
          .items) {
          expect(ended.get(id) ?? state).toBe(state);
          if (['executed', 'rejected', 'canceled'].includes(state)) ended.set(id, state);
        }
      }
      expect([...(await checkLedger(given.database)), ...(await checkPayables(given.database))]).toEqual([]);
    }),
    { numRuns: 10, seed: 60 },
  );
}, 120_000);
