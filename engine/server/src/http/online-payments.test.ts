import { freePort } from '@irisflow/database/testing';
import type { Actor } from '@irisflow/access';
import { startSandbox, type Sandbox } from '@irisflow/connector-sandbox';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createPaymentProvider, type OpenedProvider } from '../start/create-payment-provider.ts';
import { givenCase, givenProcedure } from '../testing/given-case.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

const host = '127.0.0.1';

interface Online {
  readonly payable: string | null;
  readonly latest: { readonly state: string; readonly received: string | null } | null;
}
interface Books {
  readonly balances: readonly { readonly account: string; readonly balance: string }[];
}

describe('paying on the page of a provider that the sandbox plays', () => {
  let sandbox: Sandbox;
  let opened: OpenedProvider;
  let given: TestPlatform;
  let publicUrl: string;
  let citizen: Visitor;
  let stranger: Visitor;
  let accountant: Visitor;
  let caseId: string;
  let asked = 0;

  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, smtpPort: 0, mailPort: 0, lateMs: 400 });
    opened = createPaymentProvider({ ...sandbox.payments, pages: '' });
    const port = await freePort();
    publicUrl = `http://${host}:${port}`;
    given = await openTestPlatform({}, undefined, { paymentProvider: opened.provider, publicUrl });
    const { app, casework } = given;
    await app.listen({ host, port });
    const of = { administration: 'brussels-housing' };
    const analyst = await givenPerson(app, casework, { name: 'Ann', roles: ['analyst'], ...of });
    const administrator = await givenPerson(app, casework, { name: 'Alma', roles: ['administrator'], ...of });
    accountant = await givenPerson(app, casework, { name: 'Ada', roles: ['accountant'], ...of });
    await administrator.ask('setPayee', { body: { iban: 'BE68539007547034', name: 'Housing', revision: 0 } });
    await givenProcedure(analyst, 'rent-aid');
    citizen = await givenPerson(app, casework, { name: 'Cy', roles: ['citizen'] });
    stranger = await givenPerson(app, casework, { name: 'Sam', roles: ['citizen'] });
    caseId = await givenCase(citizen, 'rent-aid');
    // What fails with a provider that is away is asked again.
    casework.start({ pollMs: 1000, onFailure: () => undefined });
  });
  afterAll(async () => {
    await given.close();
    await opened.close();
    await sandbox.stop();
  });

  const caseStore = (): Actor => ({
    kind: 'connector',
    connector: 'case-store',
    case: { caseId, administration: 'brussels-housing', procedureKey: 'rent-aid', procedureVersion: 1 },
    work: { job: '77', process: 'rent-aid', element: 'record' },
  });
  const owe = async (amount = '125.00'): Promise<string> => {
    const { receivableId } = await given.casework.caseStore.askPayment(caseStore(), {
      idempotencyKey: `owe-${(asked += 1)}`,
      kind: 'fee',
      label: { fr: 'Redevance', nl: 'Retributie', en: 'Fee' },
      legalReference: 'Ordinance',
      amount,
      days: 30,
    });
    return receivableId;
  };
  const pageOf = async (receivableId: string, locale = 'fr'): Promise<string> =>
    (await citizen.ask<{ page: string }>('payOnline', { params: { receivableId }, body: { locale } })).page;
  /** Does on the page of the provider what a browser does; answers where it leads. */
  const act = async (page: string, behavior: string): Promise<string> => {
    const answer = await fetch(page, {
      method: 'POST',
      body: new URLSearchParams({ behavior }),
      redirect: 'manual',
    });
    expect(answer.status).toBe(303);
    return answer.headers.get('location') ?? '';
  };
  const comeBack = (receivableId: string) => citizen.ask<Online>('comeBackFromPaying', { params: { receivableId } });
  const look = (receivableId: string) => citizen.ask<Online>('getMyOnlinePayment', { params: { receivableId } });
  const settled = (receivableId: string, latest: object) =>
    vi.waitFor(async () => expect(await look(receivableId)).toMatchObject({ latest }), {
      timeout: 25_000,
      interval: 200,
    });
  const owed = (receivableId: string) => accountant.ask<object>('getReceivable', { params: { receivableId } });

  it.each([
    ['pays', { state: 'paid', received: '125.00' }, { state: 'paid', rest: '0.00', refundDue: '0.00' }],
    ['refused', { state: 'refused', received: null }, { state: 'open', rest: '125.00' }],
    ['abandons', { state: 'abandoned', received: null }, { state: 'open', rest: '125.00' }],
    ['pays-twice', { state: 'paid', received: '250.00' }, { state: 'overpaid', rest: '0.00', refundDue: '125.00' }],
    ['pays-half', { state: 'paid', received: '62.50' }, { state: 'partlyPaid', rest: '62.50' }],
    ['webhook-repeated', { state: 'paid', received: '125.00' }, { state: 'paid', refundDue: '0.00' }],
    ['webhook-before-return', { state: 'paid', received: '125.00' }, { state: 'paid', refundDue: '0.00' }],
    ['webhook-lost', { state: 'paid', received: '125.00' }, { state: 'paid', refundDue: '0.00' }],
    ['status-unavailable', { state: 'paid', received: '125.00' }, { state: 'paid', refundDue: '0.00' }],
  ])(
    '%s: what became of it is known after the return, and booked once',
    async (behavior, latest, books) => {
      const receivableId = await owe();
      const back = await act(await pageOf(receivableId), behavior);
      expect(back).toBe(`${publicUrl}/fr/my/payments/${receivableId}/online`);
      await comeBack(receivableId);
      await settled(receivableId, latest);
      expect(await owed(receivableId)).toMatchObject(books);
    },
    40_000,
  );

  it('whoever closes the window after paying is known by the webhook, however late', async () => {
    const receivableId = await owe();
    await act(await pageOf(receivableId), 'webhook-late');
    await settled(receivableId, { state: 'paid', received: '125.00' });
    expect(await owed(receivableId)).toMatchObject({ state: 'paid', refundDue: '0.00' });
  });

  it('the page of the demonstration says that it is one, in the language of who pays', async () => {
    for (const [locale, said] of [
      ['fr', 'Démonstration'],
      ['nl', 'Demonstratie'],
      ['en', 'Demonstration'],
    ] as const) {
      const answer = await fetch(await pageOf(await owe(), locale));
      const text = await answer.text();
      expect(text).toContain(said);
      expect(text).toContain(`lang="${locale}"`);
      expect(answer.headers.get('content-security-policy')).toContain(`form-action 'self' ${publicUrl}`);
    }
  });

  it('a webhook that somebody forges books nothing, whatever it says, and is answered like any other', async () => {
    const receivableId = await owe();
    const page = await pageOf(receivableId);
    const tell = (body: object) =>
      fetch(`${publicUrl}/api/online-payments/notifications`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const id = page.split('/').at(-1);
    expect((await tell({ id })).status).toBe(204);
    expect((await tell({ id: 'pay_that_there_is_not' })).status).toBe(204);
    expect((await tell({ id, status: 'paid', amount: '125.00' })).status).toBe(400);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await look(receivableId)).toMatchObject({ payable: '125.00', latest: { state: 'open', received: null } });
  });

  it('who pays says nothing of where they come back to, or how much', async () => {
    const receivableId = await owe();
    for (const more of [{ returnUrl: 'https://evil.example' }, { amount: '0.01' }, { locale: '//evil.example' }]) {
      const answer = await citizen.call('payOnline', { params: { receivableId }, body: { locale: 'fr', ...more } });
      expect(answer.statusCode).toBe(400);
    }
  });

  it('nobody pays, sees or asks for what another one owes', async () => {
    const receivableId = await owe();
    await pageOf(receivableId);
    const params = { receivableId };
    const answers = [
      await stranger.call('payOnline', { params, body: { locale: 'fr' } }),
      await stranger.call('getMyOnlinePayment', { params }),
      await stranger.call('comeBackFromPaying', { params }),
      await accountant.call('payOnline', { params, body: { locale: 'fr' } }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 403]);
  });

  it('what the provider pays out empties its account', async () => {
    const balance = async () =>
      (await accountant.ask<Books>('getBooks')).balances.find(({ account }) => account === 'provider')?.balance;
    const receivableId = await owe('10.00');
    await act(await pageOf(receivableId), 'pays');
    await settled(receivableId, { state: 'paid' });
    const amount = await balance();
    const { paymentId } = await accountant.ask<{ paymentId: string }>('takePayment', {
      body: {
        channel: 'bank',
        amount,
        day: new Date().toISOString().slice(0, 10),
        reference: 'PO-1',
        payer: 'Provider',
      },
    });
    await accountant.ask('bookPayout', { params: { paymentId }, body: {} });
    expect(await balance()).toBe('0.00');
  });
});
