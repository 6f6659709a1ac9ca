import { type Actor, personOf } from '@irisflow/access';
import { makeBelgianIban } from '@irisflow/identifiers';
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
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const label = { fr: 'Redevance', nl: 'Retributie', en: 'Fee' };
const refused = (code: string) => expect.objectContaining({ code });
const today = '2026-11-25';
const ownAccount = makeBelgianIban(7_654_321);

describe('who ordered by hand that somebody is paid', () => {
  let given: TestCasework;
  let ada: Actor;
  let bob: Actor;
  let connector: Actor;
  let key = 0;

  const room = () => given.casework.payables;
  const call = () => ({ idempotencyKey: `key-${(key += 1)}` });
  const gather = (by: Actor) => room().gatherBatch(by, { until: today, executeOn: today });
  const due = async (by: Actor) => (await room().listPayables(by, { filter: 'due' })).amount;
  const rolesOf = (actor: Actor, roles: readonly string[]) =>
    given.database.query('update casework.person set roles = $2 where id = $1', [personOf(actor).id, roles]);
  /** Thirty euros too many came in, and Ada orders that they go to an account of her own. */
  const givenRefund = async (): Promise<void> => {
    const asked = { ...call(), kind: 'fee', label, legalReference: 'Article 3', amount: '50.00' } as const;
    const { receivableId } = await given.casework.caseStore.askPayment(connector, asked);
    const paid = { channel: 'bank', amount: '80.00', day: today, reference: '', payer: '', receivableId } as const;
    await given.casework.ledger.takePayment(bob, paid);
    await room().orderRefund(ada, { receivableId, iban: ownAccount, payee: 'Ada' });
  };

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    ada = await givenStaff(given.casework, { name: 'Ada', roles: ['accountant'] });
    bob = await givenStaff(given.casework, { name: 'Bob', roles: ['accountant'] });
    const administrator = await givenStaff(given.casework, { name: 'Alma', roles: ['administrator'] });
    const account = { iban: 'BE68539007547034', name: 'Brussels Housing', revision: 0 };
    await given.casework.ledger.setPayee(administrator, account);
    await room().setPayer(administrator, account);
    connector = connectorOf(await givenCase(given.casework, await givenReader(given.casework, 'Léa')));
  });
  afterAll(() => given.close());

  test('gathers it themselves, and somebody else releases it', async () => {
    await givenRefund();
    // A colleague who gathers what is due does not carry it along unseen.
    expect(await due(bob)).toBe('0.00');
    await expect(gather(bob)).rejects.toEqual(refused('NOTHING_DUE'));
    expect(await due(ada)).toBe('30.00');
    const { id: batchId } = await gather(ada);
    await expect(room().releaseBatch(ada, { batchId })).rejects.toEqual(refused('FOUR_EYES'));
    expect(await room().releaseBatch(bob, { batchId })).toMatchObject({ state: 'released', total: '30.00' });
  });

  test('does not release it where a colleague gathered it because they kept the books no more', async () => {
    await givenRefund();
    await rolesOf(ada, ['agent']);
    const { id: batchId, total } = await gather(bob);
    expect(total).toBe('30.00');
    await rolesOf(ada, ['accountant']);
    await expect(room().releaseBatch(ada, { batchId })).rejects.toEqual(refused('FOUR_EYES'));
    const carla = await givenStaff(given.casework, { name: 'Carla', roles: ['accountant'] });
    expect(await room().releaseBatch(carla, { batchId })).toMatchObject({ state: 'released' });
  });
});
