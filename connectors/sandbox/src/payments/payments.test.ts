import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startSandbox, type Sandbox } from '../index.ts';
import { createPaymentBook } from './payment-book.ts';

const asked = {
  amount: { value: '10.01', currency: 'EUR' },
  reference: '+++090/9337/55493+++',
  description: 'Fee <b>',
  locale: 'nl',
  redirectUrl: 'http://localhost:1/back',
  webhookUrl: 'http://localhost:1/hook',
  expiresAt: '2099-01-01T00:00:00.000Z',
};

describe('the payment provider that the sandbox plays', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, smtpPort: 0, mailPort: 0 });
  });
  afterAll(() => sandbox.stop());

  const call = (path: string, body?: object, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${sandbox.payments.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${sandbox.payments.key}`, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const create = async (key: string) =>
    (await (await call('/payments', asked, { 'idempotency-key': key })).json()) as {
      readonly id: string;
      readonly _links: { readonly checkout: { readonly href: string } };
    };

  it('creates one payment under one key', async () => {
    const one = await create('a');
    expect(await create('a')).toEqual(one);
    expect((await create('b')).id).not.toBe(one.id);
  });

  it('refuses another key of ours, a payment that is not whole, and one that there is not', async () => {
    expect((await call('/payments/x', undefined, { authorization: 'Bearer other' })).status).toBe(401);
    expect((await call('/payments', { ...asked, amount: { value: '10', currency: 'EUR' } })).status).toBe(422);
    expect((await call('/payments', asked)).status).toBe(422);
    expect((await call('/payments/x')).status).toBe(404);
  });

  it('shows what is paid, escaped, and takes half of it in to the cent', async () => {
    const { id, _links } = await create('half');
    expect(await (await fetch(_links.checkout.href)).text()).toContain('Fee &lt;b&gt;');
    await fetch(_links.checkout.href, {
      method: 'POST',
      body: new URLSearchParams({ behavior: 'pays-half' }),
      redirect: 'manual',
    });
    expect(await (await call(`/payments/${id}`)).json()).toMatchObject({
      status: 'paid',
      captures: [{ amount: { value: '5.00', currency: 'EUR' } }],
    });
    const again = await (await fetch(_links.checkout.href)).text();
    expect(again).toContain('niet meer mogelijk');
  });

  it('closes a page in time', () => {
    let now = 0;
    const book = createPaymentBook(() => now);
    const { amount, ...more } = asked;
    const { id } = book.create('k', { ...more, value: amount.value, expiresAt: new Date(1000).toISOString() });
    expect(book.find(id)?.status).toBe('open');
    now = 1000;
    expect(book.find(id)?.status).toBe('expired');
  });
});
